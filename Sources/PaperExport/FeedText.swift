import Papers

/// Text from arXiv made safe for a file: control characters never leave the library, for they could
/// drive a terminal that the file is shown on, or hide what it says (SPEC.md 10).
///
/// What the user wrote is not cleaned; it comes out verbatim.
extension String {
  /// This text on one line, white space collapsed, without control characters.
  var cleanedLine: String {
    if isCleanASCII { return self }
    var result = String.UnicodeScalarView()
    result.reserveCapacity(utf8.count)
    var owesBlank = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        owesBlank = !result.isEmpty
      } else if !scalar.isControl {
        if owesBlank { result.append(" ") }
        owesBlank = false
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// The paragraphs of this text, each on one line; they are separated by newlines.
  var cleanedParagraphs: [String] {
    utf8.split(separator: UInt8(ascii: "\n"))
      .map { String(Substring($0)).cleanedLine }
      .filter { !$0.isEmpty }
  }

  /// Whether this is printable ASCII without blanks to collapse, as most texts are.
  private var isCleanASCII: Bool {
    var previous = UInt8(ascii: " ")
    for byte in utf8 {
      guard (0x20..<0x7F).contains(byte), byte != 0x20 || previous != 0x20 else { return false }
      previous = byte
    }
    return previous != 0x20 || utf8.isEmpty
  }

  /// This text with paragraph breaks as single newlines and without control characters.
  var cleanedText: String { cleanedParagraphs.joined(separator: "\n") }
}
