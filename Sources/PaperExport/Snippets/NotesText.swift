import Papers

/// The notes of a paper as Markdown, below its title.
package enum NotesText {
  /// The text, which ends in a newline; nil when there are no notes. What the user wrote is verbatim.
  package static func text(of item: ExportItem) -> String? {
    guard !item.reading.notes.isEmpty else { return nil }
    var output = MarkdownTemplate.notes.text(of: item, level: 1)
    while output.suffix(2) == [0x0A, 0x0A] { output.removeLast() }
    return String(decoding: output, as: UTF8.self)
  }
}
