import Papers

/// When a failed request is sent again (SPEC.md 7, ARXIV.md 4).
struct RetryPolicy {
  /// Tries in all, the first one included.
  static let mostTries = 4
  /// A Retry-After that is longer than this is not waited for, in seconds.
  static let longestRetryAfter = 120

  /// A week; more than that in a message helps nobody.
  private static let longestMentioned = 604_800

  let pauseMilliseconds: Int64

  /// The wait after the try with this number, from 1, when arXiv did not say how long: ten seconds or
  /// three pauses if that is less, doubling, and up to a quarter more so that clients do not return
  /// together. `random` is from 0 to 1.
  func wait(afterTry number: Int, random: Double) -> Int64 {
    let first = min(10_000, 3 * pauseMilliseconds)
    let doubled = first << Int64(min(max(0, number - 1), 10))
    return doubled + Int64(Double(doubled) * min(max(0, random), 1) / 4)
  }

  /// Seconds of a Retry-After header, given in seconds or as a date. Nil when it is neither, and when
  /// it asks for no wait at all: a server that refuses and says so is spared all the same.
  static func retryAfterSeconds(_ header: String?, now: Timestamp) -> Int? {
    guard let header = header.map(FeedText.collapsed), !header.isEmpty else { return nil }
    if header.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      let seconds = min(Int(header) ?? longestMentioned, longestMentioned)
      return seconds > 0 ? seconds : nil
    }
    guard let date = InternetDate.parse(header) else { return nil }
    let seconds = (date.milliseconds - now.milliseconds + 999) / 1000
    return seconds > 0 ? Int(min(seconds, Int64(longestMentioned))) : nil
  }
}

extension FeedError {
  /// Whether the same request may get a good answer a little later.
  var isPassing: Bool {
    switch self {
    case .unreachable, .timedOut, .serverFailed, .rateLimited, .emptyAnswer, .html, .notXML,
      .notAFeed, .cutShort, .malformed, .notAPDF:
      true
    case .refused, .unexpectedStatus, .redirectRefused, .tooManyRedirects, .tooLarge,
      .documentType, .emptyPage, .incomplete, .otherOrder, .untranslatableQuery, .noPDF,
      .oversizedPDF, .cannotSave, .cancelled:
      false
    }
  }
}
