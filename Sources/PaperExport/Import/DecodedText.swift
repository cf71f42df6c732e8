extension [UInt8] {
  /// These bytes as text: UTF-8, or else Windows' Latin, in which old files are written.
  var decoded: String {
    if let text = String(validating: self, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in self {
      let isSpecial = (0x80..<0xA0).contains(byte)
      text.append(isSpecial ? windowsLatin[Int(byte) - 0x80] : Unicode.Scalar(byte))
    }
    return String(text)
  }
}

/// What Windows has from 0x80 to 0x9F, where Latin-1 has control characters.
private let windowsLatin = Array(
  "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
