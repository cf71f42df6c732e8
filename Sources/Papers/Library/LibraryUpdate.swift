/// Months of the library that are other than before, as they are on disk now.
package struct LibraryUpdate: Sendable {
  /// Whole months, each replacing what was known of it.
  package var shelves: [ArXivMonth: Library.Shelf]

  package init(shelves: [ArXivMonth: Library.Shelf] = [:]) {
    self.shelves = shelves
  }

  /// Whether nothing changed.
  package var isEmpty: Bool { shelves.isEmpty }

  /// Both updates, the later one last.
  package func followed(by later: LibraryUpdate) -> LibraryUpdate {
    LibraryUpdate(shelves: shelves.merging(later.shelves) { $1 })
  }
}
