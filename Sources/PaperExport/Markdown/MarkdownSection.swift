import Papers

/// A paper as a section of a Markdown document: heading, authors, links, abstract and notes.
struct MarkdownSection {
  /// Of the paper's heading, from 1; what belongs to the paper is a level or two below.
  var level: Int

  func write(_ item: ExportItem, to output: inout [UInt8]) {
    let paper = item.paper
    title(of: paper, to: &output)
    let authors = paper.authorNames.map(\.cleanedLine).joined(separator: ", ")
    if !authors.isEmpty { paragraph(authors.escapedLineInMarkdown, to: &output) }
    let publisher = item.publisherURL.map { " · [DOI](\($0))" } ?? ""
    paragraph(
      "[arXiv:\(paper.id)](\(item.url)) · [PDF](\(item.pdf))\(publisher) · \(paper.published.date)",
      to: &output)
    if let comment = paper.comment?.texAsUnicode.cleanedLine, !comment.isEmpty {
      paragraph("Comment: \(comment.escapedInMarkdown)", to: &output)
    }
    if let journal = paper.journalRef?.texAsUnicode.cleanedLine, !journal.isEmpty {
      paragraph("Published in: \(journal.escapedInMarkdown)", to: &output)
    }
    let abstract = paper.abstractText.cleanedParagraphs
    if !abstract.isEmpty {
      heading("Abstract", level + 1, to: &output)
      for text in abstract { paragraph(text.escapedLineInMarkdown, to: &output) }
    }
    let notes = item.reading.notes
    if !notes.isEmpty {
      heading("Notes", level + 1, to: &output)
      for note in notes { write(note, level + 2, to: &output) }
    }
  }

  /// The notes alone, with title and link above them.
  func writeNotes(of item: ExportItem, to output: inout [UInt8]) {
    title(of: item.paper, to: &output)
    paragraph("[arXiv:\(item.paper.id)](\(item.url))", to: &output)
    for note in item.reading.notes { write(note, level + 1, to: &output) }
  }

  private func title(of paper: Paper, to output: inout [UInt8]) {
    let title = paper.titleText.cleanedLine
    heading(title.isEmpty ? "arXiv:\(paper.id)" : title.escapedInMarkdown, level, to: &output)
  }

  /// The note under its date; the user's text is not touched.
  private func write(_ note: Note, _ level: Int, to output: inout [UInt8]) {
    var title = note.created.date
    if note.edited.date != note.created.date { title += ", edited \(note.edited.date)" }
    if let page = note.page?.cleanedLine, !page.isEmpty { title += ", page \(page)" }
    heading(title.escapedInMarkdown, level, to: &output)
    if let quote = note.quote, !quote.isEmpty {
      for line in quote.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      {
        output.append(contentsOf: "> ".utf8)
        output.append(contentsOf: line)
        output.append(UInt8(ascii: "\n"))
      }
      output.append(UInt8(ascii: "\n"))
    }
    paragraph(note.text, to: &output)
  }

  private func heading(_ text: String, _ level: Int, to output: inout [UInt8]) {
    paragraph(String(repeating: "#", count: level) + " " + text, to: &output)
  }

  private func paragraph(_ text: String, to output: inout [UInt8]) {
    output.append(contentsOf: text.utf8)
    output.append(contentsOf: "\n\n".utf8)
  }
}
