import Papers

/// Reads BibTeX files, hand-made ones too: what can be read of an entry is, and a broken one costs
/// no other.
///
/// Everything outside of entries is comment, as in BibTeX. `@string` names are put in where they are
/// used, up to a bound; `@comment` and `@preamble` are stepped over. Commas may be missing, a
/// field's first value counts, and types may be any. A line that begins like an entry begins one,
/// even where a brace of the entry before was never closed. Each byte is looked at a few times at
/// most, whatever the file holds.
package struct BibTeXReader: Sequence, IteratorProtocol {
  let bytes: [UInt8]
  var place = 0
  /// Set when the value that was read last ends because another entry begins, or the file ends.
  var isTorn = false
  private var strings: [String: [UInt8]]

  /// The longest `@string`, and the most that such names add to a value, in bytes: a few lines that
  /// name one another would otherwise grow without end.
  private static let longestString = 1024
  private static let longestExpansion = 8192

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    strings = Dictionary(
      uniqueKeysWithValues: [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
      ].map { ($0, Array($0.utf8)) })
  }

  /// Whether a text looks like BibTeX: one of its lines begins an entry.
  package static func recognizes(_ bytes: [UInt8]) -> Bool {
    let reader = BibTeXReader(bytes)
    func begins(_ index: Int) -> Bool { reader.isBlockStart(atLine: index, openings: "{(") }
    if begins(bytes.byteOrderMarkLength) { return true }
    return bytes.indices.contains { bytes[$0].endsLine && begins($0 + 1) }
  }

  /// The next entry; nil at the end of the file.
  package mutating func next() -> BibTeXRecord? {
    while let sign = bytes[place...].firstIndex(of: UInt8(ascii: "@")) {
      place = sign + 1
      skipBlanks()
      let type = word { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }.lowercased()
      skipBlanks()
      guard !type.isEmpty, let opening = current, let closing = Self.closing(of: opening) else {
        continue
      }
      switch type {
      case "comment", "preamble": skipGroup(to: closing)
      case "string":
        place += 1
        readStrings(to: closing)
      default:
        place += 1
        return readEntry(type, to: closing)
      }
    }
    place = bytes.count
    return nil
  }

  private static func closing(of opening: UInt8) -> UInt8? {
    switch opening {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    default: nil
    }
  }

  // MARK: - Entries

  private mutating func readEntry(_ type: String, to closing: UInt8) -> BibTeXRecord {
    var record = BibTeXRecord(type: type)
    skipBlanks()
    if isAtEntry { return record }
    let start = place
    while let byte = current, byte != UInt8(ascii: ","), byte != UInt8(ascii: "="), byte != closing,
      !byte.endsLine, byte != UInt8(ascii: "{"), byte != UInt8(ascii: "\"")
    {
      place += 1
    }
    var words = text(start..<place).collapsed[...]
    if current == UInt8(ascii: "=") {
      // The key, or the comma behind it, is missing: the last word names the first field.
      let name = words.lastIndex(of: " ").map { words[words.index(after: $0)...] } ?? words
      words = words.dropLast(name.count)
      readValue(of: name.lowercased(), to: closing, &record)
    }
    record.key = String(words).collapsed
    readFields(to: closing) { reader, name in reader.readValue(of: name, to: closing, &record) }
    return record
  }

  private mutating func readValue(
    of name: String, to closing: UInt8, _ record: inout BibTeXRecord
  ) {
    place += 1
    let value = value(to: closing)
    if isTorn { record.isTorn = true }
    if record.fields[name] == nil { record.fields[name] = value.decoded }
  }

  private mutating func readStrings(to closing: UInt8) {
    readFields(to: closing) { reader, name in
      reader.place += 1
      reader.strings[name] = Array(reader.value(to: closing).prefix(Self.longestString))
    }
  }

  /// Goes through the fields of an entry; `read` is called at the `=` behind the name of each.
  private mutating func readFields(
    to closing: UInt8, _ read: (inout BibTeXReader, _ name: String) -> Void
  ) {
    isTorn = false
    while !isTorn {
      skipBlanks()
      guard let byte = current else { return }
      if byte == closing {
        place += 1
        return
      }
      if isAtEntry { return }
      let name = word { !$0.isBlank && !",={}\"#()".utf8.contains($0) }
      skipBlanks()
      if !name.isEmpty, current == UInt8(ascii: "=") {
        read(&self, name.lowercased())
      } else if name.isEmpty {
        // A comma, or something that has no place here.
        if byte == UInt8(ascii: "{") { skipGroup(to: UInt8(ascii: "}")) } else { place += 1 }
      }
    }
  }

  // MARK: - Values

  /// A value from its first piece to behind its last; pieces are joined by `#`.
  private mutating func value(to closing: UInt8) -> [UInt8] {
    var value: [UInt8] = []
    var expansion = 0
    isTorn = false
    while !isTorn {
      skipBlanks()
      isTorn = isAtEntry
      guard !isTorn, let byte = current else { break }
      if byte == UInt8(ascii: "{") {
        value += bytes[group(to: UInt8(ascii: "}"))]
      } else if byte == UInt8(ascii: "\"") {
        value += bytes[group(to: UInt8(ascii: "\""))]
      } else {
        let bare = bareValue(to: closing)
        if let string = strings[text(bare).lowercased()] {
          expansion += string.count
          if expansion <= Self.longestExpansion { value += string }
        } else {
          value += bytes[bare]
        }
      }
      skipBlanks()
      guard current == UInt8(ascii: "#") else { break }
      place += 1
    }
    return value
  }

  /// A number, a name, or words that lack their braces.
  private mutating func bareValue(to closing: UInt8) -> Range<Int> {
    let start = place
    while let byte = current, !byte.endsLine, byte != closing, !",#}{\"".utf8.contains(byte) {
      place += 1
    }
    var end = place
    while end > start, bytes[end - 1].isBlank { end -= 1 }
    return start..<end
  }

  /// What stands between the opening at `place` and its partner, which is stepped over. Braces are
  /// counted whether or not a backslash precedes them, as BibTeX counts them.
  private mutating func group(to closing: UInt8) -> Range<Int> {
    let start = place + 1
    var depth = 0
    place = start
    while let byte = current {
      if byte == closing, depth == 0 {
        place += 1
        return start..<(place - 1)
      }
      if byte == UInt8(ascii: "{") {
        depth += 1
      } else if byte == UInt8(ascii: "}") {
        if depth > 0 { depth -= 1 }
      } else if byte.endsLine, isBlockStart(atLine: place + 1) {
        break
      }
      place += 1
    }
    isTorn = true
    return start..<place
  }

  private mutating func skipGroup(to closing: UInt8) {
    _ = group(to: closing)
  }
}

// MARK: - Bytes

extension BibTeXReader {
  private var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  private var isAtLineStart: Bool {
    var index = place
    while index > 0, bytes[index - 1].isBlankInLine { index -= 1 }
    return index == 0 || bytes[index - 1].endsLine
  }

  /// Whether a line begins here that begins like an entry.
  private var isAtEntry: Bool {
    current == UInt8(ascii: "@") && isAtLineStart && isBlockStart(atLine: place)
  }

  private mutating func skipBlanks() {
    while let byte = current, byte.isBlank { place += 1 }
  }

  private mutating func word(_ belongs: (UInt8) -> Bool) -> String {
    let start = place
    while let byte = current, belongs(byte) { place += 1 }
    return text(start..<place)
  }

  private func text(_ range: Range<Int>) -> String {
    Array(bytes[range]).decoded
  }

  /// Whether the line at `index` begins an entry: `@type{key,`, the comma or the end of the line
  /// behind the key.
  private func isBlockStart(atLine index: Int, openings: String = "{") -> Bool {
    var index = index
    func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0x0A }
    while at(index).isBlankInLine { index += 1 }
    guard at(index) == UInt8(ascii: "@") else { return false }
    index += 1
    let start = index
    while at(index).isLetter { index += 1 }
    guard index > start else { return false }
    let type = text(start..<index).lowercased()
    while at(index).isBlankInLine { index += 1 }
    guard openings.utf8.contains(at(index)) else { return false }
    if ["string", "comment", "preamble"].contains(type) { return true }
    index += 1
    while !at(index).endsLine, !",{}\"=@".utf8.contains(at(index)) { index += 1 }
    return at(index) == UInt8(ascii: ",") || at(index) == UInt8(ascii: "=") || at(index).endsLine
  }
}

extension UInt8 {
  fileprivate var isLetter: Bool { (0x41...0x5A).contains(self & 0xDF) }
  fileprivate var isDigit: Bool { (0x30...0x39).contains(self) }
  fileprivate var endsLine: Bool { self == 0x0A || self == 0x0D }
  fileprivate var isBlankInLine: Bool { self == 0x20 || self == 0x09 }
  fileprivate var isBlank: Bool { endsLine || isBlankInLine || self == 0x0B || self == 0x0C }
}
