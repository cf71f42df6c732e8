import Glibc
package import Papers

extension LibraryStore {
  /// Reads what other programs wrote since, and tells which months that were.
  ///
  /// It takes no lock, for each file is wholly old or wholly new. When the library's folder is not
  /// there, which throws, what was read of it stays in memory.
  package func reload() throws(StoreError) -> LibraryUpdate {
    guard FileStamp.kind(of: folder.path) == .folder else {
      throw .cannotRead(file: folder.path, cause: FileFault(ENOENT, following: folder.path))
    }
    try refreshAll()
    return update(of: [])
  }

  /// Reads what other programs wrote since.
  func refreshAll() throws(StoreError) {
    var names = try LibraryFolder.months(in: folder.papers)
    names.formUnion(try LibraryFolder.months(in: folder.reading))
    refresh(names.union(months.keys))
  }

  /// Reads those files of some months that are other than they were when this store last saw them.
  ///
  /// `rereading` distrusts the stamps of the reading files: a file that was replaced twice within a
  /// tick of the clock may look the same. What could not be read is read again, for a disk may get
  /// well, and until then what was last read of it stays in memory.
  func refresh(_ candidates: some Sequence<ArXivMonth>, rereading: Bool = false) {
    for month in candidates {
      let known = months[month] ?? MonthFiles()
      if known.papers.isBlocked || FileStamp(of: folder.papers(month)) != known.papers.stamp {
        let file = PapersFile(folder.papers(month), month: month)
        months[month, default: MonthFiles()].papers = file.slot
        if !file.slot.isBlocked { replaceShelf(of: month) { $0.papers = file.shelf } }
      }
      if rereading || known.reading.isBlocked
        || FileStamp(of: folder.reading(month)) != known.reading.stamp
      {
        let file = ReadingFile(folder.reading(month), month: month)
        months[month, default: MonthFiles()].reading = file.slot
        guard !file.slot.isBlocked else { continue }
        months[month, default: MonthFiles()].lines = file.lines
        replaceShelf(of: month) { $0.reading = file.records }
      }
    }
  }

  private func replaceShelf(of month: ArXivMonth, _ change: (inout Library.Shelf) -> Void) {
    var shelf = library.shelves[month] ?? Library.Shelf()
    change(&shelf)
    library.replace([month: shelf])
    unreported.insert(month)
  }
}
