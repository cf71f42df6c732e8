package import JSONText

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The papers of one month: the bytes of their library file, and an index over them.
///
/// A paper stays encoded until it is asked for. Opening a library of 100,000 papers thus costs one
/// pass over its bytes, and a screen decodes the few papers that it shows. What lists are sorted and
/// windowed by stands in the index.
package struct PaperShelf: Sendable {
  /// What is known of a paper without decoding it.
  package struct Entry: Sendable {
    /// The paper.
    package let id: ArXivID
    /// Submission of version 1.
    package let published: Timestamp
    /// Submission of the present version.
    package let updated: Timestamp
    /// When it came into the library.
    package let added: Timestamp
    /// The present version, from 1.
    package let version: Int
    /// Whether arXiv has yet to tell when it was submitted.
    package let hasApproximateDates: Bool
    /// Where the encoded record lies in the shelf's bytes.
    let record: Range<Int>
  }

  /// A member of the file that is no paper, kept as it is: its key and its encoded value.
  package struct Foreign: Equatable, Sendable {
    /// The key in the file, which is no identifier of this month.
    package let key: String
    /// What stands behind the key, numbers exact.
    package let value: JSONValue
  }

  /// In the order of their ids.
  package private(set) var entries: [Entry]
  /// Members of the file that could not be read as papers, in the order of the file.
  package private(set) var foreign: [Foreign]
  private let bytes: [UInt8]
  /// The folded texts that queries look at.
  private let searchText: SearchTextCache

  /// A shelf without papers.
  package init() {
    entries = []
    foreign = []
    bytes = []
    searchText = SearchTextCache()
  }

  /// Reads a file of the `papers` folder; throws when it is not one JSON object, or holds a text that
  /// is none, so that every record that is indexed can be decoded.
  ///
  /// Papers of another month than `month` would never be found there; they count as foreign. Two
  /// records of one paper, as a careless merge of two files leaves them, become one.
  package init(file: [UInt8], month: ArXivMonth? = nil) throws(JSONError) {
    var entries: [Entry] = []
    var foreign: [Foreign] = []
    try file.withScanner { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        let start = scanner
        if let id = ArXivID(key), month == nil || id.month == month,
          let entry = try Entry(id: id, scanner: &scanner)
        {
          entries.append(entry)
        } else {
          scanner = start
          foreign.append(Foreign(key: key, value: try scanner.value()))
        }
      }
      try scanner.expectEnd()
    }
    self.init(entries: entries, foreign: foreign, bytes: file)
    if count < entries.count { self = setting(merged(entries)) }
  }

  /// One paper of each two or more entries with the same id.
  private func merged(_ entries: [Entry]) -> [Paper] {
    Dictionary(grouping: entries, by: \.id).values.filter { $0.count > 1 }.compactMap { entries in
      let papers = entries.compactMap(paper)
      return papers.first.map { papers.dropFirst().reduce($0) { $0.merged(with: $1) } }
    }
  }

  /// A shelf of these papers; of two with one id the last is taken.
  package init(_ papers: [Paper], foreign: [Foreign] = []) {
    var bytes: [UInt8] = []
    var entries: [Entry] = []
    for paper in papers {
      let start = bytes.count
      paper.json.write(to: &bytes)
      entries.append(Entry(paper, record: start..<bytes.count))
    }
    self.init(entries: entries, foreign: foreign, bytes: bytes)
  }

  private init(
    entries: [Entry], foreign: [Foreign], bytes: [UInt8],
    searchText: SearchTextCache = SearchTextCache()
  ) {
    var ordered = entries
    let isOrdered = zip(entries, entries.dropFirst()).allSatisfy { $0.id < $1.id }
    if !isOrdered {
      let latest = Dictionary(entries.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
      ordered = latest.values.sorted { $0.id < $1.id }
    }
    self.entries = ordered
    self.foreign = foreign
    self.bytes = bytes
    self.searchText = searchText
  }

  /// The number of papers.
  package var count: Int { entries.count }

  /// The place of a paper in ``entries``.
  package func index(of id: ArXivID) -> Int? {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].id < id { low = middle + 1 } else { high = middle }
    }
    return low < entries.count && entries[low].id == id ? low : nil
  }

  /// Decodes a paper; nil when the month does not have it.
  package subscript(id: ArXivID) -> Paper? {
    index(of: id).flatMap { paper(at: $0) }
  }

  /// Decodes the paper at a place of ``entries``; nil only when its record cannot be decoded, which
  /// one that was indexed always can.
  package func paper(at index: Int) -> Paper? {
    paper(entries[index])
  }

  private func paper(_ entry: Entry) -> Paper? {
    value(of: entry).flatMap { Paper(id: entry.id, json: $0) }
  }

  private func value(of entry: Entry) -> JSONValue? {
    try? bytes.withScanner { (scanner) throws(JSONError) in
      scanner.move(to: entry.record.lowerBound)
      return try scanner.value()
    }
  }

  /// Whether the record at a place of ``entries`` has the same bytes as one of another shelf.
  func hasRecord(at index: Int, of other: PaperShelf, at otherIndex: Int) -> Bool {
    let record = entries[index].record
    let otherRecord = other.entries[otherIndex].record
    guard record.count == otherRecord.count else { return false }
    return bytes[record].withUnsafeBytes { ours in
      other.bytes[otherRecord].withUnsafeBytes { theirs in
        guard let ours = ours.baseAddress, let theirs = theirs.baseAddress else { return true }
        return memcmp(ours, theirs, record.count) == 0
      }
    }
  }

  /// Calls `body` with a scanner before the encoded record at a place of ``entries``.
  package func withRecord<Result>(
    at index: Int, _ body: (inout JSONScanner) throws(JSONError) -> Result
  ) throws(JSONError) -> Result {
    let record = entries[index].record
    return try bytes.withScanner { (scanner) throws(JSONError) in
      scanner.move(to: record.lowerBound)
      return try body(&scanner)
    }
  }

  /// This shelf with papers put in or replaced. Other records keep their bytes.
  package func setting(_ papers: [Paper]) -> PaperShelf {
    var encoded = bytes
    var changed: [ArXivID: Entry] = [:]
    for paper in papers {
      let start = encoded.count
      paper.json.write(to: &encoded)
      changed[paper.id] = Entry(paper, record: start..<encoded.count)
    }
    let kept = entries.filter { changed[$0.id] == nil }
    let shelf = PaperShelf(
      entries: kept + changed.values.sorted { $0.id < $1.id }, foreign: foreign, bytes: encoded
    ).inheritingSearchText(from: self, except: changed.keys)
    let live = shelf.entries.reduce(0) { $0 + $1.record.count }
    return encoded.count > 2 * live + 4096 ? shelf.compacted : shelf
  }

  /// This shelf without the foreign members of some keys.
  package func removingForeign(_ keys: Set<String>) -> PaperShelf {
    PaperShelf(
      entries: entries, foreign: foreign.filter { !keys.contains($0.key) }, bytes: bytes,
      searchText: searchText)
  }

  /// The same papers without the bytes of replaced records.
  private var compacted: PaperShelf {
    var packed: [UInt8] = []
    let entries = entries.map { entry in
      let start = packed.count
      packed.append(contentsOf: bytes[entry.record])
      return Entry(entry, record: start..<packed.count)
    }
    return PaperShelf(entries: entries, foreign: foreign, bytes: packed, searchText: searchText)
  }

  // MARK: - Searching

  /// Makes the folded texts that queries look at, from any thread, so that the first query need not
  /// wait for them.
  package func prepareSearch() {
    for kind in FoldedColumn.Kind.allCases { _ = column(kind) }
    _ = abstracts
  }

  /// The folded texts of a kind, in the order of ``entries``; made when first asked for.
  func column(_ kind: FoldedColumn.Kind) -> FoldedColumn {
    searchText.column(kind, of: self)
  }

  /// The folded abstracts, in the order of ``entries``; made when first asked for.
  var abstracts: FoldedAbstracts {
    searchText.abstracts(of: self)
  }

  /// Calls `body` with the bytes in which the records lie.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer(body)
  }

  /// This shelf with the folded texts that `old` has made, but for papers that changed.
  private func inheritingSearchText(
    from old: PaperShelf, except changed: some Collection<ArXivID>
  ) -> PaperShelf {
    let texts = old.searchText.texts
    if texts.isEmpty { return self }
    let changed = Set(changed)
    let places = entries.map { changed.contains($0.id) ? nil : old.index(of: $0.id) }
    return PaperShelf(
      entries: entries, foreign: foreign, bytes: bytes,
      searchText: SearchTextCache(inheriting: .init(texts: texts, places: places)))
  }

  /// The library file: one JSON object, keys sorted by id, one paper a line.
  package var file: [UInt8] {
    var lines = RecordLines()
    for entry in entries { lines.add(entry.id.description, line(of: entry)) }
    for member in foreign { lines.add(member.key, member.value.encoded[...]) }
    return lines.file
  }

  /// The record as it was read, or, when another program wrote it on several lines, on one.
  private func line(of entry: Entry) -> ArraySlice<UInt8> {
    let record = bytes[entry.record]
    let hasLineBreak = record.withUnsafeBytes { bytes in
      bytes.baseAddress.map { memchr($0, Int32(UInt8(ascii: "\n")), bytes.count) != nil } ?? false
    }
    guard hasLineBreak, let value = value(of: entry) else { return record }
    return value.encoded[...]
  }
}

extension PaperShelf.Entry {
  fileprivate init(_ paper: Paper, record: Range<Int>) {
    id = paper.id
    published = paper.published
    updated = paper.updated
    added = paper.added
    version = paper.version
    hasApproximateDates = paper.hasApproximateDates
    self.record = record
  }

  fileprivate init(_ entry: PaperShelf.Entry, record: Range<Int>) {
    id = entry.id
    published = entry.published
    updated = entry.updated
    added = entry.added
    version = entry.version
    hasApproximateDates = entry.hasApproximateDates
    self.record = record
  }

  /// Reads the fields of the index and steps over the rest; nil when the record is no paper.
  fileprivate init?(id: ArXivID, scanner: inout JSONScanner) throws(JSONError) {
    guard try scanner.peek() == UInt8(ascii: "{") else { return nil }
    let start = scanner.offset
    var times: (published: Timestamp?, updated: Timestamp?, added: Timestamp?) = (nil, nil, nil)
    var version = 1
    var hasApproximateDates = false
    var hasTitle = false
    try scanner.object { (key, scanner) throws(JSONError) in
      switch key {
      case "published": times.published = try scanner.value().string.flatMap { Timestamp($0) }
      case "updated": times.updated = try scanner.value().string.flatMap { Timestamp($0) }
      case "added": times.added = try scanner.value().string.flatMap { Timestamp($0) }
      case "version": version = max(1, try scanner.value().integer ?? 1)
      case "hasApproximateDates": hasApproximateDates = try scanner.value().bool ?? false
      case "title":
        hasTitle = try scanner.peek() == UInt8(ascii: "\"")
        try scanner.skipValue()
      default: try scanner.skipValue()
      }
    }
    guard hasTitle, let published = times.published else { return nil }
    self.id = id
    self.published = published
    updated = times.updated ?? published
    added = times.added ?? published
    self.version = version
    self.hasApproximateDates = hasApproximateDates
    record = start..<scanner.offset
  }
}
