import LibraryStore
import Papers
import Testing

struct StatsCommandTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
    try paperq.stock(Paper.three())
  }

  @Test func anUntouchedLibraryHasItsPapersAlone() async throws {
    let outcome = try await paperq("stats")
    #expect(outcome.code == 0 && outcome.errors.isEmpty && outcome.lines.count == 1)
    #expect(
      outcome.output.hasPrefix(
        #"{"papers":3,"states":{"unread":3,"queued":0,"reading":0,"read":0,"dismissed":0},"#
          + #""starred":0,"noted":0,"notes":0,"depth":{"skimmed":0,"read":0,"understood":0},"#
          + #""sessions":0,"minutes":0,"minutesOfLast30Days":0,"daysOfLast30":0,"#
          + #""mostDaysInARow":0,"weeks":[{"from":"#))
    #expect(outcome.output.hasSuffix(#""categories":[],"authors":[],"tags":[]}"# + "\n"))
  }

  @Test func whatWasReadIsCounted() async throws {
    _ = try await paperq("mark", "read", "1706.03762", "1512.03385")
    _ = try await paperq("tag", "1706.03762", "+later")
    _ = try await paperq("note", "1706.03762", "a note")
    let outcome = try await paperq("stats")
    #expect(outcome.output.contains(#""states":{"unread":1,"queued":0,"reading":0,"read":2,"#))
    #expect(outcome.output.contains(#""starred":0,"noted":1,"notes":1,"#))
    #expect(outcome.output.contains(#""daysOfLast30":1,"mostDaysInARow":1,"#))
    #expect(
      outcome.output.hasSuffix(
        #""categories":[{"name":"cs.CL","read":1},{"name":"cs.CV","read":1},"#
          + #"{"name":"cs.LG","read":1}],"authors":[{"name":"Ashish Vaswani","read":1},"#
          + #"{"name":"Kaiming He","read":1},{"name":"Noam Shazeer","read":1}],"#
          + #""tags":[{"name":"later","read":1}]}"# + "\n"))
    let lines = try await paperq.onTerminal("stats")
    #expect(
      lines.prefix(7) == [
        "papers      3", "states      1 unread, 2 read", "notes       1 on 1 paper",
        "days        1 of the last 30, at most 1 in a row",
        "categories  cs.CL 1, cs.CV 1, cs.LG 1",
        "authors     Ashish Vaswani 1, Kaiming He 1, Noam Shazeer 1", "tags        later 1",
      ])
    // Weeks and months without anything have no line.
    #expect(
      lines.dropFirst(7).map { $0.hasSuffix(" ██ 2") ? "██" : $0 } == [
        "read in the week from", "██", "read in", "██",
      ])
  }

  @Test func peopleSeeDaysOfTheirZoneAndProgramsThoseOfUTC() async throws {
    let id = try #require(ArXivID("1706.03762"))
    let store = try paperq.openStore()
    for time in ["2023-11-14T22:00:00Z", "2023-11-15T02:00:00Z"] {
      let time = try #require(Timestamp(time))
      let note = Note(id: time.description, created: time, text: "a note")
      _ = try store.commit(LibraryChange(action: "note", at: time, steps: [.init(id, .note(note))]))
    }
    func days(_ zone: String) async throws -> String? {
      var paperq = paperq
      paperq.variables["TZ"] = zone
      return try await paperq.onTerminal("stats").last
    }
    #expect(try await days("UTC") == "days        0 of the last 30, at most 2 in a row")
    #expect(try await days("<+05>-5") == "days        0 of the last 30, at most 1 in a row")
    let outcome = try await paperq("stats", variables: ["TZ": "<+05>-5"])
    #expect(outcome.output.contains(#""mostDaysInARow":2"#))
  }
}
