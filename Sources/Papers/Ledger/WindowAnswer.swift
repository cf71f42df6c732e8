/// What asking arXiv for the papers of one window came to.
package struct WindowAnswer: Equatable, Sendable {
  /// How asking for a window ended.
  package enum Ending: Equatable, Sendable {
    /// Everything there is came.
    case whole
    /// The limit was reached; older papers were not asked for.
    case limited
    /// arXiv's list ended before all came that it had named; `missing` papers are lacking. The
    /// cause says so in words.
    case short(missing: Int, cause: String)
    /// arXiv or the disk failed on the way, for this reason in words.
    case failed(cause: String)
  }

  /// The times of submission that were asked for.
  package var window: ClosedRange<Timestamp>
  /// Whether it was asked for because of a gap.
  package var fillsGap: Bool
  /// When it was asked for.
  package var at: Timestamp
  /// How many papers were due, by arXiv's word.
  package var expected = 0
  /// Distinct papers that came and are on the disk.
  package var stored = 0
  /// Whether arXiv has more papers than the source's limit lets through.
  package var isLimitBound = false
  /// Everything submitted from here to the window's end came; nil when nothing did.
  package var reached: Timestamp?
  /// Whether all of it came, and if not why.
  package var ending = Ending.whole

  package init(window: ClosedRange<Timestamp>, fillsGap: Bool = false, at: Timestamp) {
    self.window = window
    self.fillsGap = fillsGap
    self.at = at
  }

  /// How it ended, in a word or in words.
  package var outcome: String {
    switch ending {
    case .whole: "complete"
    case .limited: "limited"
    case .short(_, let cause), .failed(let cause): cause
    }
  }
}
