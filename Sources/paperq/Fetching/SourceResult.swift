import ArXivFeed
import Papers

/// What fetching a source brought.
struct SourceResult: Equatable, Sendable {
  var source: Source
  var received = 0
  var expected = 0
  /// Papers that the library did not have.
  var newIDs: [ArXivID] = []
  /// Papers that it had and that are other than before.
  var changed = 0
  /// Those of the changed papers that have a newer version.
  var updated = 0
  var missing: [ArXivID] = []
  /// Entries of arXiv's answers that could not be read.
  var skipped = SkippedEntries()
  /// Papers that came and could not be saved.
  var unsaved: Set<ArXivID> = []
  /// Why there is nothing new, where that is worth a word.
  var note: String?
  /// Set when arXiv was not asked, because it announced nothing since the last answer.
  var fresh: FreshAnswer?
  var failure: FetchFailure?

  init(source: Source) {
    self.source = source
  }
}

/// An answer of arXiv that is still its latest word.
struct FreshAnswer: Equatable, Sendable {
  /// When arXiv was asked.
  var askedAt: Timestamp
  var nextAnnouncement: Timestamp

  /// `asked at 14:02; arXiv announces next on Mon 01:00`, by the clock on the wall.
  func words(now: Timestamp, clock: WallClock = .local) -> String {
    let (askedAt, now) = (clock.shown(askedAt), clock.shown(now))
    let isToday = askedAt.startOfDay == now.startOfDay
    let asked = isToday ? "at \(askedAt.timeOfDay)" : "on \(askedAt.minute(now: now))"
    let next = clock.shown(nextAnnouncement).weekdayAndTime
    return "asked \(asked); arXiv announces next on \(next)"
  }
}
