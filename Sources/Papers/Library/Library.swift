/// What arXiv says about papers and what the user did with them, in memory.
///
/// It is kept by arXiv month, as on disk. A month is a value of its own: changing one record copies
/// at most the records of its month, whoever else holds the library, and costs the same at 1,000 and
/// at 100,000 papers.
package struct Library: Sendable {
  /// One month of the library.
  package struct Shelf: Sendable {
    /// What arXiv says.
    package var papers: PaperShelf { didSet { readingMarks = ReadingMarks() } }
    /// What the user did, also with papers that are not there (yet).
    package var reading: [ArXivID: ReadingRecord] { didSet { readingMarks = ReadingMarks() } }
    /// What queries ask of the records.
    private var readingMarks = ReadingMarks()

    package init(papers: PaperShelf = PaperShelf(), reading: [ArXivID: ReadingRecord] = [:]) {
      self.papers = papers
      self.reading = reading
    }

    /// The marks of all papers, in the order of the shelf's entries.
    var marks: [ReadingMarks.Mark] { readingMarks.marks(of: self) }
  }

  /// The months that have papers or records.
  package private(set) var shelves: [ArXivMonth: Shelf]

  package init(shelves: [ArXivMonth: Shelf] = [:]) {
    self.shelves = shelves
  }

  /// A library of these papers that nobody has touched yet.
  package init(papers: [Paper]) {
    self.init()
    for (month, papers) in Dictionary(grouping: papers, by: \.id.month) {
      shelves[month] = Shelf(papers: PaperShelf(papers))
    }
  }

  /// The number of papers.
  package var count: Int { shelves.values.reduce(0) { $0 + $1.papers.count } }

  /// Whether the library has the paper.
  package func contains(_ id: ArXivID) -> Bool {
    shelves[id.month]?.papers.index(of: id) != nil
  }

  /// Decodes a paper.
  package func paper(_ id: ArXivID) -> Paper? {
    shelves[id.month]?.papers[id]
  }

  /// What the user did with a paper; the default record when that is nothing.
  package func reading(_ id: ArXivID) -> ReadingRecord {
    shelves[id.month]?.reading[id] ?? ReadingRecord()
  }

  /// Puts in months that were read from disk anew, replacing what was there.
  package mutating func replace(_ months: [ArXivMonth: Shelf]) {
    shelves.merge(months) { $1 }
  }

  /// Applies what the user did. Papers that are not in the library are touched too: their records
  /// wait for them.
  package mutating func apply(_ change: LibraryChange) {
    for step in change.steps {
      shelves[step.id.month, default: Shelf()]
        .reading[step.id, default: ReadingRecord()].apply(step.edit, at: change.time)
    }
  }

  /// This library after `change`.
  package func applying(_ change: LibraryChange) -> Library {
    var result = self
    result.apply(change)
    return result
  }

  /// The change that takes `change` back, for the library as it is before it.
  package func inverse(of change: LibraryChange, at time: Timestamp) -> LibraryChange {
    var before = self
    var steps: [LibraryChange.Step] = []
    for step in change.steps {
      let record = before.reading(step.id)
      steps.append(.init(step.id, record.inverse(of: step.edit)))
      before.apply(LibraryChange(action: change.action, at: change.time, steps: [step]))
    }
    return LibraryChange(action: change.action, at: time, steps: steps.reversed())
  }

  /// What taking in `papers` changes: the papers that are new, and those that are other than before,
  /// as they will be. What the user did is never touched, and merging twice changes nothing the
  /// second time.
  ///
  /// A paper that the user knows keeps the text of the version that they saw; see
  /// ``Paper/earlier``.
  package func merging(_ papers: [Paper]) -> FeedMerge {
    var result = FeedMerge()
    var pending: [ArXivID: Paper] = [:]
    for incoming in papers {
      let stored = pending[incoming.id] ?? paper(incoming.id)
      var merged = stored?.merged(with: incoming) ?? incoming
      if let stored, let seen = reading(incoming.id).seenVersion {
        merged.keepEarlier(from: [stored, incoming], seen: seen)
      }
      if merged == stored { continue }
      pending[incoming.id] = merged
    }
    for (id, paper) in pending.sorted(by: { $0.key < $1.key }) {
      if let stored = self.paper(id) {
        result.changed.append(paper)
        if paper.version > stored.version { result.newVersions.append(id) }
      } else {
        result.new.append(paper)
      }
    }
    return result
  }

  /// Takes in the papers of a merge.
  package mutating func apply(_ merge: FeedMerge) {
    for (month, papers) in Dictionary(grouping: merge.new + merge.changed, by: \.id.month) {
      var shelf = shelves[month] ?? Shelf()
      shelf.papers = shelf.papers.setting(papers)
      shelves[month] = shelf
    }
  }
}

/// What a feed brings to a library.
package struct FeedMerge: Equatable, Sendable {
  /// Papers that the library did not have.
  package var new: [Paper] = []
  /// Papers that it had, as they are now.
  package var changed: [Paper] = []
  /// Those of the changed papers that have a newer version.
  package var newVersions: [ArXivID] = []
  /// Papers that could not be taken in, for the file of their month cannot be written; sorted.
  package var leftOut: [ArXivID] = []

  package init() {}

  /// Whether the library stays as it is.
  package var isEmpty: Bool { new.isEmpty && changed.isEmpty }
}
