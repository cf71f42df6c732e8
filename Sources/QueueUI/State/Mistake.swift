/// What is wrong with a text that was typed, and where.
struct Mistake: Error, Equatable {
  /// What is wrong and what would be right, on one line.
  var message: String
  /// The characters at fault, counted from 0.
  var range: Range<Int>

  /// The same mistake in a text with so many characters in front.
  func shifted(by count: Int) -> Mistake {
    Mistake(message: message, range: range.lowerBound + count..<range.upperBound + count)
  }
}
