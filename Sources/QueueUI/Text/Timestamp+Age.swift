package import Papers

extension Timestamp {
  /// How many days ago it was, in a few letters: `today`, `3 d`, `2 w`, `5 mo`, `8 y`.
  ///
  /// Days count from midnight, UTC. A unit begins where one of it says enough: weeks after two of
  /// them, months after nine weeks, years after two. What is yet to come counts as today.
  package func age(now: Timestamp) -> String {
    let span = now.startOfDay.milliseconds.subtractingReportingOverflow(startOfDay.milliseconds)
    let days = span.overflow ? 0 : span.partialValue / 86_400_000
    return switch days {
    case ..<1: "today"
    case ..<14: "\(days) d"
    case ..<63: "\(days / 7) w"
    case ..<730: "\(days * 100 / 3044) mo"
    default: "\(days * 100 / 36_525) y"
    }
  }
}
