import Foundation
import PaperExport
import Papers

/// The folder in which PDFs are kept.
struct PDFFolder: Equatable, Sendable {
  /// Absolute; it need not be there yet.
  let path: String

  /// A PDF that is there.
  struct File: Equatable, Sendable {
    var reference: ArXivReference
    var path: String

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  /// The PDFs of a paper, the newest version first, whatever the beginnings of their names.
  func files(of id: ArXivID) -> [File] {
    // A folder that is not there, or cannot be read, has none; writing to it will say why.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let ending = "[\(id.fileName)v"
    return names.filter { $0.contains(ending) }
      .compactMap { name in
        PDFFileName.reference(ofFile: name).map { File(reference: $0, path: "\(path)/\(name)") }
      }
      .filter { $0.reference.id == id && isFile($0.path) }
      .sorted { ($1.reference.version ?? 0, $0.path) < ($0.reference.version ?? 0, $1.path) }
  }

  /// Where the PDF of a version is to be.
  func file(for paper: Paper, version: Int) -> File {
    File(
      reference: ArXivReference(id: paper.id, version: version),
      path: "\(path)/\(PDFFileName.name(for: paper, version: version))")
  }

  private func isFile(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && !isFolder.boolValue
  }
}
