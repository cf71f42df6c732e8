import Glibc
import LibraryStore
import Papers

/// `paperq.log` in the state folder: errors, and what fetches brought, a dated line each.
///
/// Several copies may write at once; each line is one write at the end of the file. When the file has
/// grown to its limit it becomes `paperq.log.1`, in place of the one before it. A log that cannot be
/// written is done without: whoever had something to write has said it elsewhere too.
struct LogFile: Sendable {
  let path: String

  /// The bytes from which on a new file is begun.
  static let limit = 1 << 20

  /// The longest line, in characters; a message of arXiv's may be long.
  private static let longestLine = 2000

  init(stateFolder: String) {
    path = stateFolder + "/paperq.log"
  }

  /// Adds a line, without control characters. The folder must be there.
  func write(_ text: String, isError: Bool = false, at time: Timestamp = Workspace.now) {
    rotate()
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    let line = "\(time) \(isError ? "error" : "info") \(text.onOneLine.prefix(Self.longestLine))\n"
    let bytes = Array(line.utf8)
    _ = Glibc.write(descriptor, bytes, bytes.count)
  }

  private func rotate() {
    var info = stat()
    guard lstat(path, &info) == 0, info.st_size >= Self.limit else { return }
    rename(path, path + ".1")
  }
}
