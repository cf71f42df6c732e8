package import Papers

/// What an export was asked for, as it was typed.
package struct ExportRequest: Equatable, Sendable {
  /// Nil for the one that the name of the file asks for, or else that of the configuration.
  package var format: ExportFormat?
  /// A file or folder, which may begin with `~/` and is else taken from the working folder; nil for
  /// the folder of the configuration.
  package var path: String?
  /// Whether a file that is there may be replaced.
  package var replaces: Bool

  package init(format: ExportFormat? = nil, path: String? = nil, replaces: Bool = false) {
    self.format = format
    self.path = path
    self.replaces = replaces
  }

  /// Reads `[FORMAT] [FILE-or-FOLDER]`, the path being all that follows the format, blanks included.
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
    try setPath(String(characters[start...]), at: start)
  }

  /// Reads a path alone; blanks around it are none of it.
  init(format: ExportFormat, path: String) throws(Mistake) {
    self.init(format: format)
    let trimmed = path.drop(while: \.isWhitespace)
    try setPath(String(trimmed), at: path.count - trimmed.count)
  }

  private mutating func setPath(_ text: String, at start: Int) throws(Mistake) {
    let path = text.trimmingSuffix(while: \.isWhitespace)
    guard path != "-" else {
      throw Mistake(
        message: "the screen has no standard output; name a file, or a folder with '/' at its end",
        range: start..<start + 1)
    }
    self.path = path.isEmpty ? nil : path
  }

  /// Whether a word that may be a format or a path is a path.
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
