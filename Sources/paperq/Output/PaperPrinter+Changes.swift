import JSONText
import Papers
import TerminalGrid

extension PaperPrinter {
  /// What changed between two versions of a paper.
  ///
  /// On a terminal words are marked `[-removed-]` and `{+added+}`, and long stretches that did not
  /// change are left out. Elsewhere it is one JSON object, whose runs of words are named by what
  /// became of them: `{"kept": "We "}`, `{"removed": "did"}`, `{"added": "do"}`.
  func show(_ changes: PaperChanges, of paper: Paper) throws(CommandFailure) {
    guard console.showsTables else { return try console.print(json(changes, of: paper)) }
    let columns = max(min(console.columns, 100), 20)
    var lines = ["\(paper.id): v\(changes.from) → v\(changes.to)"]
    if changes.changes.isEmpty {
      lines.append("title, authors, categories, comment and abstract are the same")
    }
    for change in changes.changes {
      lines += ["", change.field.rawValue]
      for paragraph in change.diff.folded(context: 20).marked.split(separator: "\n") {
        lines += String(paragraph).onOneLine.wrapped(toColumns: columns)
      }
    }
    for line in lines { try console.print(line.onOneLine) }
  }

  /// That a paper has no version before the one that is there; elsewhere than on a terminal, no
  /// changes from none.
  func showFirstVersion(of paper: Paper) throws(CommandFailure) {
    guard console.showsTables else {
      let members: JSONObject = [
        "id": .string(paper.id.description), "to": .integer(paper.version), "changes": .array([]),
      ]
      return try console.print(.object(members))
    }
    try console.print("\(paper.reference) is the first version")
  }

  private func json(_ changes: PaperChanges, of paper: Paper) -> JSONValue {
    let fields = changes.changes.map { change -> JSONValue in
      let words = change.diff.runs.map { JSONValue.object([$0.kind.name: .string($0.text)]) }
      return .object(["field": .string(change.field.rawValue), "words": .array(words)])
    }
    return .object([
      "id": .string(paper.id.description), "from": .integer(changes.from),
      "to": .integer(changes.to), "changes": .array(fields),
    ])
  }
}

extension WordDiff {
  /// The text with `[-removed-]` and `{+added+}` words.
  fileprivate var marked: String {
    runs.map { run in
      switch run.kind {
      case .kept, .folded: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      }
    }.joined()
  }
}

extension WordDiff.Run.Kind {
  /// What became of the words, as programs read it.
  fileprivate var name: String {
    switch self {
    case .kept, .folded: "kept"
    case .removed: "removed"
    case .added: "added"
    }
  }
}
