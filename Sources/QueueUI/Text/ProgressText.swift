import TerminalGrid

/// How far something is, on one line: `fetching learning ━━━╸──── 400 of 1204, 35/s, 20 s left`.
struct ProgressText: Equatable {
  /// What is going on.
  var title: String
  /// How much came of how much.
  var amount: String
  /// The part that is there, from 0 to 1; nil while that is unknown.
  var share: Double?
  /// How much comes in a second.
  var rate: String?
  var secondsLeft: Int?

  /// The longest of its forms that fits: first the rate goes, then the time left, then the bar.
  func fitted(toColumns columns: Int, bar: ProgressBar) -> String {
    let left = secondsLeft.map { "\(Self.duration($0)) left" }
    let facts = [[rate, left], [left], []].map { [amount] + $0.compactMap(\.self) }
    let long = share.map { bar.text($0, columns: 20) + " " } ?? ""
    let short = share.map { bar.text($0, columns: 8) + " " } ?? ""
    let forms =
      [long + facts[0].joined(separator: ", ")]
      + facts.map { short + $0.joined(separator: ", ") } + [amount]
    let lines = forms.map { "\(title) \($0)" }
    return lines.first { $0.displayWidth <= columns }
      ?? title.truncated(toColumns: max(1, columns - amount.displayWidth - 1)) + " " + amount
  }

  /// `20 s`, `3 min`, `2 h`.
  static func duration(_ seconds: Int) -> String {
    switch seconds {
    case ..<100: "\(seconds) s"
    case ..<5400: "\((seconds + 30) / 60) min"
    default: "\((seconds + 1800) / 3600) h"
    }
  }
}

/// How a bar is drawn: heavy and light, so that it can be read without colours.
package enum ProgressBar: Sendable {
  /// `━━━╸────`
  case lines
  /// `###-----`, for terminals whose fonts lack the others.
  case ascii

  /// A bar of so many columns; full only when all is there.
  package func text(_ share: Double, columns: Int) -> String {
    let share = share.isFinite ? min(max(share, 0), 1) : 0
    let halves = Int(share * Double(columns) * 2)
    let filled = halves / 2
    let hasHalf = halves % 2 == 1 && self == .lines
    let rest = columns - filled - (hasHalf ? 1 : 0)
    let (heavy, light) = self == .lines ? ("━", "─") : ("#", "-")
    return String(repeating: heavy, count: filled) + (hasHalf ? "╸" : "")
      + String(repeating: light, count: rest)
  }
}
