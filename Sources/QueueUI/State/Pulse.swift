import Papers

/// How fast something comes, and what it waits for; made of what was heard of it when.
struct Pulse: Equatable, Sendable {
  private struct Sample: Equatable, Sendable {
    var time: Timestamp
    var amount: Int64
  }

  /// What was heard lately, the oldest first.
  private var samples: [Sample] = []
  private var wait: ProgressWait?
  /// When the wait is over; nil while nobody knows.
  private var waitEnd: Timestamp?

  /// The time that a rate looks back, in milliseconds, and the shortest that says something.
  private static let memory: Int64 = 20_000
  private static let leastSpan: Int64 = 1000

  /// Takes in that so much has come, or that it waits. Less than before begins anew.
  mutating func note(_ news: ProgressNews, at now: Timestamp) {
    switch news {
    case .waits(let wait):
      self.wait = wait
      waitEnd = wait.milliseconds.map { Timestamp(milliseconds: now.milliseconds &+ $0) }
    case .came(let amount, _):
      (wait, waitEnd) = (nil, nil)
      note(amount, at: now)
    }
  }

  private mutating func note(_ amount: Int64, at now: Timestamp) {
    if let last = samples.last, amount < last.amount { samples = [] }
    samples.append(Sample(time: now, amount: amount))
    // One that is older stays, so that a slow thing has a rate too.
    while samples.count > 2, now.milliseconds - samples[1].time.milliseconds > Self.memory {
      samples.removeFirst()
    }
  }

  /// What came in a second of late; nil until that can be told.
  func rate(at now: Timestamp) -> Double? {
    guard let first = samples.first, let last = samples.last else { return nil }
    let span = max(now, last.time).milliseconds - first.time.milliseconds
    guard span >= Self.leastSpan, last.amount > first.amount else { return nil }
    return Double(last.amount - first.amount) * 1000 / Double(span)
  }

  /// The whole seconds until all of `total` is there; nil until that can be told.
  func secondsLeft(of total: Int64, at now: Timestamp) -> Int? {
    guard let rate = rate(at: now), let last = samples.last, total > last.amount else { return nil }
    let seconds = (Double(total - last.amount) / rate).rounded(.up)
    return seconds < 86_400 ? Int(seconds) : nil
  }

  /// What it waits for in words: `trying again in 9 s (no answer in time)`; nil when the wait is over.
  func waitText(at now: Timestamp) -> String? {
    guard let wait else { return nil }
    if let waitEnd, waitEnd <= now { return nil }
    let seconds = waitEnd.map { ($0.milliseconds - now.milliseconds + 999) / 1000 }
    return wait.words + (seconds.map { " \($0) s" } ?? "") + (wait.reason.map { " (\($0))" } ?? "")
  }
}
