import Synchronization

/// Lets through the first news of each quarter of long work, for output that stays where it is.
final class Quarters: Sendable {
  private let last = Mutex(-1)

  /// Whether the work has come to a quarter that it was not in before; without a known end every
  /// million counts as one.
  func isNew(_ done: Int64, of whole: Int64?) -> Bool {
    let quarter = Int(whole.map { $0 > 0 ? min(done, $0) * 4 / $0 : 4 } ?? done / 1_000_000)
    return last.withLock { last in
      guard quarter > last else { return false }
      last = quarter
      return true
    }
  }
}
