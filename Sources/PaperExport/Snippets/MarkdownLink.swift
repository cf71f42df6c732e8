import Papers

/// A paper as a link in Markdown: `[Attention Is All You Need](https://arxiv.org/abs/1706.03762)`.
package enum MarkdownLink {
  /// The link on one line, whatever is in the title.
  package static func text(of item: ExportItem) -> String {
    let title = item.paper.titleText.cleanedLine
    guard !title.isEmpty else { return "[arXiv:\(item.paper.id)](\(item.url))" }
    let escaped = title.reduce(into: "") { text, character in
      // What could end the text of the link early, or begin something that goes on behind it.
      if "\\[]`<*".contains(character) { text.append("\\") }
      text.append(character)
    }
    return "[\(escaped)](\(item.url))"
  }
}
