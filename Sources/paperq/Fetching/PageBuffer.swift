import LibraryStore
import Papers

/// Papers on their way to the disk. Each page that comes at arXiv's pace is saved at once; pages that
/// follow faster on one another are saved together, for each save writes whole months.
actor PageBuffer {
  /// Papers that were to be saved with an earlier page, and were not.
  struct LostPapers: Error {
    var count: Int
  }

  /// A page that comes when this much time has passed since the last save is saved at once.
  static let longestWait: Duration = .seconds(1)

  private let save: @Sendable ([Paper]) async throws -> FeedMerge
  private let now: @Sendable () -> ContinuousClock.Instant
  private var waiting: [Paper] = []
  private var lastSave: ContinuousClock.Instant?
  /// Months that could be written when they were last saved.
  private var savedMonths: Set<ArXivMonth> = []

  /// `save` takes in papers, and returns when they are on disk.
  init(
    now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now },
    save: @escaping @Sendable ([Paper]) async throws -> FeedMerge
  ) {
    self.save = save
    self.now = now
  }

  /// Takes a page, and saves it now or with a later one.
  ///
  /// A page of a month that was not saved before is saved at once: whoever asked for it must be told
  /// if the month cannot be written.
  func take(_ page: [Paper]) async throws {
    let isDue = lastSave.map { now() - $0 >= Self.longestWait } ?? true
    if isDue || !savedMonths.isSuperset(of: page.map(\.id.month)) {
      try await save(with: page)
    } else {
      waiting += page
    }
  }

  /// Returns when all that was taken is on disk. Throws ``LostPapers`` when some of it could not be
  /// saved, though its month could be when it was taken.
  func flush() async throws {
    if !waiting.isEmpty { try await save(with: []) }
  }

  private func save(with page: [Paper]) async throws {
    let earlier = waiting
    waiting = []
    let papers = earlier + page
    let merge = try await save(papers)
    lastSave = now()
    savedMonths.formUnion(papers.map(\.id.month))
    savedMonths.subtract(merge.leftOut.map(\.month))
    let lost = Set(merge.leftOut)
    let count = earlier.count { lost.contains($0.id) }
    if count > 0 { throw LostPapers(count: count) }
  }
}
