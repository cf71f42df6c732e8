import Synchronization

/// The folded texts of a shelf, made when a query first asks for them and kept as long as the shelf.
///
/// It belongs to one value of a shelf, whose papers never change. Any thread may ask: one makes a
/// column while others that want it wait.
final class SearchTextCache: Sendable {
  /// What the shelf before a change knew: its columns, and for each paper of this shelf its place
  /// there, nil when the paper is new or other than before.
  struct Inheritance: Sendable {
    let columns: [FoldedColumn.Kind: FoldedColumn]
    let places: [Int?]
  }

  private struct State {
    var columns: [FoldedColumn.Kind: FoldedColumn] = [:]
    var inheritance: Inheritance?
  }

  private let state: Mutex<State>

  init(inheriting inheritance: Inheritance? = nil) {
    state = Mutex(State(inheritance: inheritance))
  }

  /// The columns that are made already.
  var columns: [FoldedColumn.Kind: FoldedColumn] {
    state.withLock { $0.columns }
  }

  /// The column of a kind; `shelf` must be the one that this cache belongs to.
  func column(_ kind: FoldedColumn.Kind, of shelf: PaperShelf) -> FoldedColumn {
    state.withLock { state in
      if let column = state.columns[kind] { return column }
      let group = kind.group
      let isInherited = state.inheritance?.columns[kind] != nil
      let made = FoldedColumn.columns(
        of: group, in: shelf, inherited: isInherited ? state.inheritance : nil)
      state.columns.merge(made) { $1 }
      if state.columns.count == FoldedColumn.Kind.allCases.count { state.inheritance = nil }
      return state.columns[kind] ?? FoldedColumn()
    }
  }
}
