import PaperExport
import Papers
import QueueUI

extension CopiedPart {
  /// The text for the clipboard: of several papers a line each, or a record each. Nil when no paper
  /// has this part.
  func text(of items: [ExportItem]) -> CopiedText? {
    let having = items.filter(isPart)
    guard let first = having.first else { return nil }
    let papers = having.count == 1 ? first.paper.id.description : "\(having.count) papers"
    let missing = items.count > having.count ? ", the others have none" : ""
    return CopiedText(
      name: "the \(name(count: having.count)) of \(papers)\(missing)", text: joined(having))
  }

  private func isPart(of item: ExportItem) -> Bool {
    switch self {
    case .doi: Self.doi(of: item) != nil
    case .notes: !item.reading.notes.isEmpty
    case .title: !item.paper.title.isEmpty
    case .id, .url, .pdf, .bibtex, .citation, .markdown: true
    }
  }

  private func joined(_ items: [ExportItem]) -> String {
    switch self {
    case .id: items.map(\.paper.id.description).joined(separator: "\n")
    case .url: items.map(\.url).joined(separator: "\n")
    case .pdf: items.map(\.pdf).joined(separator: "\n")
    case .doi: items.compactMap(Self.doi).joined(separator: "\n")
    case .bibtex: String(decoding: ExportEncoder.text(of: items, as: .bibtex), as: UTF8.self)
    case .citation: items.map { Citation.text(of: $0.paper) }.joined(separator: "\n")
    case .markdown: items.map(MarkdownLink.text).joined(separator: "\n")
    case .title: items.map { $0.paper.titleText.onOneLine }.joined(separator: "\n")
    case .notes: items.compactMap(NotesText.text).joined(separator: "\n")
    }
  }

  private static func doi(of item: ExportItem) -> String? {
    item.paper.dois.first.map(\.onOneLine).flatMap { $0.isEmpty ? nil : $0 }
  }
}
