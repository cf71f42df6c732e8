import Glibc

/// The bytes of a file, and the stamp of the state that was read.
package struct FileContents: Sendable {
  /// The whole file.
  package var bytes: [UInt8]
  /// The state of the file when it was opened.
  package var stamp: FileStamp

  /// Reads a whole file; nil when there is none.
  ///
  /// It is read and not mapped into memory: a mapped file that another program cuts short would
  /// kill us.
  package static func read(_ path: String) throws(StoreError) -> FileContents? {
    do {
      return try contents(of: path)
    } catch {
      throw .cannotRead(file: path, cause: error)
    }
  }

  private static func contents(of path: String) throws(FileFault) -> FileContents? {
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let code = errno
      let fault = FileFault(code, following: path)
      guard fault == .system(ENOENT) else { throw fault }
      return nil
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw .system(errno) }
    switch FileStamp.kind(of: info) {
    case .file: break
    case .folder: throw .folder
    case .link, .special: throw .special
    }
    let stamp = FileStamp(info)
    return FileContents(bytes: try bytes(of: file, expecting: stamp.size), stamp: stamp)
  }

  private static func bytes(of file: Int32, expecting size: Int) throws(FileFault) -> [UInt8] {
    var failure: Int32 = 0
    var bytes = [UInt8](unsafeUninitializedCapacity: max(size, 0)) { buffer, count in
      while count < buffer.count {
        let taken = Glibc.read(file, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if taken > 0 {
          count += taken
        } else if taken == 0 {
          return
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
    guard failure == 0 else { throw .system(failure) }
    // A file of /proc, or one that grew meanwhile, has more to give.
    var rest = [UInt8](repeating: 0, count: 4096)
    while true {
      let taken = Glibc.read(file, &rest, rest.count)
      if taken == 0 { return bytes }
      if taken > 0 {
        bytes.append(contentsOf: rest[..<taken])
      } else if errno != EINTR {
        throw .system(errno)
      }
    }
  }
}
