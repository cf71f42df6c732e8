import Papers

/// Times of `submittedDate` filters: 4, 6, 8, 12 or 14 digits, UTC.
enum SearchDate {
  /// The twelve digits that a time stands for: its first minute with `filler`, or its last one.
  static func digits(_ text: Substring, filledTo filler: String?) -> String? {
    guard [4, 6, 8, 12, 14].contains(text.utf8.count),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    let text = String(text.prefix(12))
    if let filler { return text + filler.dropFirst(text.count) }
    switch text.count {
    case 4: return text + "12312359"
    case 6:
      guard let year = Int(text.prefix(4)), let month = Int(text.suffix(2)),
        (1...12).contains(month), year > 0
      else { return nil }
      return text + "\(Timestamp.days(inMonth: month, of: year))2359"
    case 8: return text + "2359"
    default: return text
    }
  }

  /// Twelve digits of a time of the calendar; nil when it is none.
  static func timestamp(_ digits: Substring) -> Timestamp? {
    guard digits.utf8.count == 12, let number = Int(digits) else { return nil }
    return Timestamp(
      year: number / 100_000_000, month: number / 1_000_000 % 100, day: number / 10_000 % 100,
      hour: number / 100 % 100, minute: number % 100)
  }
}
