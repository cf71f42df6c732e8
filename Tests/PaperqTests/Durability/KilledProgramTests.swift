import Foundation
import JSONText
import Papers
import TestSupport
import Testing

/// What is left when the program is killed at any instant.
struct KilledProgramTests {
  private static let library = ".local/share/paperq/"
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
  }

  @Test func nothingAcknowledgedIsLostWhenTheProgramIsKilled() async throws {
    var random = SeededGenerator(seed: 9)
    // Each action marks three papers of three months, and thus writes three files.
    let actions = (1...121).map { number in
      ["2401", "2402", "2403"].map { "\($0).\(10_000 + number)" }
    }
    .shuffled(using: &random)
    try paperq.stock(
      actions.joined().map { id in
        Paper(
          id: try #require(ArXivID(id)), title: "T",
          published: try #require(Timestamp("2024-01-02T03:04:05Z")))
      })
    var acknowledged = Set(actions[0])
    let first = try await paperq.run(["mark", "read"] + actions[0])
    #expect(first.code == 0)
    var duration = first.seconds
    var codes: Set<Int32> = []
    for action in actions.dropFirst() {
      let instant = duration * Double.random(in: 0.3...1.5, using: &random)
      let outcome = try await paperq.killed(after: instant, ["mark", "read"] + action)
      codes.insert(outcome.code)
      if outcome.code == 0 {
        acknowledged.formUnion(action)
        // A machine that is busy at times is not busy all the time.
        duration = outcome.seconds
      } else {
        #expect(outcome.code == 137, "\(outcome)")
        duration *= 1.05
      }
      #expect(try readPapers().isSuperset(of: acknowledged), "killed after \(instant) s")
    }
    #expect(codes == [0, 137], "some runs are to be killed, and some to end by themselves")
    // The next start carries out what was begun: the whole of an action, or nothing of it.
    #expect(try await paperq.run(["mark", "read"] + actions[0]).code == 0)
    let read = try readPapers()
    for action in actions {
      #expect([0, 3].contains(action.count { read.contains($0) }), "\(action)")
    }
  }

  @Test func everyKindOfActionIsWholeOrAbsentWhenTheProgramIsKilled() async throws {
    let ids = try stocked(months: 4, papers: 3)
    var program = ActingProgram(paperq, name: "desk", model: LibraryModel(ids), seed: 12)
    for _ in 1...Rounds.of(200) { try await program.act() }
    #expect(program.kills > Rounds.of(40) && program.kills < program.model.entries + Rounds.of(200))
    try paperq.expectNoLitter()
  }

  /// Each star is a save; the screen shows it when it is on the disk. The cursor goes down the list,
  /// so that the starred papers are the first of it, as many as the keys that were taken.
  @Test func whatTheScreenShowedIsInTheLibraryWhenItWasKilled() async throws {
    var random = SeededGenerator(seed: 14)
    let ids = Array(try stocked(months: 2, papers: 12).sorted().reversed())
    var count = 0
    var kills = 0
    while kills < Rounds.of(30) {
      kills += 1
      let terminal = try TmuxScreen(paperq, columns: 80, rows: 60)
      try await terminal.wait(for: "/24")
      let process = try terminal.process
      let isStarring = kills % 2 == 1
      try terminal.pressAtOnce(["g"] + ids.flatMap { _ in ["*", "j"] })
      // The instant is the test: it is to lie anywhere in the work.
      try await Task.sleep(for: .milliseconds(Int.random(in: 0...150, using: &random)))
      #expect(kill(process, SIGKILL) == 0)
      let screen = try await terminal.wait(for: "ended 137")
      let starred = Set(try ids.filter { try paperq.reading($0).star })
      let first = ids.prefix { starred.contains($0) == isStarring }.count
      let changed = Set(isStarring ? ids.prefix(first) : ids.dropFirst(first))
      #expect(starred == changed, "\(screen)")
      let shown = screen.split(separator: "\n").count { $0.prefix(10).contains("*") }
      // Rows that were not drawn yet have no star either.
      #expect(!isStarring || shown <= first, "\(screen)")
      count += first
      // Back to all or none for the next time.
      let all = ids.filter { starred.contains($0) != isStarring }
      if !all.isEmpty {
        #expect(try await paperq.run([isStarring ? "star" : "unstar"] + all).code == 0)
      }
    }
    #expect(count > 0, "no key was taken before any kill")
    try paperq.expectNoLitter()
  }

  /// Puts papers of several months into the library.
  private func stocked(months: Int, papers: Int) throws -> [String] {
    let ids = (1...months).flatMap { month in (1...papers).map { "240\(month).\(10_000 + $0)" } }
    try paperq.stock(
      ids.map { id in
        Paper(
          id: try #require(ArXivID(id)), title: "T\(id)",
          published: try #require(
            Timestamp("20\(id.prefix(2))-\(id.dropFirst(2).prefix(2))-02T03:04:05Z")))
      })
    return ids
  }

  @Test func aFirstRunThatWasKilledIsBegunAgain() async throws {
    var random = SeededGenerator(seed: 4)
    let whole = try await paperq("list", "--json")
    var duration = whole.seconds
    #expect(whole.code == 0 && whole.lines.count > 20)
    var codes: Set<Int32> = []
    for _ in 1...20 {
      let other = try BuiltProgram()
      let instant = duration * Double.random(in: 0.1...1, using: &random)
      let killed = try await other.killed(after: instant, ["list"])
      codes.insert(killed.code)
      if killed.code == 0 { duration = killed.seconds }
      let again = try await other("list", "--json")
      #expect(again.code == 0 && again.errors.isEmpty)
      #expect(again.lines.count == whole.lines.count, "killed after \(instant) s")
    }
    #expect(codes.contains(137))
  }

  /// The papers that the files call read; throws when a file does not parse.
  private func readPapers() throws -> Set<String> {
    var read: Set<String> = []
    for folder in ["papers/", "reading/"] where paperq.home.exists(Self.library + folder) {
      let place = paperq.home.url.appending(path: Self.library + folder).path()
      for name in try FileManager.default.contentsOfDirectory(atPath: place)
      where !name.hasPrefix(".") {
        // A damaged file would have been moved aside.
        #expect(name.hasSuffix(".json"))
        let text = try paperq.home.read(Self.library + folder + name)
        let object = try #require(try JSONValue.parse(Array(text.utf8)).object, "\(name)")
        for (id, value) in object.members.map({ ($0.key, $0.value.object) })
        where value?["state"]?.string == "read" {
          read.insert(id)
        }
      }
    }
    return read
  }
}
