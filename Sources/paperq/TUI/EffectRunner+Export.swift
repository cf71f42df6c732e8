import Foundation
import Papers
import QueueUI
import WorkThreads

extension EffectRunner {
  func export(
    _ ids: [ArXivID], _ request: ExportRequest, shown: Library, _ library: Library
  ) {
    let job = ExportJob(
      settings: workspace.settings, shown: shown, library: library, ids: ids, request: request)
    unfinished.run(on: files) { [inbox] in inbox.post(job.run()) }
  }

  /// Says what lies in a folder; nothing when it cannot be read.
  func listFolder(_ folder: String) {
    let (inbox, path) = (inbox, workspace.settings.environment.expanding(folder))
    listing.async { inbox.post(.folderListed(folder, Self.names(in: path.isEmpty ? "." : path))) }
  }

  /// The names that can be typed, those of folders with `/`, in their order.
  private nonisolated static func names(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return names.filter { $0 == $0.onOneLine }.sorted().map { name in
      var isFolder: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
      return isFolder.boolValue ? name + "/" : name
    }
  }
}
