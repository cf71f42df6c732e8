import Papers

extension Note {
  /// The note as plain text, for formats with one text a note: the page and the quoted passage, if
  /// there are any, above what the user wrote, which is verbatim.
  var plainText: String {
    var parts: [String] = []
    if let page, !page.isEmpty { parts.append("page \(page)") }
    if let quote, !quote.isEmpty {
      let lines = quote.split(separator: "\n", omittingEmptySubsequences: false)
      parts.append(lines.map { "> \($0)" }.joined(separator: "\n"))
    }
    return (parts + [text]).joined(separator: "\n\n")
  }
}
