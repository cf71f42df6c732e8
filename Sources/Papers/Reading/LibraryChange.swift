/// One action of the user: what it sets in which papers. The unit of saving, undo and the journal.
package struct LibraryChange: Equatable, Sendable {
  /// What is set in one paper.
  package struct Step: Equatable, Sendable {
    /// The paper that is changed.
    package var id: ArXivID
    /// What is set in its record.
    package var edit: ReadingEdit

    package init(_ id: ArXivID, _ edit: ReadingEdit) {
      self.id = id
      self.edit = edit
    }
  }

  package var action: ActionName
  /// When the user asked for it.
  package var time: Timestamp
  /// Applied in order.
  package var steps: [Step]
  /// Whether undo takes it back. What paperq remembers by itself, such as the version that was
  /// opened, is stepped over.
  package var isUndoable: Bool

  package init(action: ActionName, at time: Timestamp, steps: [Step], isUndoable: Bool = true) {
    self.action = action
    self.time = time
    self.steps = steps
    self.isUndoable = isUndoable
  }

  /// The papers that it touches, each once, in order.
  package var ids: [ArXivID] {
    var seen: Set<ArXivID> = []
    return steps.map(\.id).filter { seen.insert($0).inserted }
  }
}
