package import Papers

extension LibraryStore {
  /// Takes in what a feed brought and returns when it is on the disk: all of it, or nothing when it
  /// throws. What the user did is not touched, and papers that are as they were are not written.
  ///
  /// A month whose file can be neither read nor replaced does not keep the others from being saved:
  /// its papers are left out, and a warning tells of it. Papers that are known to the library, as it
  /// is under the lock, are left out too.
  package func merge(
    _ papers: [Paper], unless isKnown: (Library, Paper) -> Bool = { _, _ in false }
  ) throws(StoreError) -> (merge: FeedMerge, update: LibraryUpdate) {
    guard !papers.isEmpty else { return (FeedMerge(), update(of: [])) }
    return try writing { () throws(StoreError) in
      let merge = try takeIn(papers, unless: isKnown)
      return (merge, update(of: []))
    }
  }

  /// Merges papers and writes the months that change. Only under the lock.
  func takeIn(
    _ papers: [Paper], unless isKnown: (Library, Paper) -> Bool = { _, _ in false }
  ) throws(StoreError) -> FeedMerge {
    let touched = Set(papers.map(\.id.month))
    refresh(touched)
    for month in touched.sorted() { try repair(month) }
    let blocked = touched.filter { months[$0]?.papers.isBlocked ?? false }
    var merge = library.merging(
      papers.filter { !blocked.contains($0.id.month) && !isKnown(library, $0) })
    merge.leftOut = Set(papers.lazy.map(\.id).filter { blocked.contains($0.month) }).sorted()
    warnAbout(leftOut: merge.leftOut)
    guard !merge.isEmpty else { return merge }
    var after = library
    after.apply(merge)
    try save(after, papersOf: Set((merge.new + merge.changed).map(\.id.month)))
    return merge
  }

  /// A warning for each month that papers were left out of.
  private func warnAbout(leftOut ids: [ArXivID]) {
    let byMonth = Dictionary(grouping: ids, by: \.month).sorted { $0.key < $1.key }
    for (month, ids) in byMonth {
      do throws(StoreError) {
        try months[month]?.papers.checkWritable(folder.papers(month))
      } catch {
        let papers = ids.count == 1 ? "1 paper is" : "\(ids.count) papers are"
        warnings.append("\(error.message); \(papers) left out")
      }
    }
  }

  private func save(_ after: Library, papersOf changed: Set<ArXivMonth>) throws(StoreError) {
    var batch = FileBatch(calls: calls)
    do throws(StoreError) {
      for month in changed.sorted() {
        let known = months[month]?.papers ?? .absent
        let old = library.shelves[month]?.papers
        let new = after.shelves[month]?.papers ?? PaperShelf()
        try batch.add(folder.papers(month), new: new.file) {
          known.stamp == nil ? nil : old?.file
        }
      }
    } catch {
      batch.discard()
      throw error
    }
    do throws(StoreError) {
      try batch.carryOut()
    } catch {
      refresh(changed)
      throw error
    }
    library = after
    for month in changed {
      months[month, default: MonthFiles()].papers.stamp = FileStamp(of: folder.papers(month))
      unreported.insert(month)
    }
  }
}
