/// A terminal without a device, for tests: input is queued, and what is shown can be looked at.
package final class MemoryTerminal: Terminal {
  package private(set) var size: GridSize
  /// Every grid that was shown, the latest last.
  package private(set) var presented: [Grid] = []
  /// Whether it was given back and not taken again.
  package private(set) var isSuspended = false
  /// How often it was painted anew, on request or after `suspend`.
  package private(set) var redraws = 0

  private var pending: [TerminalInput] = []

  /// A terminal of that size without input.
  package init(size: GridSize) {
    self.size = size
  }

  /// What is on the screen; nil before the first grid.
  package var screen: Grid? { presented.last }

  /// Queues input for the next `readInput`; a resize has changed `size` at once.
  package func send(_ inputs: TerminalInput...) {
    for input in inputs {
      if case .resized(let newSize) = input { size = newSize }
      pending.append(input)
    }
  }

  package func present(_ grid: Grid) {
    presented.append(grid)
  }

  package func readInput() -> [TerminalInput] {
    defer { pending = [] }
    return pending
  }

  package func suspend() {
    isSuspended = true
  }

  package func resume() {
    isSuspended = false
    redraws += 1
  }

  package func redraw() {
    redraws += 1
  }
}
