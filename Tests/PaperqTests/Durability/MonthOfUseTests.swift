import Foundation
import LibraryStore
import LoopbackArXiv
import Papers
import TestSupport
import Testing

/// A month with three programs on one library at once: one fetches, one marks, one notes, tags and
/// undoes. Each is killed again and again.
struct MonthOfUseTests {
  private let paperq: BuiltProgram
  private let arXiv: LoopbackArXiv
  /// What is acted upon; the newest of them get new versions in the course of the month.
  private static let ids = (1...4).flatMap { month in
    (1...3).map { "260\(month).\(10_000 + $0)" }
  }

  init() throws {
    paperq = try BuiltProgram()
    arXiv = LoopbackArXiv(papers: [])
    try arXiv.start()
    try paperq.configure(
      #"""
      {
        "arxiv": {"api": "\#(arXiv.api)", "feeds": "\#(arXiv.site)", "site": "\#(arXiv.site)",
                  "secondsBetweenRequests": 0, "pageSize": 200},
        "sources": [{"name": "all", "query": "cat:cs.LG", "window": "30d"}]
      }
      """#)
    try paperq.home.write(
      #"{"format": 1, "created": "2026-11-22T01:02:03Z"}"#,
      to: ".local/share/paperq/library.json")
    try paperq.stock(Self.ids.map { try Self.paper($0, version: 1) })
  }

  private static func paper(_ id: String, version: Int) throws -> Paper {
    let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970) * 1000)
    return Paper(
      id: try #require(ArXivID(id)), version: version, title: "Version \(version) of \(id)",
      abstract: "An abstract.", authors: [.init("Ada Lovelace")], categories: ["cs.LG"],
      published: now.advanced(byDays: -2), updated: now.advanced(byDays: -1))
  }

  @Test func aMonthWithThreeProgramsEndsAsTheModelSays() async throws {
    let days = Rounds.of(12)
    async let marks = actions(3 * days, of: .marks, seed: 31)
    async let notes = actions(3 * days, of: .notes, seed: 32)
    async let fetches = fetches(days, seed: 33)
    let programs = try await [marks, notes]
    let served = try await fetches

    let library = try paperq.openStore().library
    for program in programs { #expect(program.model.values(in: library) == program.model.values) }
    let stored = library.shelves.values.flatMap { shelf in
      shelf.papers.entries.indices.compactMap { shelf.papers.paper(at: $0) }
    }
    var wanted = Dictionary(uniqueKeysWithValues: Self.ids.map { ($0, 1) })
    for paper in served { wanted[paper.id.description] = paper.version }
    #expect(
      Dictionary(uniqueKeysWithValues: stored.map { ($0.id.description, $0.version) }) == wanted)
    #expect(stored.allSatisfy { $0.title == "Version \($0.version) of \($0.id)" })
    #expect(programs.map(\.kills).reduce(0, +) > 0)
    try paperq.expectNoLitter()

    // What was done can be taken back to the beginning.
    for var program in programs { try await program.undoAll() }
    let first = try paperq.openStore().library
    for program in programs {
      #expect(program.model.values(in: first) == LibraryModel(Self.ids).values)
    }
  }

  private func actions(
    _ count: Int, of subject: LibraryModel.Subject, seed: UInt64
  ) async throws -> ActingProgram {
    var program = ActingProgram(
      paperq, name: "\(subject)", model: LibraryModel(Self.ids, subjects: [subject]), seed: seed)
    for _ in 1...count { try await program.act() }
    return program
  }

  /// Fetches once a day what arXiv has by then; gives what it had last.
  private func fetches(_ days: Int, seed: UInt64) async throws -> [Paper] {
    var random = SeededGenerator(seed: seed)
    var duration = 0.3
    var served: [Paper] = []
    let variables = ["XDG_STATE_HOME": paperq.home.path + "/state-fetches"]
    for day in 1...days {
      let revised = Self.ids[day % Self.ids.count]
      served.removeAll { $0.id.description == revised }
      served.append(try Self.paper(revised, version: 1 + day))
      served.append(try Self.paper("2604.2\(1000 + day)", version: 1))
      arXiv.papers = served
      let isLast = day == days
      let outcome = try await paperq.killed(
        after: isLast
          ? Double(60 * Patience.factor) : duration * Double.random(in: 0.4...1.6, using: &random),
        ["fetch", "--force"],
        variables: variables)
      let library = try paperq.openStore().library
      if outcome.code == 0 {
        for paper in served { #expect(library.paper(paper.id)?.version == paper.version) }
      } else {
        #expect(outcome.code == 137, "\(outcome)")
        duration *= 1.2
      }
      for id in Self.ids { #expect(library.paper(ArXivID(literal: id)) != nil) }
    }
    return served
  }
}
