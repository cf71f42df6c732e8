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
