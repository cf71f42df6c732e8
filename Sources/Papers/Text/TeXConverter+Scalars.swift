/// What scalars are, answered at once for ASCII.
extension Unicode.Scalar {
  /// Whether it is a letter of any script.
  var isLetter: Bool {
    value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
  }

  /// Whether it is one of the ten digits of ASCII.
  var isDigit: Bool { ("0"..."9").contains(self) }

  /// Whether it is white space.
  var isBlank: Bool {
    value < 0x80 ? self == " " || (9...13).contains(value) : properties.isWhitespace
  }
}
