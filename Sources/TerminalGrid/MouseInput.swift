/// What was done with the mouse over a cell.
package struct MouseInput: Equatable, Sendable {
  /// What was done; the other buttons are left to the terminal.
  package enum Kind: Equatable, Sendable {
    /// The left button was pressed, moved while it is held, or let go.
    case pressed, dragged, released
    /// The wheel was turned by a notch.
    case wheelUp, wheelDown
  }

  /// What was done.
  package var kind: Kind
  /// Where; it may lie outside the grid that is shown.
  package var position: Position

  /// What was done over that cell.
  package init(_ kind: Kind, at position: Position) {
    self.kind = kind
    self.position = position
  }
}

extension MouseInput {
  /// Farther out there is no cell, whatever a sequence says.
  private static let limit = 10_000

  /// The input of xterm's code of a button, with column and row from 1; nil for what is not of ours:
  /// other buttons, wheels to the side, modified clicks, and places that cannot be.
  package init?(button: Int, column: Int, row: Int, isReleased: Bool) {
    guard (1...Self.limit).contains(column), (1...Self.limit).contains(row) else { return nil }
    let position = Position(row: row - 1, column: column - 1)
    switch (button, isReleased) {
    case (0, false): self.init(.pressed, at: position)
    case (32, false): self.init(.dragged, at: position)
    case (0, true), (32, true): self.init(.released, at: position)
    case (64, false): self.init(.wheelUp, at: position)
    case (65, false): self.init(.wheelDown, at: position)
    default: return nil
    }
  }
}
