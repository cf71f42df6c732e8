/// What a line of the command line asks for.
enum Command: Equatable {
  case row(Row)
  case action(Action, argument: String)

  /// A row of the list, as vim's users name it.
  enum Row: Equatable {
    /// `120`, counted from 1.
    case number(Int)
    /// `+5` and `-5`, counted from the cursor.
    case relative(Int)
    /// `$`.
    case last

    /// Reads the name of a row; nil for other words. A number that is too large means the last row.
    init?(_ word: String) {
      if word == "$" {
        self = .last
        return
      }
      let digits = word.drop { $0 == "+" || $0 == "-" }
      guard word.count - digits.count <= 1, !digits.isEmpty,
        digits.allSatisfy({ $0.isASCII && $0.isNumber })
      else { return nil }
      let isNegative = word.first == "-"
      let number = Int(word) ?? (isNegative ? .min : .max)
      self = digits.count < word.count ? .relative(number) : .number(number)
    }
  }
}

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
