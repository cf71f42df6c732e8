import JSONText
package import Papers

/// What a file to import holds.
package struct ImportFile: Equatable, Sendable {
  /// What kind of file it is.
  package enum Kind: Equatable, Sendable {
    case bibtex, jsonl
    /// Any other text, in which identifiers stand.
    case text
  }

  /// What kind of file it is.
  package var kind: Kind
  /// The papers, each once, in the order of the file; of two descriptions the first holds.
  package var papers: [ImportedPaper] = []
  /// How many entries name no paper of arXiv.
  package var entriesWithoutID = 0
  /// What the first of them are called: their keys or titles.
  package var namesWithoutID: [String] = []
  /// The numbers of the lines that could not be read, from 1.
  package var brokenLines: [Int] = []

  /// The most names that are kept of entries that name no paper.
  private static let namesKept = 3

  private var known: Set<ArXivID> = []

  /// Reads a file: paperq's JSON lines, BibTeX, or identifiers and addresses in any text.
  ///
  /// - Parameter now: dates what the file does not date.
  package init(_ bytes: [UInt8], now: Timestamp) {
    if Self.isJSONLines(bytes) {
      kind = .jsonl
      readJSONLines(bytes, now: now)
    } else if BibTeXReader.recognizes(bytes) {
      kind = .bibtex
      for record in BibTeXReader(bytes) { add(record, now: now) }
    } else {
      kind = .text
      for reference in ArXivReference.all(in: bytes.decoded) { add(ImportedPaper(reference)) }
    }
  }

  /// Whether the first line that is not blank is an object of JSON.
  private static func isJSONLines(_ bytes: [UInt8]) -> Bool {
    let lines = bytes.lines.lazy.map(\.content)
    guard let first = lines.first(where: { !$0.allSatisfy(\.isBlankInJSON) }) else { return false }
    return (try? JSONValue.parse(Array(first)))?.object != nil
  }

  private mutating func readJSONLines(_ bytes: [UInt8], now: Timestamp) {
    for (number, line) in bytes.lines where !line.allSatisfy(\.isBlankInJSON) {
      // What cannot be parsed is counted; the user is told where it stands, and not why.
      if let value = try? JSONValue.parse(Array(line)),
        let paper = PaperJSON.paper(reading: value, now: now)
      {
        add(paper)
      } else {
        brokenLines.append(number)
      }
    }
  }

  private mutating func add(_ record: BibTeXRecord, now: Timestamp) {
    guard let reference = record.reference else {
      entriesWithoutID += 1
      if namesWithoutID.count < Self.namesKept {
        let name = record.key.isEmpty ? record.fields["title"]?.collapsed ?? "" : record.key
        namesWithoutID.append(name)
      }
      return
    }
    let date = reference.id.month.end(by: now)
    var paper = ImportedPaper(
      reference, description: record.description(of: reference, date: date))
    paper.keywords = record.keywords
    add(paper)
  }

  private mutating func add(_ paper: ImportedPaper) {
    if known.insert(paper.id).inserted { papers.append(paper) }
  }
}

extension [UInt8] {
  /// The lines with their numbers from 1; a byte order mark is none of the first.
  fileprivate var lines: some Sequence<(number: Int, content: ArraySlice<UInt8>)> {
    self[byteOrderMarkLength...].lazy
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .enumerated().lazy.map { (number: $0.offset + 1, content: $0.element) }
  }
}

extension UInt8 {
  fileprivate var isBlankInJSON: Bool { [0x20, 0x09, 0x0D].contains(self) }
}
