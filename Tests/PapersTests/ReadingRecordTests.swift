import JSONText
import Papers
import TestSupport
import Testing

struct ReadingRecordTests {
  private func record(_ text: String) throws -> ReadingRecord {
    try #require(ReadingRecord(json: JSONValue.parse(Array(text.utf8))))
  }

  @Test func theRecordIsWrittenWithSortedKeysAndDefaultsLeftOut() throws {
    #expect(ReadingRecord().json.text == "{}")
    let text = #"""
      {"changed":{"star":"2026-01-01T00:00:00.000Z","state":"2026-01-02T00:00:00.001Z"},"depth":2,\#
      "notes":[{"created":"2026-01-01T00:00:00.000Z","edited":"2026-01-03T00:00:00.000Z","id":"a",\#
      "page":"4","quote":"q","text":"one\ntwo"},{"id":"b","removed":"2026-01-04T00:00:00.000Z"}],\#
      "project":"p","rank":"V","seenVersion":3,"star":true,"state":"read","tags":{"new":\#
      {"changed":"2026-01-01T00:00:00.000Z"},"old":{"changed":"2026-01-02T00:00:00.000Z",\#
      "removed":true}}}
      """#
    let record = try record(text)
    #expect(record.json.text == text)
    #expect(record.tags == ["new"])
    #expect(record.notes.map(\.text) == ["one\ntwo"])
    #expect(record.unknown == [:])
  }

  @Test(arguments: [
    #"{"later":1.50}"#, #"{"notes":"text"}"#, #"{"state":"skimming"}"#, #"{"tags":["a","b"]}"#,
    #"{"star":1}"#, #"{"rank":"V0"}"#, #"{"changed":{"later":"2026-01-01T00:00:00.000Z"}}"#,
    #"{"changed":{"star":5}}"#, #"{"notes":[{"text":"no id"}]}"#, #"{"tags":{"a":true}}"#,
  ])
  func whatIsNotKnownIsWrittenBackExactly(text: String) throws {
    #expect(try record(text).json.text == text)
  }

  @Test func oneUnreadableNoteTagOrTimeHidesNoOther() throws {
    let text = #"""
      {"changed":{"later":"2026-01-01T00:00:00.000Z","star":"2026-01-01T00:00:00.000Z"},\#
      "notes":[{"created":"2026-01-01T00:00:00.000Z","edited":"2026-01-01T00:00:00.000Z","id":"a",\#
      "text":"t"},{"text":"no id"}],"star":true,"tags":{"a":true,"b":{"changed":\#
      "2026-01-01T00:00:00.000Z"}}}
      """#
    var record = try record(text)
    #expect(record.json.text == text)
    #expect(record.notes.map(\.id) == ["a"])
    #expect(record.tags == ["b"])
    #expect(record.changed[.star] != nil)
    let time = Timestamp(literal: "2026-02-01T00:00:00Z")
    record.apply(.tag("c", isPresent: true), at: time)
    record.apply(.note(Note(id: "n", created: time, text: "new")), at: time)
    record.apply(.star(false), at: time)
    let json = record.json
    let again = try #require(ReadingRecord(json: json))
    #expect(again == record)
    #expect(again.json == json)
    #expect(json.object?["notes"]?.array?.count == 3)
    #expect(json.object?["tags"]?.object?.members.map(\.key) == ["a", "b", "c"])
    #expect(json.object?["changed"]?.object?.members.map(\.key) == ["later", "star"])
  }

  @Test func aValueThatCouldNotBeReadIsKeptWhenItsFieldIsSet() throws {
    var record = try record(#"{"notes":"my note","star":"yes","state":7,"tags":["a"]}"#)
    let time = Timestamp(literal: "2026-02-01T00:00:00Z")
    record.apply(.star(true), at: time)
    record.apply(.tag("b", isPresent: true), at: time)
    record.apply(.note(Note(id: "n", created: time, text: "new")), at: time)
    let object = try #require(record.json.object)
    #expect(object["star"] == .bool(true))
    #expect(object["unreadable star"] == .string("yes"))
    #expect(object["unreadable tags"]?.text == #"["a"]"#)
    #expect(object["unreadable notes"] == .string("my note"))
    #expect(object["state"] == .integer(7))
    let again = try #require(ReadingRecord(json: record.json))
    #expect(again.json == record.json)
    #expect(again.tags == ["b"] && again.star && again.notes.count == 1)
  }

  @Test func aValueOfANoteThatCouldNotBeReadIsKept() throws {
    let text = #"""
      {"notes":[{"created":"2026-01-01T00:00:00.000Z","edited":1.50,"id":"n","page":4,"text":"t"}]}
      """#
    var record = try record(text)
    var note = try #require(record.notes.first)
    #expect(note.edited == note.created && note.page == nil)
    note.page = "5"
    let time = Timestamp(literal: "2026-02-01T00:00:00Z")
    note.edited = time
    record.apply(.note(note), at: time)
    #expect(
      record.json.object?["notes"]?.text == #"""
        [{"created":"2026-01-01T00:00:00.000Z","edited":"2026-02-01T00:00:00.000Z","id":"n",\#
        "page":"5","text":"t","unreadable edited":1.50,"unreadable page":4}]
        """#)
    #expect(ReadingRecord(json: record.json)?.json == record.json)
  }

  // MARK: - Merging two copies

  private func any(_ random: inout SeededGenerator) -> ReadingRecord {
    var record = ReadingRecord()
    for _ in 0..<Int.random(in: 0...8, using: &random) {
      let time = Timestamp(milliseconds: Int64.random(in: 0...4, using: &random))
      let word = ["a", "b"][Int.random(in: 0...1, using: &random)]
      let edit: ReadingEdit =
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .state(ReadingState.allCases.randomElement(using: &random) ?? .read)
        case 1: .depth(ReadingDepth.allCases.randomElement(using: &random) ?? .read)
        case 2: .star(Bool.random(using: &random))
        case 3: .rank(Bool.random(using: &random) ? nil : QueueRank("V\(word)"))
        case 4: .project(Bool.random(using: &random) ? nil : word)
        case 5: .tag(word, isPresent: Bool.random(using: &random))
        case 6: .removeNote(id: word)
        default: .note(Note(id: word, created: time, text: "\(random.next() % 3)"))
        }
      record.apply(edit, at: time)
    }
    for key in ["x", "notes", "tags", "changed"] where Bool.random(using: &random) {
      record.unknown[key] = unreadable(&random)
    }
    return record
  }

  /// What cannot be read, of any type.
  private func unreadable(_ random: inout SeededGenerator) -> JSONValue {
    func number() -> JSONValue { .integer(Int(random.next() % 3)) }
    switch random.next() % 3 {
    case 0: return number()
    case 1: return .array((0...random.next() % 3).map { _ in number() })
    default:
      // None of these is a tag or a field of these records.
      let keys = ["c", "d", "e"].shuffled(using: &random).prefix(1 + Int(random.next() % 3))
      return .object(JSONObject(members: keys.map { .init(key: $0, value: number()) }))
    }
  }

  @Test(arguments: 1...20)
  func mergingIsCommutativeAssociativeAndIdempotent(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let (one, two, three) = (any(&random), any(&random), any(&random))
      #expect(one.merged(with: two).json == two.merged(with: one).json)
      #expect(one.merged(with: two).merged(with: two) == one.merged(with: two))
      #expect(one.merged(with: one).json == one.merged(with: ReadingRecord()).json)
      #expect(
        one.merged(with: two).merged(with: three).json
          == one.merged(with: two.merged(with: three)).json)
      #expect(ReadingRecord(json: one.json)?.json == one.json)
    }
  }

  @Test func whatCannotBeReadOfNotesTagsAndTimesIsJoined() throws {
    let one = try record(
      #"{"changed":{"mood":1},"notes":["b",{"text":"a"}],"tags":{"t":1,"u":1},"x":[1]}"#)
    let two = try record(
      #"{"changed":{"pace":2},"notes":["b","c"],"tags":{"t":2,"v":1},"x":[2]}"#)
    let both =
      #"{"changed":{"mood":1,"pace":2},"notes":["b","c",{"text":"a"}],"#
      + #""tags":{"t":2,"u":1,"v":1},"x":[2]}"#
    #expect(one.merged(with: two).json.text == both)
    #expect(two.merged(with: one).json.text == both)
  }

  @Test func eachFieldIsTakenAsLastChanged() {
    let (early, late) = (Timestamp(milliseconds: 1000), Timestamp(milliseconds: 2000))
    var (one, two) = (ReadingRecord(), ReadingRecord())
    one.apply(.state(.read), at: late)
    one.apply(.star(true), at: early)
    one.apply(.tag("t", isPresent: false), at: late)
    two.apply(.state(.queued), at: early)
    two.apply(.star(false), at: late)
    two.apply(.tag("t", isPresent: true), at: early)
    let merged = one.merged(with: two)
    #expect(merged.state == .read)
    #expect(!merged.star)
    #expect(merged.tags == [])
    #expect(merged.changed == [.state: late, .star: late])
  }

  @Test func keysThatStandThereTwiceLoseNothing() throws {
    let text = #"""
      {"star":true,"notes":[{"id":"a","created":"2026-01-01T00:00:00.000Z","text":"one"}],"depth":2,\#
      "tags":{"x":{"changed":"2026-01-01T00:00:00.000Z"}},"depth":3,\#
      "notes":[{"id":"b","created":"2026-01-02T00:00:00.000Z","text":"two"}],\#
      "tags":{"y":{"changed":"2026-01-01T00:00:00.000Z"}}}
      """#
    let json = try JSONValue.parse(Array(text.utf8))
    let record = try #require(ReadingRecord(json: json))
    #expect(record.notes.map(\.text) == ["one", "two"])
    #expect(record.tags == ["x", "y"])
    #expect(record.depth == .understood)
    #expect(record.json.object?["unreadable depth"] == .integer(2))
    #expect(ReadingRecord(json: record.json) == record)
  }
}
