import Papers

/// A paper's Markdown file: front matter, then our part between the markers, and around it whatever
/// the user wrote.
package enum MarkdownFile {
  /// Appends a new file.
  package static func write(
    _ item: ExportItem, by template: MarkdownTemplate = .standard, to output: inout [UInt8]
  ) {
    FrontMatter.write(item, to: &output)
    output.append(UInt8(ascii: "\n"))
    writePart(of: item, by: template, to: &output)
  }

  /// The file after an export: what paperq wrote is written anew, the rest stays byte for byte.
  ///
  /// `existing` is what the file holds; nil, or nothing but blanks, gives a new file. In the front
  /// matter our keys are set anew and others stay, below ours; a file without front matter gets
  /// none. Where our part lies, ``Markers`` says. Merging twice is merging once.
  package static func merged(
    existing: [UInt8]?, with item: ExportItem, by template: MarkdownTemplate = .standard,
    file: String
  ) throws(ExportError) -> [UInt8] {
    guard let existing, !existing.isBlank else {
      var output: [UInt8] = []
      write(item, by: template, to: &output)
      return output
    }
    let front = FrontMatter.range(in: existing)
    let part = try existing.markdownPart(from: front?.upperBound ?? 0, file: file)
    var output: [UInt8] = []
    output.reserveCapacity(existing.count + 4096)
    if let front {
      output.append(contentsOf: existing[..<front.lowerBound])
      let kept = FrontMatter.keptLines(of: existing, in: front)
      FrontMatter.write(item, keeping: kept, to: &output)
    }
    output.append(contentsOf: existing[(front?.upperBound ?? 0)..<part.lowerBound])
    writePart(of: item, by: template, to: &output)
    output.append(contentsOf: existing[part.upperBound...])
    return output
  }

  private static func writePart(
    of item: ExportItem, by template: MarkdownTemplate, to output: inout [UInt8]
  ) {
    let text = template.text(of: item, level: 1)
    let markers = Markers(
      enclosing: CollectionOfOne(text), hasHeading: text.starts(with: Markers.heading))
    markers.writeBegin(to: &output)
    output.append(contentsOf: text)
    markers.writeEnd(to: &output)
  }
}

extension [UInt8] {
  /// Whether there is nothing but white space in it.
  var isBlank: Bool { allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) } }

  /// Our part of a Markdown file, markers included.
  func markdownPart(from start: Int, file: String) throws(ExportError) -> Range<Int> {
    switch Markers.place(in: self, from: start) {
    case .part(let range): return range
    case .none: throw .noMarkers(file: file)
    case .withoutEnd: throw .noEndMarker(file: file)
    }
  }
}
