/// Turns TeX into Unicode, from the beginning of a text to its end.
///
/// Whatever it does not understand is copied. Braces are paired once at the start, and the parts of a
/// text that lie in one another are converted by calls of ``converted(_:isMath:)``, a limited number
/// deep, so that no text takes long or exhausts the stack.
struct TeXConverter {
  /// A part of the text after conversion.
  struct Part {
    var scalars: [Unicode.Scalar] = []
    /// Whether anything in it was TeX that has a Unicode form.
    var isConverted = false
  }

  /// Groups and arguments may lie this deep in one another; what is deeper stays as written.
  static let deepest = 24

  /// What may still be spent on parts. A part that turns out to be no argument is read again as
  /// text, and where such parts lie in one another that would double with each level.
  private final class Effort {
    var left: Int

    init(_ left: Int) { self.left = left }
  }

  private let effort: Effort
  let source: [Unicode.Scalar]
  /// For each `{` the place of its `}`.
  let closingBraces: [Int: Int]
  /// The next scalar to be read, and where the present part ends.
  var position = 0
  var end: Int
  var isMath = false
  var depth = 0
  var output = Part()
  /// Whether a ``` `` ``` waits for its `''`.
  private var isQuoting = false

  init(_ text: String) {
    var source: [Unicode.Scalar] = []
    source.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars { source.append(scalar) }
    self.source = source
    effort = Effort(2 * Self.deepest * (source.count + 64))
    end = source.count
    closingBraces = Self.pairedBraces(source)
  }

  private static func pairedBraces(_ source: [Unicode.Scalar]) -> [Int: Int] {
    var open: [Int] = []
    var pairs: [Int: Int] = [:]
    var index = 0
    while index < source.count {
      switch source[index] {
      case "\\": index += 1
      case "{": open.append(index)
      case "}": if let start = open.popLast() { pairs[start] = index }
      default: break
      }
      index += 1
    }
    return pairs
  }

  /// The whole text.
  mutating func convert() -> String {
    output.scalars.reserveCapacity(source.count)
    run()
    var bytes: [UInt8] = []
    bytes.reserveCapacity(output.scalars.count + 64)
    for scalar in output.scalars {
      if scalar.isASCII {
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { bytes.append(byte) }
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A part of the text by itself.
  func converted(_ range: Range<Int>, isMath: Bool) -> Part {
    effort.left -= range.count + 1
    guard depth < Self.deepest, effort.left > 0 else {
      return Part(scalars: Array(source[range]))
    }
    var inner = self
    inner.position = range.lowerBound
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
        continue
      }
      switch source[position] {
      case "\\": command()
      case "{": group()
      case "~": tie()
      case "^" where isMath, "_" where isMath: script()
      case "'" where isMath: put("′", for: 1)
      case "$" where !isMath: dollar()
      case "-" where !isMath: dashes()
      case "`" where !isMath: openingQuote()
      case "'" where !isMath: closingQuote()
      default: copy(1)
      }
    }
  }

  // MARK: - Reading and writing

  /// The scalar so many places on, nil beyond the end of the part.
  func peek(_ offset: Int = 0) -> Unicode.Scalar? {
    position + offset < end ? source[position + offset] : nil
  }

  /// Copies the next scalars as they are.
  mutating func copy(_ count: Int) {
    let stop = min(position + count, end)
    output.scalars.append(contentsOf: source[position..<stop])
    position = stop
  }

  /// Writes `text` in place of the next `count` scalars.
  mutating func put(_ text: String, for count: Int) {
    put(Array(text.unicodeScalars), upTo: position + count)
  }

  /// Writes `scalars` in place of all up to `stop`.
  mutating func put(_ scalars: some Sequence<Unicode.Scalar>, upTo stop: Int) {
    output.scalars.append(contentsOf: scalars)
    output.isConverted = true
    position = min(stop, end)
  }

  // MARK: - Text

  /// `{…}`: the braces go when something in them is TeX, and always in mathematics.
  private mutating func group() {
    guard let close = closingBraces[position], close < end else { return copy(1) }
    var start = position + 1
    if let (declaration, next) = declaration(at: start) {
      start = next
      if let alphabet = TeXAlphabet(declaration: declaration) {
        put(alphabet.letters(of: converted(start..<close, isMath: true).scalars), upTo: close + 1)
      } else {
        put(converted(start..<close, isMath: isMath).scalars, upTo: close + 1)
      }
      return
    }
    let inner = converted(start..<close, isMath: isMath)
    if inner.isConverted || isMath {
      output.isConverted = output.isConverted || inner.isConverted
      output.scalars += inner.scalars
      position = close + 1
    } else {
      copy(close + 1 - position)
    }
  }

  /// A font declaration such as `\rm`, and where what it governs begins.
  func declaration(at start: Int) -> (name: String, next: Int)? {
    guard start < end, source[start] == "\\" else { return nil }
    let name = commandName(at: start)
    guard TeXCommand.declarations.contains(name) else { return nil }
    var next = start + 1 + name.unicodeScalars.count
    while next < end, source[next].properties.isWhitespace { next += 1 }
    return (name, next)
  }

  /// `~` ties two words; before a number it means "about", and in an address a home page.
  private mutating func tie() {
    if isMath { return put(" ", for: 1) }
    guard let before = position > 0 ? source[position - 1] : nil, let after = peek(1),
      !before.properties.isWhitespace, !after.properties.isWhitespace,
      !"/(~=[".unicodeScalars.contains(before), after != "~"
    else { return copy(1) }
    // O~(n) leaves out logarithms.
    let isSingleLetter = position < 2 || !source[position - 2].properties.isAlphabetic
    if after == "(", isSingleLetter, before.properties.isAlphabetic { return copy(1) }
    put(" ", for: 1)
  }

  /// `--` and `---`, but not the hyphens of an option (`--help`) or of a rule.
  private mutating func dashes() {
    var count = 0
    while peek(count) == "-" { count += 1 }
    let before = position > 0 ? source[position - 1] : " "
    let startsWord = before.properties.isWhitespace || before == "(" || before == "`"
    let isOption = count == 2 && startsWord && (peek(count)?.properties.isAlphabetic ?? false)
    if count == 1 || count > 3 || isOption { return copy(count) }
    put(count == 2 ? "–" : "—", for: count)
  }

  private mutating func openingQuote() {
    if peek(1) == "`", peek(2) != "`" {
      isQuoting = true
      return put("“", for: 2)
    }
    // A single quote, when its end comes before another begins: `word'.
    let following = source[(position + 1)..<min(position + 80, end)]
    if let other = following.firstIndex(where: { $0 == "`" || $0 == "'" }), source[other] == "'",
      other > position + 1, !source[position + 1].properties.isWhitespace,
      other + 1 >= end || !source[other + 1].properties.isAlphabetic && source[other + 1] != "'"
    {
      let inner = converted(position + 1..<other, isMath: false)
      return put(["‘"] + inner.scalars + ["’"], upTo: other + 1)
    }
    copy(1)
  }

  private mutating func closingQuote() {
    guard isQuoting, peek(1) == "'" else { return copy(1) }
    isQuoting = false
    put("”", for: 2)
  }
}

extension Unicode.Scalar {
  /// Whether it means something to TeX, in text or in mathematics.
  fileprivate var mayBeTeX: Bool {
    switch self {
    case "a"..."z", " ", "A"..."Z": false
    case "\\", "{", "~", "^", "_", "'", "$", "-", "`": true
    default: false
    }
  }
}
