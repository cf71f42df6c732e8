/// The month of an arXiv identifier: the month of announcement, which may be one after submission.
///
/// Library files are kept by month, so its name is a file name: `2401`, `9912`.
package struct ArXivMonth: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// 1991 to 2090.
  package let year: Int
  /// 1 to 12.
  package let month: Int

  /// Nil when the month or the year cannot be one of arXiv's.
  package init?(year: Int, month: Int) {
    guard (1991...2090).contains(year), (1...12).contains(month) else { return nil }
    self.year = year
    self.month = month
  }

  /// Reads the four digits of an identifier or a file name; years from 91 on are of the last century.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let digits = Int(text)
    else { return nil }
    self.init(twoDigitYear: digits / 100, month: digits % 100)
  }

  init?(twoDigitYear: Int, month: Int) {
    self.init(year: twoDigitYear >= 91 ? 1900 + twoDigitYear : 2000 + twoDigitYear, month: month)
  }

  /// Year and month in four digits.
  package var description: String {
    let digits = String(year % 100 * 100 + month)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  /// The last second of the month, or `now` in one that goes on: no paper of the month was submitted
  /// later, for it is the month of announcement.
  package func end(by now: Timestamp) -> Timestamp {
    let (nextYear, nextMonth) = month == 12 ? (year + 1, 1) : (year, month + 1)
    guard let next = Timestamp(year: nextYear, month: nextMonth, day: 1) else { return now }
    return min(now, Timestamp(milliseconds: next.milliseconds - 1000))
  }

  package static func < (left: ArXivMonth, right: ArXivMonth) -> Bool {
    (left.year, left.month) < (right.year, right.month)
  }
}
