import Synchronization

/// The folded texts of a shelf, made when a query first asks for them and kept as long as the shelf.
///
/// It belongs to one value of a shelf, whose papers never change. Any thread may ask: one makes a
/// column while others that want it wait.
final class SearchTextCache: Sendable {
  /// What the shelf before a change knew: its columns, and for each paper of this shelf its place
  /// there, nil when the paper is new or other than before.
  struct Inheritance: Sendable {
    let texts: Texts
    let places: [Int?]
  }

  /// What is made already.
  struct Texts: Sendable {
    var columns: [FoldedColumn.Kind: FoldedColumn] = [:]
    var abstracts: FoldedAbstracts?

    var isEmpty: Bool { columns.isEmpty && abstracts == nil }
    fileprivate var isComplete: Bool {
      columns.count == FoldedColumn.Kind.allCases.count && abstracts != nil
    }
  }

  private struct State {
    var texts = Texts()
    var inheritance: Inheritance?

    mutating func forgetInheritanceIfComplete() {
      if texts.isComplete { inheritance = nil }
    }
  }

  private let state: Mutex<State>

  init(inheriting inheritance: Inheritance? = nil) {
    state = Mutex(State(inheritance: inheritance))
  }

  /// What is made already.
  var texts: Texts {
    state.withLock { $0.texts }
  }

  /// The column of a kind; `shelf` must be the one that this cache belongs to.
  func column(_ kind: FoldedColumn.Kind, of shelf: PaperShelf) -> FoldedColumn {
    state.withLock { state in
      if let column = state.texts.columns[kind] { return column }
      let isInherited = state.inheritance?.texts.columns[kind] != nil
      let made = FoldedColumn.columns(
        of: kind.group, in: shelf, inherited: isInherited ? state.inheritance : nil)
      state.texts.columns.merge(made) { $1 }
      state.forgetInheritanceIfComplete()
      return state.texts.columns[kind] ?? FoldedColumn()
    }
  }

  /// The abstracts of `shelf`, which must be the one that this cache belongs to.
  func abstracts(of shelf: PaperShelf) -> FoldedAbstracts {
    state.withLock { state in
      if let abstracts = state.texts.abstracts { return abstracts }
      let inherited = state.inheritance.flatMap { inheritance in
        inheritance.texts.abstracts.map { (old: $0, places: inheritance.places) }
      }
      let made = FoldedAbstracts(of: shelf, inherited: inherited)
      state.texts.abstracts = made
      state.forgetInheritanceIfComplete()
      return made
    }
  }
}
