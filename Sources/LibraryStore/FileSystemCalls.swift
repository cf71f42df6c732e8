import Glibc

/// The system calls by which files are written, so that a test can let each of them fail in turn.
///
/// Each gives what the call gives, or the negative `errno`. Interrupted calls are the caller's to
/// repeat.
package struct FileSystemCalls: Sendable {
  /// `open(2)`; gives the descriptor.
  package var open: @Sendable (_ path: String, _ flags: Int32, _ mode: UInt32) -> Int
  /// `write(2)`; gives the number of bytes taken, which may be fewer than offered.
  package var write: @Sendable (_ file: Int32, _ bytes: UnsafeRawBufferPointer) -> Int
  /// `fsync(2)`, of files and folders.
  package var fsync: @Sendable (_ file: Int32) -> Int
  /// `fchmod(2)`.
  package var setMode: @Sendable (_ file: Int32, _ mode: UInt32) -> Int
  /// `ftruncate(2)`; the size is in bytes.
  package var truncate: @Sendable (_ file: Int32, _ size: Int) -> Int
  /// `close(2)`; the descriptor is closed whatever it gives.
  package var close: @Sendable (_ file: Int32) -> Int
  /// `rename(2)`.
  package var rename: @Sendable (_ from: String, _ to: String) -> Int
  /// `link(2)`.
  package var link: @Sendable (_ from: String, _ to: String) -> Int
  /// `unlink(2)`.
  package var unlink: @Sendable (_ path: String) -> Int
  /// `mkdir(2)`.
  package var makeFolder: @Sendable (_ path: String, _ mode: UInt32) -> Int

  /// The calls of the system.
  package static let system = FileSystemCalls(
    open: { result(Glibc.open($0, $1, $2)) },
    write: { result(Glibc.write($0, $1.baseAddress, $1.count)) },
    fsync: { result(Glibc.fsync($0)) },
    setMode: { result(Glibc.fchmod($0, $1)) },
    truncate: { result(Glibc.ftruncate($0, $1)) },
    close: { result(Glibc.close($0)) },
    rename: { result(Glibc.rename($0, $1)) },
    link: { result(Glibc.link($0, $1)) },
    unlink: { result(Glibc.unlink($0)) },
    makeFolder: { result(Glibc.mkdir($0, $1)) })

  private static func result(_ value: some BinaryInteger) -> Int {
    value < 0 ? -Int(errno) : Int(value)
  }
}

extension FileSystemCalls {
  /// Repeats a call while a signal interrupts it; throws what else it fails with.
  @discardableResult
  func attempt(_ call: () -> Int) throws(FileFault) -> Int {
    while true {
      let result = call()
      if result >= 0 { return result }
      if result != -Int(EINTR) { throw .system(Int32(-result)) }
    }
  }

  /// Writes all bytes, however few a call takes.
  func writeAll(_ bytes: [UInt8], to file: Int32) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      let count = try attempt {
        bytes.withUnsafeBytes { write(file, UnsafeRawBufferPointer(rebasing: $0[written...])) }
      }
      // A disk that takes nothing and reports nothing is as good as full.
      guard count > 0 else { throw .system(ENOSPC) }
      written += min(count, bytes.count - written)
    }
  }

  /// Makes the entries of a folder last: what was created in it, renamed or removed.
  func syncFolder(_ path: String) throws(FileFault) {
    let file = Int32(try attempt { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) })
    defer { _ = close(file) }
    try attempt { fsync(file) }
  }

  /// Makes a folder, and those above it, with mode 0700; one that is there stays as it is.
  package func makeFolders(_ path: String) throws(FileFault) {
    if FileStamp.kind(of: path) == .folder { return }
    let parent = Path.folder(of: path)
    if parent != path { try makeFolders(parent) }
    let made = makeFolder(path, 0o700)
    if made < 0, made != -Int(EEXIST) { throw .system(Int32(-made)) }
    guard FileStamp.kind(of: path) == .folder else { throw .system(ENOTDIR) }
    if made >= 0 {
      // The process's umask may have taken away more than it should.
      let file = Int32(try attempt { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0) })
      defer { _ = close(file) }
      try attempt { setMode(file, 0o700) }
      try syncFolder(parent)
    }
  }
}

/// Paths as text.
enum Path {
  /// The folder that a path lies in: `/` for `/a`, `.` for `a`.
  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The last part of a path.
  static func name(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
