import Papers
package import TerminalGrid

extension Style {
  /// Reads a look as the configuration writes it: attributes, a colour, and `on` with the colour of
  /// the ground, in any order, parted by blanks: `bold #ffaf5f on 236`. `plain` is no attribute.
  ///
  /// Colours are the names of the terminal's 16 (`red`, `bright-red`), numbers of the 256, or `#rgb`
  /// and `#rrggbb`; `default` is the terminal's own.
  package init(parsing text: String) throws(StyleError) {
    self = .plain
    var isGround = false
    for word in text.lowercased().split(separator: " ").map(String.init) {
      if word == "on", !isGround {
        isGround = true
      } else if !isGround, let attribute = Self.attributeNames[word] {
        attributes.formUnion(attribute)
      } else if let color = Self.color(word) {
        if isGround { background = color } else { foreground = color }
        isGround = false
      } else {
        throw StyleError(unknown: word, isGround: isGround)
      }
    }
    if isGround { throw StyleError(message: "says 'on' without a colour behind it") }
  }

  static let attributeNames: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
    "strike": .strikethrough, "plain": [],
  ]

  static let colorNames = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"]

  /// The colour of a word; nil inside for `default`, nil outside for no colour.
  private static func color(_ word: String) -> Color?? {
    if word == "default" { return .some(nil) }
    if word.hasPrefix("#") { return exact(word.dropFirst()).map { .some($0) } }
    if word.allSatisfy({ $0.isASCII && $0.isNumber }) {
      return UInt8(word).map { .some($0 < 16 ? .standard($0) : .indexed($0)) }
    }
    let isBright = word.hasPrefix("bright-")
    guard let index = colorNames.firstIndex(of: isBright ? String(word.dropFirst(7)) : word) else {
      return nil
    }
    return .some(.standard(UInt8(index + (isBright ? 8 : 0))))
  }

  private static func exact(_ digits: Substring) -> Color? {
    guard digits.count == 3 || digits.count == 6, digits.allSatisfy(\.isHexDigit),
      let value = Int(digits, radix: 16)
    else { return nil }
    func part(_ place: Int) -> UInt8 {
      digits.count == 3
        ? UInt8(value >> (8 - 4 * place) & 0xF) * 17 : UInt8(value >> (16 - 8 * place) & 0xFF)
    }
    return .rgb(red: part(0), green: part(1), blue: part(2))
  }
}

/// Why a text is no look.
package struct StyleError: Error, Equatable, Sendable {
  /// As the end of a sentence about the text.
  package var message: String

  init(message: String) {
    self.message = message
  }

  init(unknown word: String, isGround: Bool) {
    let colors = Style.colorNames + Style.colorNames.map { "bright-\($0)" } + ["default"]
    let names = colors + (isGround ? [] : Style.attributeNames.keys.sorted() + ["on"])
    let hint = word.suggestion(
      among: names,
      otherwise: "allowed are bold, dim, italic, underline, reverse, strike, plain, names of"
        + " colours such as red and bright-red, numbers to 255, #rgb, #rrggbb, and 'on' before the colour"
        + " of the ground")
    message = "holds '\(word.prefix(40))'; \(hint)"
  }
}
