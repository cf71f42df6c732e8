extension String {
  /// This text as searches compare it: lower case, without diacritics and style (`É` is `e`, `ß` is
  /// `ss`, `ℝ` is `r`, `χ²` is `χ2`), typographic quotes and dashes as in ASCII, white space as one
  /// blank and none at the ends. Folding twice is folding once.
  package var folded: String {
    String(decoding: foldedBytes, as: UTF8.self)
  }

  /// The UTF-8 of ``folded``.
  var foldedBytes: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(utf8.count)
    appendFolded(to: &bytes)
    return bytes
  }

  /// Appends the UTF-8 of ``folded``.
  func appendFolded(to output: inout [UInt8]) {
    var text = self
    text.withUTF8 { FoldingTable.shared.fold($0, to: &output) }
  }
}

/// What each scalar folds to.
struct FoldingTable: Sendable {
  static let shared = FoldingTable()

  /// The folded forms in UTF-8; the first is empty.
  private let forms: [[UInt8]]
  /// For scalars below ``limit``: 0 means itself, otherwise one more than a place in ``forms``.
  private let near: [UInt16]
  private let far: [UInt32: Int]
  private static let limit: UInt32 = 0x2300

  private init() {
    var forms: [[UInt8]] = [[]]
    var near = [UInt16](repeating: 0, count: Int(Self.limit))
    var far: [UInt32: Int] = [:]
    func set(_ code: UInt32, _ form: Int) {
      if code < Self.limit { near[Int(code)] = UInt16(form + 1) } else { far[code] = form }
    }
    for code in UInt32(0x300)...0x36F { set(code, 0) }
    for code in Self.invisible { set(code, 0) }
    for entry in Self.entries.unicodeScalars.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
      guard let equals = entry.firstIndex(of: "=") else { continue }
      forms.append(Array(String(entry[..<equals]).utf8))
      for scalar in entry[entry.index(after: equals)...] { set(scalar.value, forms.count - 1) }
    }
    self.forms = forms
    self.near = near
    self.far = far
  }

  /// Appends the folded form of a text in UTF-8.
  func fold(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    let start = output.count
    var index = 0
    var isBlank = true
    while index < text.count {
      let run = Self.unchangedLength(of: text, from: index)
      if run > 0 {
        output.append(contentsOf: text[index..<index + run])
        index += run
        isBlank = false
        continue
      }
      let byte = text[index]
      if byte < 0x80 {
        index += 1
        if byte > 0x20 {
          output.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
          isBlank = false
        } else if !isBlank {
          output.append(0x20)
          isBlank = true
        }
        continue
      }
      let width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(index + width, text.count)
      var code = UInt32(byte) & (0xFF >> UInt32(width + 1))
      for next in text[index + 1..<end] { code = code << 6 | UInt32(next & 0x3F) }
      let isSpace = Unicode.Scalar(code)?.properties.isWhitespace ?? false
      if isSpace {
        if !isBlank { output.append(0x20) }
        isBlank = true
      } else {
        let length = output.count
        append(code, bytes: text[index..<end], to: &output)
        if output.count > length { isBlank = false }
      }
      index = end
    }
    if output.count > start, isBlank, output[output.count - 1] == 0x20 { output.removeLast() }
  }

  /// How many bytes from `index` on fold to themselves: words in lower case with one blank between.
  private static func unchangedLength(
    of text: UnsafeBufferPointer<UInt8>, from index: Int
  ) -> Int {
    var end = index
    var isBlank = true
    while end < text.count {
      let byte = text[end]
      if byte > 0x20, byte < 0x80, !(0x41...0x5A).contains(byte) {
        isBlank = false
      } else if byte == 0x20, !isBlank {
        isBlank = true
      } else {
        break
      }
      end += 1
    }
    // A blank at the end is left, for another may follow.
    return end > index && isBlank ? end - index - 1 : end - index
  }

  /// Appends what a scalar beyond ASCII folds to; `bytes` are its own.
  private func append(
    _ code: UInt32, bytes: Slice<UnsafeBufferPointer<UInt8>>, to output: inout [UInt8]
  ) {
    let form = code < Self.limit ? Int(near[Int(code)]) - 1 : far[code] ?? -1
    if form >= 0 {
      output.append(contentsOf: forms[form])
    } else if let scalar = Unicode.Scalar(code), scalar.properties.changesWhenLowercased {
      output.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    } else {
      output.append(contentsOf: bytes)
    }
  }
}
