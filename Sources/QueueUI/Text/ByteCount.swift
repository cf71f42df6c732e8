/// Amounts of bytes in words, in units of ten: `1.2 of 3.4 MB`.
package enum ByteCount {
  /// How many bytes came of how many expected, or only how many came.
  package static func text(_ received: Int64, of expected: Int64?) -> String {
    let whole = expected ?? received
    let (unit, name) = whole >= 1_000_000 ? (1_000_000, "MB") : (1000, "kB")
    let tenths = whole < Int64(unit) * 100
    let parts = [received] + (expected.map { [$0] } ?? [])
    return parts.map { number($0, unit: Int64(unit), tenths: tenths) }.joined(separator: " of ")
      + " " + name
  }

  private static func number(_ bytes: Int64, unit: Int64, tenths: Bool) -> String {
    // Rounded down, so that only the whole looks whole.
    guard tenths else { return "\(bytes / unit)" }
    return "\(bytes / unit).\(bytes % unit * 10 / unit)"
  }
}
