import ArgumentParser
import JSONText
import LibraryStore
import Papers
import TerminalGrid

/// `paperq stats`: what was read.
struct StatsCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "stats", abstract: "Show what was read, when, and for how long.")

  @OptionGroup var options: GlobalOptions

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    let now = Workspace.now
    let isForPeople = context.console.showsTables
    let statistics = ReadingStatistics(
      library.library, changes: try library.store.standingChanges(), now: now,
      clock: isForPeople ? .local : .utc)
    guard isForPeople else {
      return try context.console.print(statistics.json(now: now))
    }
    for line in statistics.lines(now: now) {
      try context.console.print(line.truncated(toColumns: context.console.columns))
    }
  }
}

extension ReadingStatistics {
  private static let depthNames: [(ReadingDepth, String)] = [
    (.skimmed, "skimmed"), (.read, "read"), (.understood, "understood"),
  ]

  fileprivate func json(now: Timestamp) -> JSONValue {
    func object<Key>(_ keys: [(Key, String)], _ counts: [Key: Int]) -> JSONValue {
      .object(
        JSONObject(
          members: keys.map { .init(key: $0.1, value: .integer(counts[$0.0] ?? 0)) }))
    }
    func list(_ shares: [Share]) -> JSONValue {
      .array(shares.map { .object(["name": .string($0.name), "read": .integer($0.read)]) })
    }
    func list(_ periods: [Period]) -> JSONValue {
      .array(
        periods.map { .object(["from": .string($0.start.date), "read": .integer($0.read)]) })
    }
    return .object([
      "papers": .integer(papers),
      "states": object(ReadingState.allCases.map { ($0, $0.rawValue) }, states),
      "starred": .integer(starred), "noted": .integer(noted), "notes": .integer(notes),
      "depth": object(Self.depthNames, depths),
      "sessions": .integer(sessions.count), "minutes": .integer(minutes()),
      "minutesOfLast30Days": .integer(minutes(since: now.advanced(byDays: -30))),
      "daysOfLast30": .integer(recentDays), "mostDaysInARow": .integer(longestRun),
      "weeks": list(weeks), "months": list(months), "categories": list(categories),
      "authors": list(authors), "tags": list(tags),
    ])
  }

  fileprivate func lines(now: Timestamp) -> [String] {
    func line(_ name: String, _ text: String) -> [String] {
      text.isEmpty ? [] : [name.padded(toColumns: 12) + text]
    }
    func words<Key>(_ keys: [(Key, String)], _ counts: [Key: Int]) -> String {
      keys.compactMap { key, name in
        counts[key].flatMap { $0 > 0 ? "\($0.grouped) \(name)" : nil }
      }.joined(separator: ", ")
    }
    func words(_ shares: [Share]) -> String {
      shares.map { "\($0.name) \($0.read.grouped)" }.joined(separator: ", ")
    }
    var lines = line("papers", papers.grouped)
    lines += line("states", words(ReadingState.allCases.map { ($0, $0.rawValue) }, states))
    lines += line("depth", words(Self.depthNames, depths))
    lines += line("starred", starred > 0 ? starred.grouped : "")
    lines += line("notes", notes > 0 ? "\(notes.grouped) on \(noted.papers)" : "")
    if !sessions.isEmpty {
      let recent = Self.duration(minutes(since: now.advanced(byDays: -30)))
      lines += line("time", "\(Self.duration(minutes())), \(recent) in the last 30 days")
    }
    if longestRun > 0 {
      lines += line("days", "\(recentDays) of the last 30, at most \(longestRun) in a row")
    }
    lines += line("categories", words(categories)) + line("authors", words(authors))
    lines += line("tags", words(tags))
    lines += Self.bars("read in the week from", weeks) { String($0.date.suffix(5)) }
    return lines + Self.bars("read in", months) { String($0.date.prefix(7)) }
  }

  private func minutes(since time: Timestamp = .distantPast) -> Int {
    Int(milliseconds(since: time) / 60_000)
  }

  /// `40 min`, `3 h 20 min`.
  private static func duration(_ minutes: Int) -> String {
    minutes < 60 ? "\(minutes) min" : "\((minutes / 60).grouped) h \(minutes % 60) min"
  }

  /// A line for each period in which something was read, its bar as long as that.
  private static func bars(
    _ heading: String, _ periods: [Period], _ name: (Timestamp) -> String
  ) -> [String] {
    let periods = periods.filter { $0.read > 0 }
    guard let most = periods.map(\.read).max() else { return [] }
    return ["", heading]
      + periods.map { period in
        let columns = most <= 40 ? period.read : (period.read * 40 + most - 1) / most
        let bar = String(repeating: "█", count: columns)
        return name(period.start).padded(toColumns: 12) + bar + " \(period.read.grouped)"
      }
  }
}
