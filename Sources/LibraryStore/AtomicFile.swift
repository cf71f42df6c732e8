import Glibc

/// Writes files so that each is wholly old or wholly new, whenever the program is killed.
package enum AtomicFile {
  /// Who may read and write a file after it was written.
  package enum Mode: Sendable {
    /// The owner alone: for files that are ours.
    case ownerOnly
    /// Whoever could before, and the owner alone when the file is new: for files of the user's.
    case kept

    /// The bits for a file that is to be replaced, or made.
    fileprivate func bits(replacing target: String) -> UInt32 {
      var info = stat()
      guard self == .kept, stat(target, &info) == 0 else { return 0o600 }
      return info.st_mode & 0o777
    }
  }

  /// Replaces a file, or makes it, and returns when that is on the disk.
  ///
  /// Folders that are missing are made with mode 0700. A link to a file stays a link: the file
  /// behind it is replaced. A folder or a dangling link in the file's place is left alone and is an
  /// error. When it throws before the file was replaced, no trace is left; only a failure to make
  /// the replacement last (the folder's fsync) throws with the new contents in place.
  package static func write(
    _ bytes: [UInt8], to path: String, mode: Mode = .ownerOnly, calls: FileSystemCalls = .system
  ) throws(StoreError) {
    try FileReplacement(of: path, with: bytes, mode: mode, calls: calls).settle(calls: calls)
  }

  /// As ``write(_:to:mode:calls:)``, with contents that come piece by piece, so that the whole need
  /// not be in memory. A file that holds these very bytes stays as it is.
  ///
  /// - Parameter pieces: gives one piece after another; nil at the end.
  /// - Returns: Whether the file was replaced or made.
  package static func write(
    pieces: () -> [UInt8]?, to path: String, mode: Mode = .ownerOnly,
    calls: FileSystemCalls = .system
  ) throws(StoreError) -> Bool {
    let replacement = try FileReplacement(of: path, with: pieces, mode: mode, calls: calls)
    if replacement.changesNothing {
      replacement.discard(calls: calls)
      return false
    }
    try replacement.settle(calls: calls)
    return true
  }
}

/// The new contents of a file, written and on the disk beside it, waiting to take its place.
struct FileReplacement {
  /// The file as the caller names it, for messages.
  let path: String
  /// The file behind all links.
  let target: String
  let temporary: String

  /// What the names of temporary files end in.
  static let suffix = ".paperq-tmp"

  init(
    of path: String, with bytes: [UInt8], mode: AtomicFile.Mode = .ownerOnly,
    calls: FileSystemCalls
  ) throws(StoreError) {
    var rest: [UInt8]? = bytes
    try self.init(of: path, with: { rest.take() }, mode: mode, calls: calls)
  }

  init(
    of path: String, with pieces: () -> [UInt8]?, mode: AtomicFile.Mode, calls: FileSystemCalls
  ) throws(StoreError) {
    do throws(FileFault) {
      self.path = path
      target = try Self.target(of: path)
      let folder = Path.folder(of: target)
      try calls.makeFolders(folder)
      let unique = "\(getpid())-\(String(UInt32.random(in: .min ... .max), radix: 16))"
      temporary = "\(folder)/.\(Path.name(of: target)).\(unique)\(Self.suffix)"
      try Self.write(pieces, to: temporary, mode: mode.bits(replacing: target), calls: calls)
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// Gives the new contents their place and makes them last, or leaves no trace of them.
  func settle(calls: FileSystemCalls) throws(StoreError) {
    do throws(StoreError) {
      try carryOut(calls: calls)
    } catch {
      discard(calls: calls)
      throw error
    }
    try sync(calls: calls)
  }

  /// Whether the file holds the very same bytes already.
  var changesNothing: Bool {
    guard let old = fopen(target, "re") else { return false }
    defer { fclose(old) }
    guard let new = fopen(temporary, "re") else { return false }
    defer { fclose(new) }
    var oldChunk = [UInt8](repeating: 0, count: 1 << 16)
    var newChunk = oldChunk
    while true {
      let oldCount = fread(&oldChunk, 1, oldChunk.count, old)
      let newCount = fread(&newChunk, 1, newChunk.count, new)
      guard oldCount == newCount, oldChunk[..<oldCount] == newChunk[..<newCount] else {
        return false
      }
      if oldCount < oldChunk.count { return ferror(old) == 0 && ferror(new) == 0 }
    }
  }

  /// Gives the new contents their place. They last once the folder is synced.
  func carryOut(calls: FileSystemCalls) throws(StoreError) {
    do throws(FileFault) {
      try calls.attempt { calls.rename(temporary, target) }
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// Makes the new name last.
  func sync(calls: FileSystemCalls) throws(StoreError) {
    do throws(FileFault) {
      try calls.syncFolder(Path.folder(of: target))
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// Removes the new contents. What cannot be removed goes when it is a day old.
  func discard(calls: FileSystemCalls) {
    _ = calls.unlink(temporary)
  }

  /// The file behind a path; throws when something else than a file stands there.
  static func target(of path: String) throws(FileFault) -> String {
    switch FileStamp.kind(of: path, followingLinks: false) {
    case nil, .file: return path
    case .folder: throw .folder
    case .special: throw .special
    case .link:
      guard let pointer = realpath(path, nil) else {
        throw FileFault(errno, following: path)
      }
      defer { free(pointer) }
      let target = String(cString: pointer)
      switch FileStamp.kind(of: target) {
      case .file: return target
      case .folder: throw .folder
      default: throw .special
      }
    }
  }

  private static func write(
    _ pieces: () -> [UInt8]?, to temporary: String, mode: UInt32, calls: FileSystemCalls
  ) throws(FileFault) {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
    let file = Int32(try calls.attempt { calls.open(temporary, flags, mode) })
    var isOpen = true
    do throws(FileFault) {
      // The process's umask may have taken away more than it should.
      try calls.attempt { calls.setMode(file, mode) }
      while let piece = pieces() { try calls.writeAll(piece, to: file) }
      try calls.attempt { calls.fsync(file) }
      isOpen = false
      // An interrupted close has closed the file; all else that it reports is a failed write.
      let closed = calls.close(file)
      if closed < 0, closed != -Int(EINTR) { throw .system(Int32(-closed)) }
    } catch {
      if isOpen { _ = calls.close(file) }
      _ = calls.unlink(temporary)
      throw error
    }
  }
}
