import JSONText
import Papers

@testable import LibraryStore

extension FuzzTarget {
  static func readJSON(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue.parse(bytes)
    } catch {
      try require((0...bytes.count).contains(error.offset), "an error outside of the text")
      try requireOneLine(error.message)
      try require(skips(bytes) == false, "a value that is skipped and cannot be read")
      _ = try? JSONValue.parse(bytes, dialect: .relaxed)
      _ = try? JSONValue.parse(bytes, dialect: .lenient)
      return false
    }
    try require(skips(bytes), "a value that can be read and is not skipped")
    let again = try? JSONValue.parse(value.encoded)
    try require(again == value, "other JSON when written and read again")
    for dialect in [JSONScanner.Dialect.relaxed, .lenient] {
      try require((try? JSONValue.parse(bytes, dialect: dialect)) == value, "no \(dialect) JSON")
    }
    return true
  }

  /// Whether the bytes can be stepped over as one value.
  private static func skips(_ bytes: [UInt8]) -> Bool {
    let end: Void? = try? bytes.withScanner { (scanner) throws(JSONError) in
      try scanner.skipValue()
      try scanner.expectEnd()
    }
    return end != nil
  }

  private static let month: ArXivMonth = {
    guard let month = ArXivMonth("2401") else { preconditionFailure("2401 is a month") }
    return month
  }()

  static func readPapers(_ bytes: [UInt8]) throws(Failure) -> Bool {
    if let shelf = try? PaperShelf(file: bytes, month: month) {
      try requireWhole(shelf)
      return true
    }
    let (file, count) = RecordRecovery.file(from: bytes) { $2 }
    guard let shelf = try? PaperShelf(file: file, month: month) else {
      throw Failure(words: "what was recovered cannot be read")
    }
    try require(shelf.count <= count, "more papers than were recovered")
    try requireWhole(shelf)
    return false
  }

  /// Every paper can be decoded, and the file that is written holds the same.
  private static func requireWhole(_ shelf: PaperShelf) throws(Failure) {
    let papers = shelf.entries.indices.map { shelf.paper(at: $0) }
    try require(!papers.contains(nil), "a paper that is indexed and cannot be decoded")
    let again = try? PaperShelf(file: shelf.file, month: month)
    try require(
      again.map { shelf in shelf.entries.indices.map { shelf.paper(at: $0) } } == papers,
      "other papers when written and read again")
    try require(again?.file == shelf.file, "another file when written and read again")
    shelf.prepareSearch()
    let library = Library(shelves: [month: Library.Shelf(papers: shelf)])
    try require(
      Set(library.ids(matching: .undismissed, now: present)).count == shelf.count,
      "papers that the list does not show")
  }

  static func readReading(_ bytes: [UInt8]) throws(Failure) -> Bool {
    if let (lines, records) = try? ReadingLines.reading(file: bytes, month: month) {
      try requireWhole(lines, records)
      return true
    }
    let (file, _) = RecordRecovery.file(from: bytes) { $2 }
    guard let (lines, records) = try? ReadingLines.reading(file: file, month: month) else {
      throw Failure(words: "what was recovered cannot be read")
    }
    try requireWhole(lines, records)
    return false
  }

  private static func requireWhole(
    _ lines: ReadingLines, _ records: [ArXivID: ReadingRecord]
  ) throws(Failure) {
    let again = try? ReadingLines.reading(file: lines.file, month: month)
    try require(
      again?.records.mapValues(\.known) == records.mapValues(\.known),
      "other records when written and read again")
    try require(again?.lines.file == lines.file, "another file when written and read again")
    let rewritten = lines.setting(records).file
    try require(
      (try? ReadingLines.reading(file: rewritten, month: month))?.records.mapValues(\.known)
        == records.mapValues(\.known),
      "other records when each is written anew")
    for record in records.values {
      let merged = record.merged(with: record)
      try require(
        merged.merged(with: record).known == merged.known, "another record when merged twice")
    }
  }

  static func readJournal(_ bytes: [UInt8]) throws(Failure) -> Bool {
    var hasEntry = false
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      guard let entry = JournalEntry(line: line) else { continue }
      hasEntry = true
      let again = JournalEntry(line: entry.json.encoded)
      try require(
        again?.steps == entry.steps && again?.inverse == entry.inverse
          && again?.number == entry.number && again?.time == entry.time,
        "another entry when written and read again")
      try require(JournalEntry.number(after: entry.number) > 0, "no next number")
      let change = LibraryChange(action: entry.action, at: entry.time, steps: entry.steps)
      let library = Library().applying(change)
      _ = library.inverse(of: change, at: present)
    }
    return hasEntry
  }

  static func readSources(_ bytes: [UInt8]) throws(Failure) -> Bool {
    guard let ledgers = try? SourceLedgers(file: bytes) else { return false }
    let again = try? SourceLedgers(file: ledgers.file)
    try require(again?.file == ledgers.file, "another file when written and read again")
    for name in ["learning", "other"] {
      let ledger = ledgers[name]
      for gap in ledger.gaps { _ = gap.windowToAsk(now: present) }
      let window = ledger.windowToAsk(now: present, windowDays: 30)
      var answer = WindowAnswer(window: window, at: present)
      (answer.expected, answer.stored, answer.reached) = (2, 1, window.lowerBound)
      var changed = ledger
      changed.record(answer, held: { _ in 1 })
      var after = ledgers
      after[name] = changed
      try require(
        (try? SourceLedgers(file: after.file))?.file == after.file,
        "a ledger that cannot be read after an answer")
    }
    return true
  }
}

extension ReadingRecord {
  /// The record without what paperq does not know: unreadable values move there when it is written.
  fileprivate var known: ReadingRecord {
    var known = self
    known.unknown = [:]
    known.noteMarks = noteMarks.map { mark in
      guard case .present(var note) = mark else { return mark }
      note.unknown = [:]
      return .present(note)
    }
    return known
  }
}
