package import Papers

/// What an export would write where. It reads nothing and writes nothing: who calls it hands in what
/// is there, and writes what comes out.
package enum ExportPlan {
  /// One file of an export.
  package struct File: Equatable, Sendable {
    /// Without a folder.
    package var name: String
    /// What is to be done with it.
    package var outcome: Outcome

    package init(name: String, outcome: Outcome) {
      self.name = name
      self.outcome = outcome
    }
  }

  /// What is to be done with a file.
  package enum Outcome: Equatable, Sendable {
    /// It is not there yet.
    case create([UInt8])
    /// It is there, and holds something else so far.
    case update([UInt8])
    /// It holds these very bytes.
    case unchanged
    /// It must not be touched.
    case leave(ExportError)
  }

  /// What becomes of a single file that all of `items` go into.
  ///
  /// In a digest, and in the Markdown of one paper, what the user wrote around our part is kept.
  /// The Markdown of several papers replaces no file. Other formats hold nothing of the user's.
  ///
  /// - Parameter existing: what the file holds, nil when it is not there.
  package static func file(
    _ name: String, of items: [ExportItem], as format: ExportFormat,
    by template: MarkdownTemplate = .standard, existing: [UInt8]?
  ) -> File {
    let outcome = outcome(existing: existing) { () throws(ExportError) in
      guard let existing, !existing.isBlank, format.keepsHandWrittenText else {
        return ExportEncoder.text(of: items, as: format, by: template)
      }
      if format == .markdown, items.count == 1 {
        return try MarkdownFile.merged(
          existing: existing, with: items[0], by: template, file: name)
      }
      let text = ExportEncoder.text(of: items, as: format, by: template)
      if text == existing { return text }
      guard format == .digest else { throw .severalPapers(file: name) }
      let part = try existing.markdownPart(from: 0, file: name)
      return Array(existing[..<part.lowerBound]) + text + existing[part.upperBound...]
    }
    return File(name: name, outcome: outcome)
  }

  /// An export into a folder, a file per paper; of a digest, `digest.md` alone.
  ///
  /// Ask for the files one by one, and write each before the next, and no more than one is in memory.
  package struct Folder {
    private let format: ExportFormat
    private let template: MarkdownTemplate
    private let names: [ArXivID: [String]]

    /// - Parameter existingNames: the names of the folder's files, in any order.
    package init(
      _ format: ExportFormat, by template: MarkdownTemplate = .standard,
      existingNames: some Sequence<String>
    ) {
      self.format = format
      self.template = template
      var names: [ArXivID: [String]] = [:]
      // Without markers nothing shows that a file of another name is not the user's.
      for name in existingNames where format.keepsHandWrittenText {
        if let id = ExportFileName.paper(ofFile: name, fileExtension: format.fileExtension) {
          names[id, default: []].append(name)
        }
      }
      self.names = names
    }

    /// The file of one paper.
    ///
    /// A file that is named after the paper's identifier and has our part in it is updated where it
    /// is, though the title has changed since. One without is the user's, and does not stop a new
    /// file of another name.
    ///
    /// - Parameter existing: reads a file of the folder; nil when it is not there.
    package func file(
      for item: ExportItem, existing: (String) throws -> [UInt8]?
    ) rethrows -> File {
      let usual = ExportFileName.name(for: item.paper, fileExtension: format.fileExtension)
      let others = (names[item.paper.id] ?? []).filter { $0 != usual }
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      var refused: File?
      for name in [usual] + others {
        guard let bytes = try existing(name) else { continue }
        let file = ExportPlan.file(
          name, of: [item], as: format, by: template, existing: bytes)
        switch file.outcome {
        case .leave(.noMarkers) where name != usual: continue
        case .leave: refused = refused ?? file
        default: return file
        }
      }
      return refused
        ?? ExportPlan.file(
          usual, of: [item], as: format, by: template, existing: nil)
    }

    /// All files for `items`, in their order.
    package func files(
      for items: [ExportItem], existing: (String) throws -> [UInt8]?
    ) rethrows -> [File] {
      if format == .digest {
        let name = "digest.\(format.fileExtension)"
        return [
          ExportPlan.file(
            name, of: items, as: format, by: template, existing: try existing(name))
        ]
      }
      return try items.map { try file(for: $0, existing: existing) }
    }
  }

  private static func outcome(
    existing: [UInt8]?, _ text: () throws(ExportError) -> [UInt8]
  ) -> Outcome {
    do {
      let text = try text()
      guard let existing else { return .create(text) }
      return text == existing ? .unchanged : .update(text)
    } catch {
      return .leave(error)
    }
  }
}
