import Papers

/// The notes of a paper as Markdown, below its title.
package enum NotesText {
  /// The text, which ends in a newline; nil when there are no notes. What the user wrote is verbatim.
  package static func text(of item: ExportItem) -> String? {
    guard !item.reading.notes.isEmpty else { return nil }
    let title = item.paper.titleText.cleanedLine
    let head = [
      "# " + (title.isEmpty ? "arXiv:\(item.paper.id)" : title.escapedInMarkdown),
      "[arXiv:\(item.paper.id)](\(item.url))",
    ]
    let parts = head + item.reading.notes.flatMap { ["## " + heading(of: $0), $0.quotedText] }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private static func heading(of note: Note) -> String {
    var text = note.created.date
    if note.edited.date != note.created.date { text += ", edited \(note.edited.date)" }
    if let page = note.page?.cleanedLine, !page.isEmpty { text += ", page \(page)" }
    return text.escapedInMarkdown
  }
}
