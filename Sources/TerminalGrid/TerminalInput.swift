/// What a terminal has to tell.
package enum TerminalInput: Equatable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// Text was pasted; line breaks are "\n", and nothing of it is a key.
  case paste(String)
  /// Something was done with the mouse; only where that was asked for.
  case mouse(MouseInput)
  /// The terminal has another size now.
  case resized(GridSize)
  /// The terminal is gone, or the program was asked to end: no more input will come.
  case closed
}
