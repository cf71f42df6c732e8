import Papers
import TerminalGrid

extension QueueState {
  /// The lines of a screen, in the present width.
  func lines(of screen: Screen) -> [StyledLine] {
    switch screen.subject {
    case .paper(let id): pageLines(of: id)
    case .help(let context): helpLines(for: context, filter: screen.filter?.text ?? "")
    }
  }

  /// The columns of running text; longer lines are hard to read.
  private var textColumns: Int { min(100, Layout(size: size).body.columns - 2) }

  private func pageLines(of id: ArXivID) -> [StyledLine] {
    guard let paper = library.paper(id) else {
      return [StyledLine("\(id) is no longer in the library.", .dim)]
    }
    return PaperLines(paper: paper, reading: library.reading(id), columns: textColumns).page
  }
}
