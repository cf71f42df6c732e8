import Papers
import TerminalGrid

extension QueueState {
  /// What changed in a paper between the version that was seen and the present one.
  func changeLines(of id: ArXivID, failure: String?) -> [StyledLine] {
    guard let paper = library.paper(id), let compared = library.comparedVersion(of: id) else {
      return [StyledLine("There is no other version of \(id).", .dim)]
    }
    let columns = textColumns
    let head =
      StyledLine.wrapped(paper.titleText, .title, columns: columns) + [
        StyledLine([
          .init(text: "\(id)", role: .link),
          .init(text: "  v\(compared) → v\(paper.version), what changed", role: .updated),
        ])
      ]
    guard let changes = library.changes(of: id) else {
      let text = "The library does not hold what version \(compared) said. "
      let key = options.keyMap.hint(for: .back, in: .page)
      return head + [StyledLine()]
        + StyledLine.wrapped(
          text + (failure ?? "Asking arXiv for it; \(key) leads back."), columns: columns)
    }
    guard !changes.changes.isEmpty else {
      return head + [StyledLine()]
        + StyledLine.wrapped(
          "Title, authors, categories, comment and abstract are as they were; the paper itself"
            + " is another.", columns: columns)
    }
    return head
      + changes.changes.flatMap { change in
        [StyledLine(), StyledLine(change.field.rawValue, .heading)]
          + StyledLine.wrapped(
            change.diff.folded(context: Self.contextInWords).spans, columns: columns)
      }
  }

  /// How many unchanged words are shown next to a change.
  private static let contextInWords = 20
}

extension WordDiff {
  /// The runs in their colours, with a blank between what was removed and what came in its place.
  fileprivate var spans: [StyledLine.Span] {
    zip(runs, runs.dropFirst().map(Optional.some) + [nil]).flatMap { run, next in
      let isReplaced = run.kind == .removed && next?.kind == .added
      let isParted = run.text.last?.isWhitespace ?? true
      return isReplaced && !isParted ? [run.span, .init(text: " ", role: .text)] : [run.span]
    }
  }
}

extension WordDiff.Run {
  fileprivate var span: StyledLine.Span {
    switch kind {
    case .kept: .init(text: text, role: .text)
    case .removed: .init(text: text, role: .removed)
    case .added: .init(text: text, role: .added)
    case .folded: .init(text: text, role: .dim)
    }
  }
}
