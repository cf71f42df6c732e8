import Papers

/// Values of BibTeX fields in braces.
///
/// A file is broken by a brace without its partner (BibTeX counts them, backslash or not), and the
/// document that cites by characters with a meaning in TeX which were meant as text. TeX that works
/// is left as arXiv wrote it.
enum BibTeXText {
  /// A title: formulas stay, and mathematics outside of them gets dollars; unpaired braces are
  /// spelled out; `&`, `%` and `#` get a backslash, and outside of mathematics `_`, `^` and the
  /// dollars of amounts do too.
  static func title(_ text: String) -> String {
    var writer = Writer(text)
    for formula in text.texFormulas {
      writer.writeText(upTo: formula.range.lowerBound)
      if !formula.isDelimited { writer.append("$") }
      writer.writeMathematics(upTo: formula.range.upperBound)
      if !formula.isDelimited { writer.append("$") }
    }
    writer.writeText(upTo: writer.source.count)
    return String(writer.result)
  }

  /// An author, whose name has no TeX any more. It is in braces of its own if it is a group's, or if
  /// `and` or a comma in it would make it several, or another; `Jr` stands where BibTeX looks for it.
  static func name(_ name: AuthorName) -> String {
    let isSeveral = name.whole.split(separator: " ").contains { $0.lowercased() == "and" }
    if !isSeveral, !name.suffix.isEmpty, !name.given.isEmpty {
      return [name.family, name.suffix, name.given].map(plain).joined(separator: ", ")
    }
    let text = plain(name.whole)
    return isSeveral || name.isGroup || name.whole.contains(",") ? "{\(text)}" : text
  }

  /// A value that is no TeX, without the braces that could end it.
  static func verbatim(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D")
  }

  /// A text in which no character means anything to TeX but pairs of braces.
  private static func plain(_ text: String) -> String {
    var writer = Writer(text)
    writer.writePlain()
    return String(writer.result)
  }
}

/// Copies a text, from its beginning to its end, so that TeX and BibTeX take it.
private struct Writer {
  let source: [Unicode.Scalar]
  private(set) var result = String.UnicodeScalarView()
  private var position = 0
  private let unpaired: Set<Int>

  init(_ text: String) {
    source = Array(text.unicodeScalars)
    unpaired = Self.unpairedBraces(in: source)
  }

  mutating func append(_ text: String) { result.append(contentsOf: text.unicodeScalars) }

  /// Copies text with TeX in it.
  mutating func writeText(upTo end: Int) {
    while position < end {
      switch source[position] {
      case "\\" where position + 1 == source.count: append("{\\textbackslash}")
      case "\\": writeEscape(Braces.ofText)
      case "$", "_": append("\\\(source[position])")
      case "^": append("\\^{}")
      default: writeCharacter(Braces.ofText)
      }
      position += 1
    }
  }

  /// Copies a formula.
  mutating func writeMathematics(upTo end: Int) {
    while position < end {
      if source[position] == "\\" {
        writeEscape(Braces.ofMathematics)
      } else {
        writeCharacter(Braces.ofMathematics)
      }
      position += 1
    }
  }

  /// Copies text without TeX, the whole of it.
  mutating func writePlain() {
    while position < source.count {
      switch source[position] {
      case "\\": append("{\\textbackslash}")
      case "$", "_": append("\\\(source[position])")
      case "^", "~": append("\\\(source[position]){}")
      default: writeCharacter(Braces.ofText)
      }
      position += 1
    }
  }

  /// Copies a backslash and the character behind it, which stands for itself then.
  private mutating func writeEscape(_ braces: Braces) {
    position += 1
    if unpaired.contains(position) { return writeCharacter(braces) }
    append("\\")
    if position < source.count { result.append(source[position]) }
  }

  /// Copies a character that means the same in text and in mathematics.
  private mutating func writeCharacter(_ braces: Braces) {
    switch source[position] {
    case "{" where unpaired.contains(position): append(braces.opening)
    case "}" where unpaired.contains(position): append(braces.closing)
    case "&", "%", "#": append("\\\(source[position])")
    default: result.append(source[position])
    }
  }

  private static func unpairedBraces(in characters: [Unicode.Scalar]) -> Set<Int> {
    var open: [Int] = []
    var unpaired: Set<Int> = []
    for (index, character) in characters.enumerated() {
      if character == "{" {
        open.append(index)
      } else if character == "}", open.popLast() == nil {
        unpaired.insert(index)
      }
    }
    return unpaired.union(open)
  }
}

/// What stands for a brace without its partner.
private enum Braces {
  case ofText, ofMathematics

  var opening: String { self == .ofText ? "{\\textbraceleft}" : "\\lbrace " }
  var closing: String { self == .ofText ? "{\\textbraceright}" : "\\rbrace " }
}
