import Foundation

/// Screens of the real program in one size, in a file beside the tests: for each step its name and
/// the rows that are other than before it. `RECORD_SNAPSHOTS=1` writes the file anew.
struct ScreenRecord {
  private let file: URL
  private var steps: [Step] = []
  private var next = 0
  /// The screen after the step before.
  private var screen: [String] = []

  private struct Step {
    var name: String
    /// Rows by number, from 0, and how many the screen has without empty ones at its end.
    var rows: [(number: Int, text: String)] = []
    var count = 0
  }

  static var isWanted: Bool {
    ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  }

  private static let rule = "=== "

  init(name: String) throws {
    file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Screens/\(name).txt")
    guard !Self.isWanted else { return }
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
      if line.hasPrefix(Self.rule) {
        let words = line.dropFirst(Self.rule.count).split(separator: " ", maxSplits: 1)
        guard words.count == 2, let count = Int(words[0]) else { throw Damaged(line: "\(line)") }
        steps.append(Step(name: String(words[1]), count: count))
      } else {
        let parts = line.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, let number = Int(parts[0]), !steps.isEmpty else {
          throw Damaged(line: "\(line)")
        }
        steps[steps.count - 1].rows.append((number, String(parts[1])))
      }
    }
  }

  struct Damaged: Error {
    var line: String
  }

  /// The recorded screen of the next step; nil when that is another one, or there is none.
  mutating func screen(of name: String) -> [String]? {
    guard next < steps.count, steps[next].name == name else { return nil }
    let step = steps[next]
    next += 1
    screen = Array(screen.prefix(step.count))
    screen += Array(repeating: "", count: step.count - screen.count)
    for (number, text) in step.rows where number < screen.count { screen[number] = text }
    return screen
  }

  /// Whether every recorded screen was asked for.
  var isUsedUp: Bool { next == steps.count }

  mutating func add(_ lines: [String], of name: String) {
    let changed = lines.indices.filter { $0 >= screen.count || screen[$0] != lines[$0] }
    steps.append(Step(name: name, rows: changed.map { ($0, lines[$0]) }, count: lines.count))
    screen = lines
    next = steps.count
  }

  func write() throws {
    let text = steps.map { step in
      "\(Self.rule)\(step.count) \(step.name)\n"
        + step.rows.map { "\($0.number)|\($0.text)\n" }.joined()
    }.joined()
    try Data(text.utf8).write(to: file)
  }
}
