import JSONText
import Papers

/// The reading file of a month as text, and where the line of each paper lies in it.
///
/// Saving one record of a large month is thus a copy of bytes and the encoding of that record. Lines
/// of other records keep their bytes, and with them whatever this version does not know.
struct ReadingLines: Sendable {
  private struct Line {
    /// Nil for a member of the file that is no reading record of this month.
    let id: ArXivID?
    /// `"key":value` in the bytes of the file.
    let range: Range<Int>
  }

  /// The library file: one JSON object, sorted, one record a line.
  private(set) var file: [UInt8]
  /// Papers in the order of their ids, then the rest in the order of their bytes.
  private var lines: [Line]

  /// The file of a month in which nothing was done.
  init() {
    self.init(members: [])
  }

  /// Reads the file of a month; throws when it is not one JSON object.
  ///
  /// Members that are no records, or belong to another month, are kept as they are. Two records of
  /// one paper, as a careless merge of two files leaves them, become one.
  static func reading(
    file: [UInt8], month: ArXivMonth
  ) throws(JSONError) -> (lines: ReadingLines, records: [ArXivID: ReadingRecord]) {
    var members: [Member] = []
    var records: [ArXivID: ReadingRecord] = [:]
    try file.withScanner { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        _ = try scanner.peek()
        let start = scanner.offset
        let value = try scanner.value()
        guard let id = ArXivID(key), id.month == month, let record = ReadingRecord(json: value)
        else { return members.append(Member(id: nil, encoded: encoded(key, value))) }
        if let other = records[id] {
          let merged = other.merged(with: record)
          members.removeAll { $0.id == id }
          members.append(Member(id: id, encoded: encoded(id, merged)))
          records[id] = merged
        } else {
          let bytes = file[start..<scanner.offset]
          let line =
            bytes.contains(UInt8(ascii: "\n"))
            ? encoded(id.description, value) : encoded(id.description, bytes)
          members.append(Member(id: id, encoded: line))
          records[id] = record
        }
      }
      try scanner.expectEnd()
    }
    return (ReadingLines(members: members), records)
  }

  /// These lines with the records of some papers put in or replaced.
  func setting(_ records: [ArXivID: ReadingRecord]) -> ReadingLines {
    var members: [Member] = []
    members.reserveCapacity(lines.count + records.count)
    var pending = records.sorted { $0.key < $1.key }[...]
    for line in lines {
      while let next = pending.first, line.id.map({ next.key <= $0 }) ?? true {
        members.append(Member(id: next.key, encoded: Self.encoded(next.key, next.value)))
        pending.removeFirst()
      }
      if let id = line.id, records[id] != nil { continue }
      members.append(Member(id: line.id, encoded: file[line.range]))
    }
    for (id, record) in pending {
      members.append(Member(id: id, encoded: Self.encoded(id, record)))
    }
    return ReadingLines(members: members)
  }

  /// The members of the file that are no reading records of this month.
  var foreign: [JSONObject.Member] {
    lines.filter { $0.id == nil }.compactMap { line in
      let object = try? JSONValue.parse(Array("{".utf8 + file[line.range] + "}".utf8))
      return object?.object?.members.first
    }
  }

  /// These lines without the foreign members of some keys.
  func removingForeign(_ keys: Set<String>) -> ReadingLines {
    let kept = foreign.filter { !keys.contains($0.key) }
      .map { Member(id: nil, encoded: Self.encoded($0.key, $0.value)) }
    let papers = lines.filter { $0.id != nil }.map { Member(id: $0.id, encoded: file[$0.range]) }
    return ReadingLines(members: papers + kept)
  }

  private struct Member {
    let id: ArXivID?
    let encoded: ArraySlice<UInt8>
  }

  private init(members: [Member]) {
    let papers = members.filter { $0.id != nil }
    let isSorted = zip(papers, papers.dropFirst()).allSatisfy { Self.precedes($0, $1) }
    let ordered = isSorted ? papers : papers.sorted(by: Self.precedes)
    let others = members.filter { $0.id == nil }
      .sorted { $0.encoded.lexicographicallyPrecedes($1.encoded) }
    file = [UInt8(ascii: "{")]
    file.reserveCapacity(members.reduce(8) { $0 + $1.encoded.count + 2 })
    lines = []
    lines.reserveCapacity(members.count)
    for member in ordered + others {
      if !lines.isEmpty { file.append(UInt8(ascii: ",")) }
      file.append(UInt8(ascii: "\n"))
      let start = file.count
      file.append(contentsOf: member.encoded)
      lines.append(Line(id: member.id, range: start..<file.count))
    }
    if !lines.isEmpty { file.append(UInt8(ascii: "\n")) }
    file.append(contentsOf: "}\n".utf8)
  }

  private static func precedes(_ left: Member, _ right: Member) -> Bool {
    guard let left = left.id, let right = right.id else { return false }
    return left < right
  }

  private static func encoded(_ id: ArXivID, _ record: ReadingRecord) -> ArraySlice<UInt8> {
    encoded(id.description, record.json)
  }

  private static func encoded(_ key: String, _ value: JSONValue) -> ArraySlice<UInt8> {
    encoded(key, value.encoded[...])
  }

  private static func encoded(_ key: String, _ value: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line: [UInt8] = []
    line.reserveCapacity(key.utf8.count + value.count + 3)
    JSONValue.write(key, to: &line)
    line.append(UInt8(ascii: ":"))
    line.append(contentsOf: value)
    return line[...]
  }
}
