import TerminalGrid

/// Sequences that the terminal database does not name.
enum ControlSequence {
  static let beginBracketedPaste = Array("\u{1B}[?2004h".utf8)
  static let endBracketedPaste = Array("\u{1B}[?2004l".utf8)
  /// Clicks, drags and the wheel (1000, 1002), as numbers however wide the screen is (1006).
  static let beginMouse = Array("\u{1B}[?1000;1002;1006h".utf8)
  static let endMouse = Array("\u{1B}[?1006;1002;1000l".utf8)
  /// Keeps the window's title for `popTitle`, which does nothing when none was kept.
  static let pushTitle = Array("\u{1B}[22;0t".utf8)
  static let popTitle = Array("\u{1B}[23;0t".utf8)

  /// The most bytes of text that go to the clipboard; terminals ignore more, or are cut off by it.
  static let clipboardLimit = 100_000

  /// Sets the window's title, without what could end the sequence early.
  static func setTitle(_ title: String) -> [UInt8] {
    let printable = String(title.filter { $0.displayWidth > 0 && !$0.isNewline })
    return Array("\u{1B}]2;\(printable.truncated(toColumns: 200))\u{7}".utf8)
  }

  /// Puts text on the clipboard (OSC 52); nil for a text that is too long for it.
  ///
  /// Base64 leaves no byte that could end the sequence.
  static func copyToClipboard(_ text: String) -> [UInt8]? {
    let bytes = Array(text.utf8)
    guard bytes.count <= clipboardLimit else { return nil }
    return Array("\u{1B}]52;c;".utf8) + base64(bytes) + [0x07]
  }

  /// Has `screen` hand a sequence on to the terminal around it, in pieces as short as it takes them.
  static func throughScreen(_ sequence: [UInt8]) -> [UInt8] {
    stride(from: 0, to: sequence.count, by: 240).reduce(into: []) { bytes, start in
      bytes += Array("\u{1B}P".utf8) + sequence[start..<min(start + 240, sequence.count)]
      bytes += Array("\u{1B}\\".utf8)
    }
  }

  /// The bytes in Base64 (RFC 4648), padded.
  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var encoded: [UInt8] = []
    encoded.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for digit in 0..<4 {
        encoded.append(
          digit <= group.count ? alphabet[bits >> (18 - 6 * digit) & 63] : UInt8(ascii: "="))
      }
    }
    return encoded
  }
}
