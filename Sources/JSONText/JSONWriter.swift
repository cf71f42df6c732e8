extension JSONValue {
  /// Appends this value as JSON in UTF-8, on one line, without blanks.
  package func write(to output: inout [UInt8]) {
    switch self {
    case .null: output.append(contentsOf: "null".utf8)
    case .bool(let value): output.append(contentsOf: (value ? "true" : "false").utf8)
    case .number(let text): output.append(contentsOf: text.utf8)
    case .string(let text): Self.write(text, to: &output)
    case .array(let values):
      output.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        value.write(to: &output)
      }
      output.append(UInt8(ascii: "]"))
    case .object(let object):
      output.append(UInt8(ascii: "{"))
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        Self.write(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        member.value.write(to: &output)
      }
      output.append(UInt8(ascii: "}"))
    }
  }

  /// This value as JSON on one line.
  package var encoded: [UInt8] {
    var output: [UInt8] = []
    write(to: &output)
    return output
  }

  /// This value as JSON on one line, as text.
  package var text: String { String(decoding: encoded, as: UTF8.self) }

  /// Appends a text in quotes.
  ///
  /// Control characters of any kind (C0, DEL, C1, line separators, bidi controls and their kin) are
  /// escaped, so that a file or a line of output can be shown on a terminal as it is.
  package static func write(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { bytes in
      // What needs no escape is copied in runs.
      var start = 0
      var index = 0
      while index < bytes.count {
        if bytes[index].isPlain {
          index += 1
          continue
        }
        let (scalar, length) = scalar(of: bytes, at: index)
        if let escape = escape(of: scalar) {
          output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
          output.append(contentsOf: escape.utf8)
          start = index + length
        }
        index += length
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    output.append(UInt8(ascii: "\""))
  }

  /// The scalar whose first byte is at `index` of valid UTF-8, and how many bytes it takes.
  private static func scalar(
    of bytes: UnsafeBufferPointer<UInt8>, at index: Int
  ) -> (code: UInt32, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let length = min(byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4, bytes.count - index)
    let first = UInt32(byte) & (0xFF >> UInt32(length + 1))
    let code = bytes[(index + 1)..<(index + length)].reduce(first) { $0 << 6 | UInt32($1 & 0x3F) }
    return (code, length)
  }

  /// How a scalar is written that is not written as it is.
  private static func escape(of code: UInt32) -> String? {
    switch code {
    case 0x22: #"\""#
    case 0x5C: #"\\"#
    case 0x0A: #"\n"#
    case 0x09: #"\t"#
    case 0x0D: #"\r"#
    case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x206F,
      0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF:
      #"\u"# + String(repeating: "0", count: 4 - String(code, radix: 16).count)
        + String(code, radix: 16)
    default: nil
    }
  }
}

extension UInt8 {
  /// Whether it is an ASCII character that is written as it is.
  fileprivate var isPlain: Bool { self >= 0x20 && self < 0x7F && self != 0x22 && self != 0x5C }
}
