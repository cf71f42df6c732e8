/// A screen to show grids on and a keyboard to read from.
///
/// Unless a method says otherwise, everything is called on the thread that made the terminal.
package protocol Terminal: AnyObject {
  /// The size of the screen now.
  var size: GridSize { get }

  /// Shows a grid in place of the last one; what does not fit the screen is left out.
  func present(_ grid: Grid)

  /// All input there is, in the order in which it came; empty when there is none.
  ///
  /// Does not wait for input, but may wait some milliseconds for the rest of a key that has begun.
  func readInput() -> [TerminalInput]

  /// Gives the screen and the keyboard back, for an editor or a stopped program.
  func suspend()

  /// Takes them again after `suspend`, and shows the last grid.
  func resume()

  /// Paints everything anew, for a screen that something else has written on.
  func redraw()
}
