import Papers

extension SourceLedger {
  /// What was fetched and what is owed, a line each, oldest first, without control characters.
  func words(now: Timestamp) -> [String] {
    let covered = windows.map { window in
      "covered \((window.from...window.until).days(now: now)), "
        + "\(window.stored.grouped) of \(window.expected.grouped)"
        + (window.isLimited ? "; older ones are left out by the limit" : "")
    }
    let owed = gaps.map { gap in
      "gap \((gap.from...gap.until).minutes(now: now)): \(gap.cause.onOneLine)"
    }
    return covered + owed
      + (last.map { ["last answer \($0.at.minute(now: now)): \($0.outcome.onOneLine)"] } ?? [])
  }
}
