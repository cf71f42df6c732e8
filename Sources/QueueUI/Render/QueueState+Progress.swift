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
    return text(of: fetch.papers, title: "fetching \(fetch.source)", columns: columns) {
      "\($0)" + ($1.map { " of \($0)" } ?? "")
    } rate: {
      $0 < 10 ? tenths($0) : "\(Int($0))"
    }
  }

  /// How the first download stands, and how many wait behind it.
  private func downloadText(columns: Int) -> String? {
    guard let first = downloads.first else { return nil }
    let others = downloads.count > 1 ? ", and \(downloads.count - 1) more" : ""
    return text(
      of: first.bytes, title: "PDF \(first.reference)", others: others, columns: columns,
      amount: ByteCount.text
    ) {
      ByteCount.text(Int64($0), of: nil)
    }
  }

  private func text(
    of transfer: Transfer, title: String, others: String = "", columns: Int,
    amount: (Int64, Int64?) -> String, rate: (Double) -> String
  ) -> String {
    if let wait = transfer.pulse.waitText(at: now) { return "\(title): \(wait)\(others)" }
    guard transfer.hasBegun else { return title + others }
    return ProgressText(
      title: title, amount: amount(transfer.received, transfer.expected) + others,
      share: transfer.share, rate: transfer.pulse.rate(at: now).map { rate($0) + "/s" },
      secondsLeft: transfer.secondsLeft(at: now)
    ).fitted(toColumns: columns, bar: options.progressBar)
  }

  private func tenths(_ number: Double) -> String {
    "\(Int(number)).\(Int(number * 10) % 10)"
  }
}
