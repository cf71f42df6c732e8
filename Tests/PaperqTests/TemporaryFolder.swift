import Foundation
import Synchronization

@testable import paperq

/// A folder that goes with the last reference to it.
final class TemporaryFolder: Sendable {
  let path: String

  var url: URL { URL(filePath: path) }

  init() throws {
    path = FileManager.default.temporaryDirectory
      .appending(path: "paperq-tests-\(UUID().uuidString)").path()
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  /// Writes a file and the folders above it.
  func write(_ text: String, to name: String) throws {
    let file = url.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try ChildProcess.beginning.withLock { _ in try Data(text.utf8).write(to: file) }
  }

  func read(_ name: String) throws -> String {
    String(decoding: try bytes(name), as: UTF8.self)
  }

  /// Not by Foundation's `Data`, which forgets to free something for each empty file.
  func bytes(_ name: String) throws -> [UInt8] {
    try FileBytes.read(url.appending(path: name).path(percentEncoded: false))
  }

  func exists(_ name: String) -> Bool {
    FileManager.default.fileExists(atPath: url.appending(path: name).path(percentEncoded: false))
  }
}
