/// One place of a grid: a character and how it looks.
package struct Cell: Hashable, Sendable {
  /// What is drawn; nothing in the right half of a wide character.
  package internal(set) var content: CellText
  /// How it looks; the right half of a wide character has the style of the left half.
  package internal(set) var style: Style

  /// What is drawn, as a text; "" in the right half of a wide character.
  package var text: String { content.string }

  /// Whether this is the right half of the wide character in the cell to the left.
  package var isContinuation: Bool { content.isEmpty }

  init(_ content: CellText, _ style: Style) {
    self.content = content
    self.style = style
  }

  /// A space in that style.
  package static func blank(_ style: Style = .plain) -> Cell {
    Cell(.blank, style)
  }
}
