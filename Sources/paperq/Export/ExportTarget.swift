import Foundation
import Papers

/// Where an export goes.
enum ExportTarget: Equatable {
  case standardOutput
  case file(String)
  case folder(String)

  /// Reads the text of `--output`: `-` is standard output; what ends in `/` or is a folder is a
  /// folder; everything else is a file.
  init(_ text: String, environment: Environment) {
    let path = environment.expanding(text)
    if text == "-" {
      self = .standardOutput
    } else if path.hasSuffix("/") || Self.isFolder(path) {
      self = .folder(path)
    } else {
      self = .file(path)
    }
  }

  /// The format of an export that names none: the one that a file's name asks for, or else the
  /// `preferred` one.
  func format(preferring preferred: ExportFormat) -> ExportFormat {
    guard case .file(let path) = self else { return preferred }
    return ExportFormat(fileName: path, preferred: preferred) ?? preferred
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
