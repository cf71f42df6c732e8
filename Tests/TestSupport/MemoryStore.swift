package import Papers
package import QueueUI

/// A library in memory that answers the effects of the interface as the store on disk would.
package struct MemoryStore: Sendable {
  /// What is "on disk".
  package private(set) var library: Library
  private var undoable: [Step] = []
  private var redoable: [Step] = []

  private struct Step {
    var change: LibraryChange
    var inverse: LibraryChange
  }

  /// A store that holds this much, with nothing to undo.
  package init(_ library: Library) {
    self.library = library
  }

  /// Carries out an effect and says what came of it; nil for one that is not a store's.
  package mutating func answer(_ effect: Effect) -> Event? {
    switch effect {
    case .take(let papers, let change):
      library.apply(library.merging(papers))
      return commit(change)
    case .commit(let change):
      return commit(change)
    case .undo:
      guard let step = undoable.popLast() else { return .nothingToUndo }
      redoable.append(step)
      return .undone(step.change, apply(step.inverse))
    case .redo:
      guard let step = redoable.popLast() else { return .nothingToRedo }
      undoable.append(step)
      return .redone(step.change, apply(step.change))
    default:
      return nil
    }
  }

  /// Takes in papers as a fetch brings them.
  package mutating func merge(_ papers: [Paper]) -> Event {
    let merge = library.merging(papers)
    library.apply(merge)
    let months = Set((merge.new + merge.changed).map(\.id.month))
    return .papersArrived(update(of: months))
  }

  private mutating func commit(_ asked: LibraryChange) -> Event {
    let change = library.completing(asked)
    if change.isUndoable {
      undoable.append(
        Step(change: change, inverse: library.inverse(of: change, at: change.time)))
      redoable = []
    }
    return .committed(asked, apply(change))
  }

  private mutating func apply(_ change: LibraryChange) -> LibraryUpdate {
    library.apply(change)
    return update(of: Set(change.ids.map(\.month)))
  }

  private func update(of months: Set<ArXivMonth>) -> LibraryUpdate {
    LibraryUpdate(shelves: library.shelves.filter { months.contains($0.key) })
  }
}
