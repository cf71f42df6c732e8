import Papers

extension QueueState {
  /// What is under way, in so many columns; nil when nothing is. Of two things the one that Escape
  /// stops first.
  func progressText(columns: Int) -> String? {
    downloadText(columns: columns) ?? fetchText(columns: columns)
  }

  /// Whether something is under way whose time is shown, so that a second that passes is news.
  package var needsTicks: Bool { fetch != nil || !downloads.isEmpty }

  private func fetchText(columns: Int) -> String? {
    guard let fetch else { return nil }
    let title = "fetching \(fetch.source)"
    if let wait = fetchPulse.waitText(at: now) { return "\(title): \(wait)" }
    guard fetch.received > 0 || fetch.expected != nil else { return title }
    let total = fetch.expected.map(Int64.init)
    return ProgressText(
      title: title, amount: "\(fetch.received)" + (fetch.expected.map { " of \($0)" } ?? ""),
      share: Self.share(of: Int64(fetch.received), in: total),
      rate: fetchPulse.rate(at: now).map { $0 < 10 ? "\(tenths($0))/s" : "\(Int($0))/s" },
      secondsLeft: total.flatMap { fetchPulse.secondsLeft(of: $0, at: now) }
    ).fitted(toColumns: columns, bar: options.progressBar)
  }

  /// How the first download stands, and how many wait behind it.
  private func downloadText(columns: Int) -> String? {
    guard let first = downloads.first else { return nil }
    let others = downloads.count > 1 ? ", and \(downloads.count - 1) more" : ""
    let title = "PDF \(first.reference)"
    let pulse = downloadPulses[first.reference] ?? Pulse()
    if let wait = pulse.waitText(at: now) { return "\(title): \(wait)\(others)" }
    guard first.received > 0 || first.expected != nil else { return title + others }
    return ProgressText(
      title: title, amount: ByteCount.text(first.received, of: first.expected) + others,
      share: Self.share(of: first.received, in: first.expected),
      rate: pulse.rate(at: now).map { ByteCount.text(Int64($0), of: nil) + "/s" },
      secondsLeft: first.expected.flatMap { pulse.secondsLeft(of: $0, at: now) }
    ).fitted(toColumns: columns, bar: options.progressBar)
  }

  private static func share(of received: Int64, in expected: Int64?) -> Double? {
    guard let expected, expected > 0 else { return nil }
    return Double(min(received, expected)) / Double(expected)
  }

  private func tenths(_ number: Double) -> String {
    "\(Int(number)).\(Int(number * 10) % 10)"
  }
}
