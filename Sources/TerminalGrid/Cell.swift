/// One place of a grid: a character and how it looks.
package struct Cell: Hashable, Sendable {
  /// What is drawn: one base character with at most 4 marks over it; "" in the right half of a wide
  /// character.
  package internal(set) var text: String
  /// How it looks; the right half of a wide character has the style of the left half.
  package internal(set) var style: Style

  /// Whether this is the right half of the wide character in the cell to the left.
  package var isContinuation: Bool { text.isEmpty }

  init(_ text: String, _ style: Style) {
    self.text = text
    self.style = style
  }

  /// A space in that style.
  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(" ", style)
  }
}
