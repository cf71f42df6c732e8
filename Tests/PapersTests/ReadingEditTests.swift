import JSONText
import Papers
import TestSupport
import Testing

struct ReadingEditTests {
  private static let id = ArXivID(literal: "2401.00001")
  private static let time = Timestamp(literal: "2026-02-01T00:00:00Z")

  @Test(arguments: [
    (ReadingEdit.state(.read), #"{"id":"2401.00001","state":"read"}"#),
    (.depth(.understood), #"{"id":"2401.00001","depth":3}"#),
    (.star(false), #"{"id":"2401.00001","star":false}"#),
    (.rank(QueueRank("V")), #"{"id":"2401.00001","rank":"V"}"#),
    (.rank(nil), #"{"id":"2401.00001","rank":null}"#),
    (.seenVersion(2), #"{"id":"2401.00001","seenVersion":2}"#),
    (.seenVersion(nil), #"{"id":"2401.00001","seenVersion":null}"#),
    (.project("p"), #"{"id":"2401.00001","project":"p"}"#),
    (.project(nil), #"{"id":"2401.00001","project":null}"#),
    (.tag("t", isPresent: true), #"{"id":"2401.00001","tag":"t"}"#),
    (.tag("t", isPresent: false), #"{"id":"2401.00001","untag":"t"}"#),
    (.removeNote(id: "n"), #"{"id":"2401.00001","removeNote":"n"}"#),
    (
      .note(
        Note(id: "n", created: time, text: "a\nb", quote: "q", unknown: ["x": .number("1.50")])),
      #"""
      {"id":"2401.00001","note":{"created":"2026-02-01T00:00:00.000Z",\#
      "edited":"2026-02-01T00:00:00.000Z","id":"n","quote":"q","text":"a\nb","x":1.50}}
      """#
    ),
  ])
  func stepsAreWrittenAndReadBack(edit: ReadingEdit, text: String) throws {
    let step = LibraryChange.Step(Self.id, edit)
    #expect(step.json.text == text)
    #expect(LibraryChange.Step(json: try JSONValue.parse(Array(text.utf8))) == step)
  }

  @Test(arguments: [
    "[]", "{}", #"{"id":"2401.00001"}"#, #"{"id":"x","star":true}"#,
    #"{"id":"2401.00001","star":null}"#, #"{"id":"2401.00001","colour":1}"#,
    #"{"id":"2401.00001","star":true,"depth":1}"#, #"{"id":"2401.00001","depth":4}"#,
    #"{"star":true,"depth":1}"#, #"{"id":"2401.00001","rank":"V0"}"#,
  ])
  func whatIsNoStepIsNotRead(text: String) throws {
    #expect(LibraryChange.Step(json: try JSONValue.parse(Array(text.utf8))) == nil)
  }

  @Test func whatTheUserDoesNowWinsOverATimeInTheFuture() {
    var record = ReadingRecord()
    let future = Self.time.advanced(byDays: 1)
    record.apply(.star(true), at: future)
    record.apply(.tag("t", isPresent: true), at: future)
    record.apply(.note(Note(id: "n", created: future, text: "one")), at: future)
    record.apply(.star(false), at: Self.time)
    record.apply(.tag("t", isPresent: false), at: Self.time)
    record.apply(.note(Note(id: "n", created: Self.time, text: "two")), at: Self.time)
    let next = Timestamp(milliseconds: future.milliseconds + 1)
    #expect(record.changed[.star] == next)
    #expect(record.tagMarks["t"] == .init(isPresent: false, changed: next))
    #expect(record.notes.map(\.edited) == [next])
    #expect(record.notes.map(\.text) == ["two"])
    record.apply(.removeNote(id: "n"), at: Self.time)
    #expect(
      record.noteMarks == [
        .removed(id: "n", at: Timestamp(milliseconds: future.milliseconds + 2))
      ])
    record.apply(.removeNote(id: "never"), at: Self.time)
    #expect(record.noteMarks.count == 1)
  }

  @Test(arguments: [Self.time, .latest, Timestamp(milliseconds: .max)])
  func noChangeIsDatedBehindTheEndOfTheCalendar(now: Timestamp) throws {
    #expect(Timestamp.latest.description == "9999-12-31T23:59:59.999Z")
    var record = ReadingRecord()
    record.apply(.star(true), at: .latest)
    record.apply(.tag("t", isPresent: true), at: .latest)
    record.apply(.note(Note(id: "n", created: Self.time, edited: .latest, text: "x")), at: now)
    record.apply(.star(false), at: now)
    record.apply(.tag("t", isPresent: false), at: now)
    record.apply(.removeNote(id: "n"), at: now)
    #expect(record.changed[.star] == .latest)
    #expect(record.tagMarks["t"] == .init(isPresent: false, changed: .latest))
    #expect(record.noteMarks == [.removed(id: "n", at: .latest)])
    #expect(ReadingRecord(json: record.json) == record)
  }

  @Test func applyingTwiceIsApplyingOnce() {
    var once = ReadingRecord()
    let edits: [ReadingEdit] = [
      .state(.read), .depth(.read), .star(true), .rank(QueueRank("V")), .seenVersion(2),
      .project("p"), .tag("t", isPresent: true),
      .note(Note(id: "n", created: Self.time, text: "x")),
    ]
    for edit in edits { once.apply(edit, at: Self.time) }
    var twice = once
    for edit in edits { twice.apply(edit, at: Self.time) }
    #expect(once == twice)
  }
}
