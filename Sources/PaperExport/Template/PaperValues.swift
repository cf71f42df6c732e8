import Papers

/// What the names of a template stand for, for one paper. They are described in `docs/export.md`.
///
/// Texts of arXiv carry no control characters; the user's notes are theirs.
final class PaperValues {
  /// Every name that a template may use, in the order of the documentation.
  static let names = [
    "heading", "id", "version", "title", "titleText", "abstract", "abstractText", "paragraphs",
    "authors", "authorNames", "name", "lastName", "affiliations", "categories", "primaryCategory",
    "published", "updated", "added", "year", "comment", "journalRef", "doi", "doiURL", "url", "pdf",
    "sources", "bibtexKey", "state", "unread", "queued", "reading", "read", "dismissed", "depth",
    "star", "tags", "project", "hasNotes", "notes", "text", "created", "edited", "page", "quote",
    "quoteLines", "isFirst", "isLast",
  ]

  private let item: ExportItem
  private let level: Int

  // Turning TeX into Unicode is most of the work, and templates ask first whether there is a text.
  private lazy var titleText = item.paper.titleText.cleanedLine
  private lazy var paragraphs = item.paper.abstractText.cleanedParagraphs
  private lazy var comment = item.paper.comment?.texAsUnicode.cleanedLine
  private lazy var journalRef = item.paper.journalRef?.texAsUnicode.cleanedLine
  private lazy var authorNames = item.paper.authorNames.map(\.cleanedLine).joined(separator: ", ")
  private lazy var notes = item.reading.notes

  /// `level` is that of the paper's heading, from 1.
  init(_ item: ExportItem, level: Int) {
    self.item = item
    self.level = level
  }

  /// The names of the paper.
  var value: MustacheValue { .object { self.value(named: $0) } }

  private func value(named name: String) -> MustacheValue {
    let paper = item.paper
    let reading = item.reading
    return switch name {
    case "heading": .verbatim(String(repeating: "#", count: level))
    case "id": .verbatim(paper.id.description)
    case "version": paper.knownVersion.map { .number($0) } ?? .nothing
    case "title": .text(ifAny: paper.title.cleanedLine)
    case "titleText": .text(ifAny: titleText)
    case "abstract":
      .text(ifAny: paper.abstract.cleanedParagraphs.joined(separator: "\n\n"))
    case "abstractText": .text(ifAny: paragraphs.joined(separator: "\n\n"))
    case "paragraphs": .list(texts: paragraphs.map { .text($0) })
    case "authors": .list(of: paper.authors, Self.value)
    case "authorNames": .text(ifAny: authorNames)
    case "categories": Self.list(paper.categories)
    case "primaryCategory": .text(ifAny: paper.primaryCategory.cleanedLine)
    case "published": paper.knownPublished.map { .verbatim($0.date) } ?? .nothing
    case "updated": paper.knownUpdated.map { .verbatim($0.date) } ?? .nothing
    case "added": .verbatim(paper.added.date)
    case "year": .verbatim(String(paper.published.date.prefix(4)))
    case "comment": .text(ifAny: comment)
    case "journalRef": .text(ifAny: journalRef)
    case "doi": .text(ifAny: paper.dois.first?.cleanedLine)
    case "doiURL": item.publisherURL.map { .verbatim($0) } ?? .nothing
    case "url": .verbatim(item.url)
    case "pdf": .verbatim(item.pdf)
    case "sources": Self.list(paper.sources)
    case "bibtexKey": .verbatim(BibTeXKeys.base(for: paper))
    case "state": .verbatim(reading.state.rawValue)
    case "unread", "queued", "reading", "read", "dismissed":
      .flag(reading.state.rawValue == name)
    case "depth": .number(reading.depth.rawValue)
    case "star": .flag(reading.star)
    case "tags": Self.list(reading.tags)
    case "project": .text(ifAny: reading.project?.cleanedLine)
    case "hasNotes": .flag(!notes.isEmpty)
    case "notes": .list(of: notes, Self.value)
    default: .nothing
    }
  }

  private static func value(of author: Paper.Author, named name: String) -> MustacheValue {
    let fullName = author.name.texAsUnicode.cleanedLine
    return switch name {
    case "name", ".": .text(ifAny: fullName)
    case "lastName": .text(ifAny: AuthorName.all(in: fullName).first?.family)
    case "affiliations": list(author.affiliations.map(\.texAsUnicode))
    default: .nothing
    }
  }

  private static func value(of note: Note, named name: String) -> MustacheValue {
    switch name {
    case "text", ".": .verbatim(note.text)
    case "created": .verbatim(note.created.date)
    case "edited":
      note.edited.date == note.created.date ? .nothing : .verbatim(note.edited.date)
    case "page": .text(ifAny: note.page?.cleanedLine)
    case "quote": note.quote.map { .verbatim($0) } ?? .nothing
    case "quoteLines": .list(texts: note.quote.map(lines) ?? [])
    default: .nothing
    }
  }

  /// A list of texts on one line each.
  private static func list(_ texts: [String]) -> MustacheValue {
    .list(texts: texts.map { .text($0.cleanedLine) })
  }

  /// Parted at newlines alone: a carriage return stays where it is.
  private static func lines(_ text: String) -> [MustacheValue] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { .verbatim(String(Substring($0))) }
  }
}
