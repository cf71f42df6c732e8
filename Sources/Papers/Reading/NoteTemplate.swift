/// What a new note begins with in the user's editor: headings to write below.
///
/// Headings with nothing below them are not for keeping; they only ask.
package struct NoteTemplate: Equatable, Sendable {
  /// The text as it is shown; empty for none.
  package let text: String

  /// A text of the user's own. Its headings are its lines that begin with `#`.
  package init(text: String) {
    self.text = text.withoutOuterBlankLines
  }

  /// A heading of the third level for each of these, below the paper's title and the heading of its
  /// notes in an exported file, unless it says its level itself: `## Claim`.
  package init(headings: [String]) {
    let lines = headings.map { $0.hasPrefix("#") ? $0.onOneLine : "### \($0.onOneLine)" }
    self.init(text: lines.joined(separator: "\n\n"))
  }

  /// No template.
  package static let none = NoteTemplate(text: "")

  /// A note that was begun with this template, without the template's headings under which nothing
  /// was written. Empty when nothing was written at all.
  ///
  /// Headings of the user's own stay, and so does a heading of the template with a deeper one below
  /// it that stays.
  package func filled(_ note: String) -> String {
    let trimmed = note.withPlainLineBreaks.withoutOuterBlankLines
    guard !text.isEmpty, trimmed != text else { return text.isEmpty ? trimmed : "" }
    let templateLines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let headings = Set(templateLines.filter { Self.level(of: $0) != nil }.map(\.withoutBlanksAtEnd))
    let lines = trimmed.split(separator: "\n", omittingEmptySubsequences: false)
    var kept: [Substring] = []
    /// The level of the next heading that stays, where nothing but blank lines is before it; nil
    /// where there is a text.
    var below: Int? = 0
    for line in lines.reversed() {
      let isBlank = line.allSatisfy(\.isWhitespace)
      if let level = Self.level(of: line) {
        let isEmpty = below.map { $0 <= level } ?? false
        if isEmpty, headings.contains(line.withoutBlanksAtEnd) {
          // The blank lines below it go with it.
          while kept.last?.allSatisfy(\.isWhitespace) == true { kept.removeLast() }
          continue
        }
        below = level
      } else if !isBlank {
        below = nil
      }
      kept.append(line)
    }
    let result = kept.reversed().joined(separator: "\n").withoutOuterBlankLines
    // What the template says besides its headings is no note either.
    let own = Set(templateLines.map(\.withoutBlanksAtEnd))
    let isTouched = result.split(separator: "\n").contains { !own.contains($0.withoutBlanksAtEnd) }
    return isTouched ? result : ""
  }

  /// How deep a heading is; nil for a line that is none.
  private static func level(of line: Substring) -> Int? {
    let marks = line.prefix { $0 == "#" }.count
    guard (1...6).contains(marks) else { return nil }
    let rest = line.dropFirst(marks)
    return rest.isEmpty || rest.first?.isWhitespace == true ? marks : nil
  }
}

extension Substring {
  fileprivate var withoutBlanksAtEnd: Substring {
    var line = self
    while line.last?.isWhitespace == true { line.removeLast() }
    return line
  }
}
