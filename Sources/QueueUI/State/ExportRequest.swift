package import Papers

/// What an export was asked for, as it was typed.
package struct ExportRequest: Equatable, Sendable {
  /// Nil for the one that the name of the file asks for, or else that of the configuration.
  package var format: ExportFormat?
  /// A file or folder, which may begin with `~/` and is else taken from the working folder; nil for
  /// the folder of the configuration.
  package var place: String?
  /// Whether a file that is there may be replaced.
  package var replaces: Bool

  package init(format: ExportFormat? = nil, place: String? = nil, replaces: Bool = false) {
    self.format = format
    self.place = place
    self.replaces = replaces
  }

  /// Reads `[FORMAT] [FILE-or-FOLDER]`, the place being all that follows the format, blanks included.
  init(parsing text: String) throws(Mistake) {
    self.init()
    let characters = Array(text)
    let word = String(characters.prefix { !$0.isWhitespace })
    format = ExportFormat(rawValue: word)
    guard format != nil || text.isEmpty || Self.isPath(word) else {
      throw Mistake(message: Self.unknown(word), range: 0..<word.count)
    }
    let start =
      format == nil
      ? 0 : characters[word.count...].firstIndex { !$0.isWhitespace } ?? characters.count
    try setPlace(String(characters[start...]), at: start)
  }

  /// Reads a place alone; blanks around it are none of it.
  init(format: ExportFormat, place: String) throws(Mistake) {
    self.init(format: format)
    let trimmed = place.drop(while: \.isWhitespace)
    try setPlace(String(trimmed), at: place.count - trimmed.count)
  }

  private mutating func setPlace(_ text: String, at start: Int) throws(Mistake) {
    let place = text.trimmingSuffix(while: \.isWhitespace)
    guard place != "-" else {
      throw Mistake(
        message: "the screen has no standard output; name a file, or a folder with '/' at its end",
        range: start..<start + 1)
    }
    self.place = place.isEmpty ? nil : place
  }

  /// Whether a word that may be a format or a place is a place.
  static func isPath(_ word: String) -> Bool {
    word.contains { "/.~".contains($0) } || word == "-"
  }

  private static func unknown(_ word: String) -> String {
    let names = ExportFormat.allCases.map(\.rawValue)
    let hint = word.suggestion(
      among: names,
      otherwise: "there are \(names.joined(separator: ", ")); a place has a '/' or a dot in it")
    return "there is no format '\(word)'; \(hint)"
  }
}
