/// How one code point is drawn.
enum ScalarClass: Equatable {
  /// Never drawn: controls, format characters, default ignorables.
  case dropped
  /// White space that would move the cursor: drawn as a blank.
  case blank
  /// Drawn over the character before it.
  case mark
  /// Half a flag, drawn as this capital letter.
  case regionalIndicator(Unicode.Scalar)
  /// Takes 1 or 2 columns.
  case character(columns: Int)

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F, 0xA0..<0xAD, 0xAE..<0x300: self = .character(columns: 1)
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: self = .blank
    case 0..<0xA0: self = .dropped
    case 0x1F1E6...0x1F1FF:
      let letter = Unicode.Scalar(UInt8(scalar.value - 0x1F1E6) + UInt8(ascii: "A"))
      self = .regionalIndicator(letter)
    default:
      if scalar.isIn(DisplayWidthTable.zeroWidth) {
        self = .mark
      } else if scalar.isIn(DisplayWidthTable.dropped) {
        self = .dropped
      } else {
        self = .character(columns: scalar.isIn(DisplayWidthTable.wide) ? 2 : 1)
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether one of the sorted pairs of a first and a last code point holds this one.
  func isIn(_ pairs: [UInt32]) -> Bool {
    var low = 0
    var high = pairs.count / 2
    while low < high {
      let middle = (low + high) / 2
      if value > pairs[2 * middle + 1] {
        low = middle + 1
      } else if value < pairs[2 * middle] {
        high = middle
      } else {
        return true
      }
    }
    return false
  }
}
