import Glibc
package import Testing

/// How many times as long as usual a test may take, and waits for a program: under a sanitizer, and
/// wherever else all is slow, `PAPERQ_TEST_PATIENCE` says so.
package enum Patience {
  package static let factor =
    getenv("PAPERQ_TEST_PATIENCE").flatMap { Int(String(cString: $0)) } ?? 1

  /// When to wait no longer for what usually is there within `seconds`.
  package static func end(afterSeconds seconds: Int) -> ContinuousClock.Instant {
    .now.advanced(by: .seconds(seconds * factor))
  }
}

extension TimeLimitTrait.Duration {
  /// What is usually done within a minute.
  package static var patientMinute: Self { .minutes(Patience.factor) }
}
