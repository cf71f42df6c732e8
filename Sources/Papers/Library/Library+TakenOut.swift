import JSONText

extension Library {
  /// Whether the library is without a paper that it holds: the import or the search that took it in
  /// was taken back, no source has brought it since, and the user has done nothing else with it.
  ///
  /// Such a paper is in no list. What arXiv says of it stays where it is, so that redo needs neither
  /// the file nor arXiv; it is there again once a source brings it, or the user acts on it.
  package func isTakenOut(_ id: ArXivID) -> Bool {
    guard let shelf = shelves[id.month], let index = shelf.papers.index(of: id),
      let record = shelf.reading[id]
    else { return false }
    return shelf.isTakenOut(at: index, record)
  }

  /// Whether the library has the paper and shows it.
  package func shows(_ id: ArXivID) -> Bool {
    contains(id) && !isTakenOut(id)
  }

  /// A change of the user, which takes those papers in again that it is about and that were taken
  /// out.
  func takingIn(_ change: LibraryChange) -> LibraryChange {
    guard change.isUndoable else { return change }
    let settled = Set(change.steps.lazy.filter { $0.edit.field == .takenOut }.map(\.id))
    var result = change
    for id in change.ids where !settled.contains(id) {
      guard let sources = reading(id).takenOut else { continue }
      result.steps.append(.init(id, .takeIn(sources: sources)))
    }
    return result
  }
}

extension Library.Shelf {
  /// Whether the paper at a place of the shelf's entries, whose record is `record`, was taken out.
  func isTakenOut(at index: Int, _ record: ReadingRecord) -> Bool {
    guard let sources = record.takenOut, record.isBare else { return false }
    return Set(papers.sources(at: index)).isSubset(of: sources)
  }
}

extension ReadingRecord {
  /// Whether nothing that the user did stands in it.
  fileprivate var isBare: Bool {
    state == .unread && depth == .notYet && !star && rank == nil && project == nil
      && tags.isEmpty && notes.isEmpty
  }
}

extension PaperShelf {
  /// The sources that the paper at a place of ``entries`` names.
  fileprivate func sources(at index: Int) -> [String] {
    let sources = try? withRecord(at: index) { (scanner) throws(JSONError) in
      var sources: JSONValue?
      try scanner.object { (key, scanner) throws(JSONError) in
        if key == "sources" { sources = try scanner.value() } else { try scanner.skipValue() }
      }
      return sources
    }
    return sources?.list(of: \.string) ?? []
  }
}
