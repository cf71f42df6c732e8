/// Turns TeX into Unicode, from the beginning of a text to its end.
///
/// Whatever it does not understand is copied. Braces are paired once at the start, and the parts of a
/// text that lie in one another are converted by calls of ``converted(_:isMath:)``, a limited number
/// deep, so that the time grows with the length alone and no text exhausts the stack.
struct TeXConverter {
  /// A part of the text after conversion.
  struct Part {
    var scalars: [Unicode.Scalar] = []
    /// Whether anything in it was TeX that has a Unicode form.
    var isConverted = false
    /// Whether it is a fraction, which needs parentheses between letters.
    var isFraction = false

    /// Whether a command in it has stayed as written.
    var hasCommands: Bool { scalars.contains("\\") }
  }

  /// Groups and arguments may lie this deep in one another; what is deeper stays as written.
  static let deepest = 24

  /// What all parts of a text share.
  private final class Effort {
    /// What may still be spent on parts. A part that turns out to be no argument is read again as
    /// text, and where such parts lie in one another that would double with each level.
    var left: Int
    /// Whether a command has stayed as written.
    var keepsCommands = false

    init(_ left: Int) { self.left = left }
  }

  private let effort: Effort
  let source: [Unicode.Scalar]
  /// For each `{` the place of its `}`, or 0; empty when there are no braces.
  private let closingBraces: [Int32]
  /// Where addresses such as `https://x.org/a--b` are, which mean what they say.
  private let addresses: [Range<Int>]
  /// The first of them that does not end before the position.
  private var nextAddress = 0
  /// The next scalar to be read, and the bounds of the present part.
  var position = 0
  private(set) var start = 0
  private(set) var end: Int
  private(set) var isMath = false
  private var depth = 0
  var output = Part()
  /// Where TeX was last replaced; a script that follows at once belongs to it.
  private(set) var lastReplaced = -1
  /// Whether a ``` `` ``` waits for its `''`.
  var isQuoting = false

  init(_ text: String) {
    var source: [Unicode.Scalar] = []
    source.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { source.append(scalar) }
    self.source = source
    effort = Effort(2 * Self.deepest * (source.count + 64))
    end = source.count
    closingBraces = Self.pairedBraces(source)
    addresses = Self.addresses(source)
  }

  private static func addresses(_ source: [Unicode.Scalar]) -> [Range<Int>] {
    var addresses: [Range<Int>] = []
    var index = 1
    while index + 1 < source.count {
      if source[index] == "/", source[index - 1] == ":", source[index + 1] == "/" {
        let start = index
        while index < source.count, !source[index].endsAddress { index += 1 }
        addresses.append(start..<index)
      }
      index += 1
    }
    return addresses
  }

  private static func pairedBraces(_ source: [Unicode.Scalar]) -> [Int32] {
    guard let first = source.firstIndex(of: "{") else { return [] }
    var open: [Int] = []
    var pairs = [Int32](repeating: 0, count: source.count)
    // A backslash right before the first brace takes it away.
    var index = first
    if source[..<first].reversed().prefix(while: { $0 == "\\" }).count % 2 == 1 { index += 1 }
    while index < source.count {
      switch source[index] {
      case "\\": index += 1
      case "{": open.append(index)
      case "}": if let start = open.popLast() { pairs[start] = Int32(clamping: index) }
      default: break
      }
      index += 1
    }
    return pairs
  }

  /// The whole text.
  mutating func convert() -> String {
    output.scalars.reserveCapacity(source.count + 16)
    run()
    let scalars = output.scalars
    let length = scalars.reduce(0) { $0 + UTF8.width($1) }
    return String(unsafeUninitializedCapacity: length) { bytes in
      var count = 0
      for scalar in scalars {
        if scalar.value < 0x80 {
          bytes[count] = UInt8(truncatingIfNeeded: scalar.value)
          count += 1
        } else {
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
            bytes[count] = byte
            count += 1
          }
        }
      }
      return count
    }
  }

  /// A part of the text by itself.
  func converted(_ range: Range<Int>, isMath: Bool) -> Part {
    effort.left -= range.count + 1
    guard depth < Self.deepest, effort.left > 0 else {
      return Part(scalars: Array(source[range]))
    }
    var inner = self
    inner.position = range.lowerBound
    inner.start = range.lowerBound
    inner.end = range.upperBound
    inner.isMath = isMath
    inner.depth += 1
    inner.output = Part()
    inner.run()
    return inner.output
  }

  private mutating func run() {
    while position < end {
      var plain = position
      while plain < end, !source[plain].mayBeTeX { plain += 1 }
      if plain > position {
        copy(plain - position)
      } else if isMath {
        mathematicsStep()
      } else {
        textStep()
      }
    }
  }

  private mutating func mathematicsStep() {
    switch source[position] {
    case "\\": command()
    case "{": group()
    case "^", "_": script()
    case "~": put(" ", for: 1)
    case "'": put("′", for: 1)
    default: copy(1)
    }
  }

  private mutating func textStep() {
    switch source[position] {
    case "\\": command()
    case _ where isInAddress(): copy(1)
    case "{": group()
    case "$": dollar()
    case "^" where isScriptInText, "_" where isScriptInText: script()
    case "~": tie()
    case "-": dashes()
    case "`": openingQuote()
    case "'": closingQuote()
    default: copy(1)
    }
  }

  /// Whether the position is inside an address.
  private mutating func isInAddress() -> Bool {
    while nextAddress < addresses.count, addresses[nextAddress].upperBound <= position {
      nextAddress += 1
    }
    return nextAddress < addresses.count && addresses[nextAddress].contains(position)
  }

  // MARK: - Reading and writing

  /// The scalar `offset` places on, nil beyond the end of the part.
  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < end ? source[position + offset] : nil
  }

  /// The scalar before, nil at the beginning of the text.
  var before: Unicode.Scalar? { position > 0 ? source[position - 1] : nil }

  /// The place of the `}` that closes the group at `index`, if that is in this part.
  func closingBrace(of index: Int) -> Int? {
    guard index < end, source[index] == "{" else { return nil }
    let close = Int(closingBraces[index])
    return close > 0 && close < end ? close : nil
  }

  /// Copies a command, with its arguments, that stays as written.
  mutating func copyCommand(_ count: Int) {
    effort.keepsCommands = true
    copy(count)
  }

  /// Appends to what has been written, apart from a command that would be another with a letter more.
  private mutating func append(_ scalars: ArraySlice<Unicode.Scalar>) {
    if effort.keepsCommands, scalars.first?.isCommandLetter ?? false,
      output.scalars.last?.isCommandLetter ?? false,
      let name = output.scalars.lastIndex(where: { !$0.isCommandLetter }),
      output.scalars[name] == "\\"
    {
      output.scalars.append(" ")
    }
    output.scalars.append(contentsOf: scalars)
  }

  /// Copies the next scalars as they are.
  mutating func copy(_ count: Int) {
    let stop = min(position + count, end)
    append(source[position..<stop])
    position = stop
  }

  /// Writes `text` in place of the next `count` scalars.
  mutating func put(_ text: String, for count: Int) {
    put(Array(text.unicodeScalars), upTo: position + count)
  }

  /// Writes `scalars` in place of all up to `stop`; of two blanks in mathematics one is enough.
  mutating func put(_ scalars: [Unicode.Scalar], upTo stop: Int) {
    let hasBlank = output.scalars.last == " "
    append(hasBlank && scalars.first == " " ? scalars[1...] : scalars[...])
    output.isConverted = true
    position = min(stop, end)
    lastReplaced = position
    if isMath, output.scalars.last == " " { skipBlanks() }
  }

  mutating func skipBlanks() {
    while peek() == " " { position += 1 }
  }

  // MARK: - Groups

  /// `{…}`: the braces go in mathematics, when something in them is TeX, and around a word.
  private mutating func group() {
    guard let close = closingBrace(of: position) else { return copy(1) }
    let inner = converted(position + 1..<close, isMath: isMath)
    if isMath {
      output.isConverted = output.isConverted || inner.isConverted
      let isBetween = inner.isFraction && (touchesWord || continues(at: close + 1))
      append(isBetween ? ["("] + inner.scalars[...] + [")"] : inner.scalars[...])
      position = close + 1
    } else if inner.isConverted || isLooseWord(position + 1..<close) {
      put(inner.scalars, upTo: close + 1)
    } else {
      copy(close + 1 - position)
    }
  }

  /// Whether the braces around `range` only keep a word, a mark or the whole text together, as in
  /// `{GAN}`, `S{é}bastien` and `10{,}000`; a set such as `{0,1}` or `{x}` has braces of its own.
  private func isLooseWord(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    let next = range.upperBound + 1 < end ? source[range.upperBound + 1] : " "
    let before = before ?? " "
    if range.count == 1, ",.-:".unicodeScalars.contains(source[first]) {
      return before.isDigit && next.isDigit
    }
    if start == 0, position == 0, range.upperBound + 1 == source.count {
      return source[range].contains(" ") && source[first].isLetter
    }
    let isWord = source[range].allSatisfy {
      $0.isLetter || $0.isDigit || $0 == "-" || $0 == "'"
    }
    guard isWord, source[range].contains(where: { $0.isLetter }) else {
      return false
    }
    let touches = before.isInWord || next.isInWord
    let isApart = before == " " || "([\"'“‘`".unicodeScalars.contains(before)
    return next != "{" && (touches && before != "}" || isApart && range.count > 1)
  }
}

extension Unicode.Scalar {
  /// Whether it means something to TeX, in text or in mathematics.
  fileprivate var mayBeTeX: Bool {
    // A bit for `$`, `'` and `-`; and for `\`, `^`, `_`, a grave accent, `{` and `~`.
    let low: UInt64 = 1 << 0x24 | 1 << 0x27 | 1 << 0x2D
    let high: UInt64 = 1 << 0x1C | 1 << 0x1E | 1 << 0x1F | 1 << 0x20 | 1 << 0x3B | 1 << 0x3E
    return value < 0x80 && (value < 0x40 ? low : high) >> UInt64(value & 0x3F) & 1 == 1
  }

  /// Whether no address has it.
  fileprivate var endsAddress: Bool {
    isBlank || "{}\"'<>".unicodeScalars.contains(self)
  }

  /// Whether it is a letter, a digit or a hyphen.
  fileprivate var isInWord: Bool { properties.isAlphabetic || isDigit || self == "-" }
}
