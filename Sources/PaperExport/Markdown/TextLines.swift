/// The lines of a text, as ranges of its bytes.
///
/// Bytes, not characters: what lies around our part of a file is kept exactly, whatever it is, and
/// a carriage return before a newline, which Swift takes for one character, must not hide a line.
struct TextLines: Sequence, IteratorProtocol {
  struct Line: Equatable {
    /// The whole line with its newline, if it has one.
    var range: Range<Int>
    /// The line without newline, carriage return and blanks at its end.
    var content: Range<Int>
  }

  private let bytes: [UInt8]
  private var offset: Int

  init(_ bytes: [UInt8], from offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func next() -> Line? {
    guard offset < bytes.count else { return nil }
    let start = offset
    var end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
    offset = Swift.min(end + 1, bytes.count)
    while end > start, [0x20, 0x09, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return Line(range: start..<offset, content: start..<end)
  }
}
