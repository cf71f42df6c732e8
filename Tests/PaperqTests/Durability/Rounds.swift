import Glibc

/// How much longer than in an ordinary run the tests of durability go on: `PAPERQ_TEST_ROUNDS`.
enum Rounds {
  static let count = getenv("PAPERQ_TEST_ROUNDS").flatMap { Int(String(cString: $0)) } ?? 1
}
