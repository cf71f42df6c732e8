import Papers

/// The text that a screen is narrowed to; empty for everything.
struct Narrowing {
  let text: String
  private let wanted: String

  init(to text: String) {
    self.text = text
    wanted = text.folded
  }

  /// Whether one of these has the text, in any case and without marks.
  func matches(_ candidates: String...) -> Bool {
    wanted.isEmpty || candidates.contains { $0.folded.contains(wanted) }
  }

  /// The heading of what has the text.
  func heading(_ things: String) -> String { "\(things) with '\(text)'" }

  /// What stands in the place of lines where nothing has it.
  static func none(of thing: String) -> StyledLine { StyledLine("no \(thing) has this", .dim) }
}
