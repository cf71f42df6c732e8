import Foundation
import LibraryStore
import PaperExport
import Papers
import QueueUI

/// An export that the screen asked for.
struct ExportJob: Sendable {
  let settings: Settings
  /// Holds the papers that are listed, which may be what arXiv found.
  let shown: Library
  let library: Library
  let ids: [ArXivID]
  let request: ExportRequest

  /// Writes the files, unless that would replace one that nobody has agreed to replace, and says what
  /// came of it.
  func run() -> Event {
    do {
      return try export()
    } catch let error as StoreError {
      return .reported(error.message, isError: true)
    } catch let error as ConfigurationError {
      return .reported(error.message, isError: true)
    } catch {
      return .reported("cannot export to '\(place)': \(error)".onOneLine, isError: true)
    }
  }

  private func export() throws -> Event {
    let target =
      request.path.map { ExportTarget($0, environment: settings.environment) }
      ?? .folder(settings.screenExportFolder)
    let format = request.format ?? target.format(preferring: settings.exportFormat)
    let template = format.takesTemplate ? try settings.markdownTemplate() : .standard
    let present = ids.filter { shown.contains($0) || library.contains($0) }
    guard !present.isEmpty else {
      return .reported("nothing is exported: the papers are not listed any more", isError: true)
    }
    // Papers are decoded one by one, as they are written.
    let items = present.lazy.compactMap { ExportItem($0, shown: shown, library) }
    switch target {
    case .standardOutput:
      return .reported("the screen has no standard output to export to", isError: true)
    case .folder(let path):
      let result = try ExportWriter.write(items, as: format, by: template, toFolder: path)
      let files = result.written + result.unchanged
      return report(result, "exported \(files == 1 ? "1 file" : "\(files) files") to \(place)")
    case .file(let path):
      if !request.replaces, !format.keepsHandWrittenText, isThere(path) {
        return .exportWouldReplace(file: place, ids, request)
      }
      let result = try ExportWriter.write(items, as: format, by: template, toFile: path)
      let papers = present.count.papers
      return report(result, "exported \(papers) as \(format.rawValue) to \(place)")
    }
  }

  /// Where to, as people write it, from home or from the root: nobody need know the working folder.
  private var place: String {
    let path = settings.environment.expanding(request.path ?? settings.screenExportFolder)
    let absolute = URL(
      filePath: path, directoryHint: path.hasSuffix("/") ? .isDirectory : .notDirectory
    ).standardizedFileURL.path(percentEncoded: false)
    return settings.environment.abbreviating(absolute).onOneLine
  }

  private func isThere(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func report(_ result: ExportWriter.Result, _ done: String) -> Event {
    guard let first = result.refusals.first else { return .reported(done, isError: false) }
    let isAll = result.written + result.unchanged == 0
    let refused = "\(result.refusals.count) left alone: \(first.description)"
    return .reported(isAll ? refused : "\(done); \(refused)", isError: true)
  }
}
