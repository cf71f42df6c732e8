/// Values of BibTeX fields in braces.
///
/// A file is broken by a brace without its partner (BibTeX counts them, backslash or not), and the
/// document that cites by characters with a meaning in TeX which were meant as text. TeX that works
/// is left as arXiv wrote it.
enum BibTeXText {
  /// A title: unpaired braces are spelled out; `&`, `%` and `#` get a backslash, and outside of
  /// mathematics `_` and `^` do too. An odd number of dollars are amounts, not mathematics.
  static func escaped(_ text: String) -> String {
    let characters = Array(text.unicodeScalars)
    let unpaired = unpairedBraces(in: characters)
    let escapedPlaces = placesBehindBackslash(in: characters)
    let dollars = characters.indices.filter {
      characters[$0] == "$" && !escapedPlaces.contains($0)
    }
    let hasMathematics = dollars.count % 2 == 0
    var isMathematics = false
    var result = String.UnicodeScalarView()
    func append(_ text: String) { result.append(contentsOf: text.unicodeScalars) }
    for (index, character) in characters.enumerated() {
      let isEscaped = escapedPlaces.contains(index)
      switch character {
      case "{" where unpaired.contains(index), "}" where unpaired.contains(index):
        if isEscaped { result.removeLast() }
        append(character == "{" ? "{\\textbraceleft}" : "{\\textbraceright}")
      case "$" where !isEscaped:
        if hasMathematics { isMathematics.toggle() }
        append(hasMathematics ? "$" : "\\$")
      case "&" where !isEscaped, "%" where !isEscaped, "#" where !isEscaped,
        "_" where !isEscaped && !isMathematics:
        append("\\")
        result.append(character)
      case "^" where !isEscaped && !isMathematics:
        append("\\^{}")
      case "\\" where index == characters.count - 1 && !isEscaped:
        append("{\\textbackslash}")
      default:
        result.append(character)
      }
    }
    return String(result)
  }

  /// An author, in braces of its own if `and` or a comma in it would make it several, or another.
  static func name(_ text: String) -> String {
    let name = escaped(text)
    let isSeveral = text.split(separator: " ").contains { $0.lowercased() == "and" }
    return isSeveral || text.contains(",") ? "{\(name)}" : name
  }

  /// A value that is no TeX, without the braces that could end it.
  static func verbatim(_ text: String) -> String {
    text.replacing("{", with: "%7B").replacing("}", with: "%7D")
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

  /// Where a character stands that a backslash belongs to.
  private static func placesBehindBackslash(in characters: [Unicode.Scalar]) -> Set<Int> {
    var places: Set<Int> = []
    for index in characters.indices.dropLast()
    where characters[index] == "\\" && !places.contains(index) {
      places.insert(index + 1)
    }
    return places
  }
}
