import Glibc
import Synchronization

/// The beginning of a file that is being downloaded: `NAME.part`, and beside it in `NAME.part.origin`
/// what it is the beginning of.
///
/// It is locked as long as it is open, so that two programs never write into one; the system drops the
/// lock of a killed program, whose bytes the next one goes on with.
final class PartialFile: Sendable {
  /// Where the bytes are.
  let path: String
  private let descriptor: Int32
  private var originPath: String { path + ".origin" }

  private init(path: String, descriptor: Int32) {
    self.path = path
    self.descriptor = descriptor
  }

  /// Opens the beginning of a file, making it and the folders above it where there is none, with
  /// modes 0600 and 0700; nil while another program has it open.
  static func open(_ path: String) throws(FeedError) -> PartialFile? {
    try makeFolders(above: path)
    while true {
      // No link is followed, and no pipe is waited for.
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = Glibc.open(path, flags, 0o600)
      guard descriptor >= 0 else { throw failure(path) }
      let file = PartialFile(path: path, descriptor: descriptor)
      // A file system without locks leaves nothing to agree on.
      if flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
        file.close()
        return nil
      }
      var (opened, present) = (stat(), stat())
      guard fstat(descriptor, &opened) == 0, opened.st_mode & S_IFMT == S_IFREG else {
        file.close()
        throw .cannotSave(file: path, reason: "it is no regular file")
      }
      // Another program may have finished it before we got the lock.
      if lstat(path, &present) == 0, present.st_ino == opened.st_ino { return file }
      file.close()
    }
  }

  /// How many bytes there are.
  var length: Int64 {
    var info = stat()
    return fstat(descriptor, &info) == 0 ? Int64(info.st_size) : 0
  }

  /// What the bytes are the beginning of; nil when nobody knows, so that they are worth nothing.
  var origin: FileOrigin? {
    let file = Glibc.open(originPath, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { Glibc.close(file) }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(file, &buffer, buffer.count)
    return count > 0 ? FileOrigin(text: String(decoding: buffer[..<count], as: UTF8.self)) : nil
  }

  /// Drops all bytes; those that follow are the beginning of something else.
  func begin(anew origin: FileOrigin?) throws(FeedError) {
    // In this order a program that is killed never leaves bytes with a foreign origin.
    try cut(to: 0)
    unlink(originPath)
    guard let origin else { return }
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW
    let file = Glibc.open(originPath, flags, 0o600)
    guard file >= 0 else { throw Self.failure(originPath) }
    defer { Glibc.close(file) }
    try Self.write(Array(origin.text.utf8), to: file, at: 0, path: originPath)
  }

  /// Drops the bytes from `length` on.
  func cut(to length: Int64) throws(FeedError) {
    guard ftruncate(descriptor, off_t(length)) == 0 else { throw Self.failure(path) }
  }

  /// Adds bytes at the end.
  func append(_ bytes: [UInt8]) throws(FeedError) {
    try Self.write(bytes, to: descriptor, at: length, path: path)
  }

  /// The first bytes, at most `count`.
  func prefix(_ count: Int) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: count)
    let taken = pread(descriptor, &buffer, count, 0)
    return Array(buffer.prefix(max(0, taken)))
  }

  /// Gives the finished file its name, and returns when it is on the disk.
  func finish(as name: String) throws(FeedError) {
    guard fsync(descriptor) == 0, rename(path, name) == 0 else { throw Self.failure(name) }
    unlink(originPath)
    let folder = Glibc.open(Self.folder(of: name), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw Self.failure(name) }
    defer { Glibc.close(folder) }
    guard fsync(folder) == 0 else { throw Self.failure(name) }
  }

  /// Lets others have it; without any byte it goes. It is called once.
  func close(removing: Bool = false) {
    if removing {
      unlink(path)
      unlink(originPath)
    }
    Glibc.close(descriptor)
  }

  private static func write(
    _ bytes: [UInt8], to file: Int32, at offset: Int64, path: String
  ) throws(FeedError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        pwrite(
          file, $0.baseAddress?.advanced(by: written), bytes.count - written,
          off_t(offset) + off_t(written))
      }
      // A disk that takes nothing and reports nothing is as good as full.
      if count == 0 { errno = ENOSPC }
      guard count > 0 || errno == EINTR else { throw failure(path) }
      written += max(0, count)
    }
  }

  private static func makeFolders(above path: String) throws(FeedError) {
    let folder = folder(of: path)
    var info = stat()
    guard stat(folder, &info) != 0 else { return }
    if folder != path { try makeFolders(above: folder) }
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw failure(folder) }
  }

  private static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func failure(_ path: String) -> FeedError {
    let reason = String(cString: strerror(errno))
    return .cannotSave(file: path, reason: reason.prefix(1).lowercased() + reason.dropFirst())
  }
}
