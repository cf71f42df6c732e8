import Papers

extension Note {
  /// The note as plain text, for formats with one text a note: the page and the quoted passage, if
  /// there are any, above what the user wrote, which is verbatim.
  var plainText: String {
    let head = page.flatMap { $0.isEmpty ? nil : "page \($0)\n\n" } ?? ""
    return head + quotedText
  }

  /// The note below the quoted passage, if there is one.
  var quotedText: String {
    guard let quote, !quote.isEmpty else { return text }
    let lines = quote.split(separator: "\n", omittingEmptySubsequences: false)
    return lines.map { "> \($0)" }.joined(separator: "\n") + "\n\n" + text
  }
}
