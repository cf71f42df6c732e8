import JSONText
package import Papers

/// Writes an export as one text, paper by paper, so that the whole need not be in memory.
///
///     var encoder = ExportEncoder(.bibtex, items: items)
///     encoder.begin(to: &output)
///     for item in items { encoder.write(item, to: &output) }
///     encoder.end(to: &output)
///
/// The same items in the same order give the same bytes.
package struct ExportEncoder {
  private let format: ExportFormat
  private let template: MarkdownTemplate
  private let markers: Markers
  private var keys = BibTeXKeys()
  private var count = 0

  /// `items` are the papers that will be written; a digest is looked through for markers, and thus
  /// with a template of the user's made twice. Markdown and digest are written by `template`.
  package init(
    _ format: ExportFormat, items: some Sequence<ExportItem>,
    template: MarkdownTemplate = .standard
  ) {
    self.format = format
    self.template = template
    if format != .digest {
      markers = Markers(enclosing: [])
    } else if template.isStandard {
      // All else is escaped.
      markers = Markers(
        enclosing: items.lazy.flatMap { $0.reading.notes }.map { Array($0.text.utf8) })
    } else {
      markers = Markers(enclosing: items.lazy.map { template.text(of: $0, level: 2) })
    }
  }

  /// Appends what stands before the first paper.
  package func begin(to output: inout [UInt8]) {
    switch format {
    case .digest:
      markers.writeBegin(to: &output)
      output.append(contentsOf: "# Papers\n\n".utf8)
    case .cslJSON: output.append(contentsOf: "[".utf8)
    case .csv: CSVRow.writeHeader(to: &output)
    case .markdown, .bibtex, .ris, .jsonl, .org: break
    }
  }

  /// Appends a paper.
  package mutating func write(_ item: ExportItem, to output: inout [UInt8]) {
    let separates = count > 0
    count += 1
    switch format {
    case .markdown:
      if separates { output.append(UInt8(ascii: "\n")) }
      MarkdownFile.write(item, by: template, to: &output)
    case .digest:
      template.write(item, level: 2, to: &output)
    case .bibtex:
      if separates { output.append(UInt8(ascii: "\n")) }
      BibTeXEntry(paper: item.paper, key: keys.key(for: item.paper)).write(to: &output)
    case .ris:
      if separates { output.append(UInt8(ascii: "\n")) }
      RISRecord(item: item).write(to: &output)
    case .cslJSON:
      output.append(contentsOf: separates ? ",\n".utf8 : "\n".utf8)
      CSLItem.object(of: item).write(to: &output)
    case .csv:
      CSVRow.write(item, to: &output)
    case .jsonl:
      PaperJSON.writeLine(item, to: &output)
    case .org:
      if separates { output.append(UInt8(ascii: "\n")) }
      OrgSection.write(item, to: &output)
    }
  }

  /// Appends what stands behind the last paper.
  package func end(to output: inout [UInt8]) {
    switch format {
    case .digest: markers.writeEnd(to: &output)
    case .cslJSON: output.append(contentsOf: "\n]\n".utf8)
    case .markdown, .bibtex, .ris, .csv, .jsonl, .org: break
    }
  }

  /// All of `items` as one text.
  package static func text(
    of items: [ExportItem], as format: ExportFormat, by template: MarkdownTemplate = .standard
  ) -> [UInt8] {
    ExportStream(items, as: format, by: template).reduce(into: []) { $0 += $1 }
  }
}
