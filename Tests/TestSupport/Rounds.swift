import Glibc

/// How long tests go on that could do so for ever: `PAPERQ_TEST_ROUNDS` times as long as usual, 20
/// where more time is given, 0.25 where all is slower.
package enum Rounds {
  private static let factor =
    getenv("PAPERQ_TEST_ROUNDS").flatMap { Double(String(cString: $0)) } ?? 1

  /// How many rounds there are where usually `usual` are; at least one.
  package static func of(_ usual: Int) -> Int {
    max(1, Int((Double(usual) * factor).rounded()))
  }
}
