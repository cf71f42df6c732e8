import Foundation
import LibraryStore
import PaperExport
import Papers

/// Carries out what ``ExportPlan`` says, file by file.
enum ExportWriter {
  /// What became of the files of an export.
  struct Result: Equatable {
    /// The file or folder.
    var place: String
    var written = 0
    var unchanged = 0
    /// Files that hold text of the user's that is not ours to replace.
    var refusals: [ExportError] = []
  }

  /// Exports into a folder, which is made when it is not there.
  static func write(
    _ items: some Sequence<ExportItem>, as format: ExportFormat, by template: MarkdownTemplate,
    toFolder folder: String
  ) throws -> Result {
    var result = Result(place: folder)
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let plan = ExportPlan.Folder(format, by: template, existingNames: names)
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    func existing(_ name: String) throws -> [UInt8]? { try FileContents.read(base + name)?.bytes }
    if format == .digest {
      for file in try plan.files(for: Array(items), existing: existing) {
        try carryOut(file, at: base + file.name, &result)
      }
    } else {
      for item in items {
        let file = try plan.file(for: item, existing: existing)
        try carryOut(file, at: base + file.name, &result)
      }
    }
    return result
  }

  /// Exports into one file, paper by paper, unless the file may hold text of the user's.
  static func write(
    _ items: some Sequence<ExportItem>, as format: ExportFormat, by template: MarkdownTemplate,
    toFile path: String
  ) throws -> Result {
    var result = Result(place: path)
    if format.keepsHandWrittenText, let existing = try FileContents.read(path)?.bytes {
      let file = ExportPlan.file(
        path, of: Array(items), as: format, by: template, existing: existing)
      try carryOut(file, at: path, &result)
    } else {
      var stream = ExportStream(items, as: format, by: template)
      let isWritten = try AtomicFile.write(pieces: { stream.next() }, to: path, mode: .kept)
      if isWritten { result.written += 1 } else { result.unchanged += 1 }
    }
    return result
  }

  private static func carryOut(
    _ file: ExportPlan.File, at path: String, _ result: inout Result
  ) throws(StoreError) {
    switch file.outcome {
    case .create(let bytes), .update(let bytes):
      try AtomicFile.write(bytes, to: path, mode: .kept)
      result.written += 1
    case .unchanged:
      result.unchanged += 1
    case .leave(let error):
      result.refusals.append(error)
    }
  }
}
