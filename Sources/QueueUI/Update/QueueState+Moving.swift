import Papers
import TerminalGrid

extension QueueState {
  /// How many rows a page has to move by.
  var pageRows: Int {
    let layout = layout
    return screens.isEmpty ? layout.list.rows : layout.body.rows
  }

  mutating func move(by step: Int) -> [Effect] {
    guard let screen = screens.last else {
      list.move(by: step)
      fitList()
      return []
    }
    let (target, overflow) = screen.scroll.addingReportingOverflow(step)
    scroll(to: overflow ? (step > 0 ? .max : 0) : target)
    return []
  }
}
