import Glibc
import JSONText
import Papers

/// The journal of a device: a file to which each action adds a line before it is carried out.
///
/// It is written ahead, so that an action over several months that a crash cut short can be
/// completed. Nothing in it is ever rewritten; a torn last line is left, and the next entry begins a
/// new line. When the file has grown long, it becomes the ``older`` one in the place of the one
/// before, so that a journal never takes more than two files.
struct Journal: Sendable {
  let path: String
  /// From how many bytes on the file is long.
  let limit: Int
  let calls: FileSystemCalls

  init(path: String, limit: Int = .max, calls: FileSystemCalls) {
    self.path = path
    self.limit = limit
    self.calls = calls
  }

  /// The state of the file that is written; nil when there is none.
  var stamp: FileStamp? { FileStamp(of: path) }

  /// Adds an entry and returns when it is on the disk. When it throws, part of the entry may be
  /// there, to be cut off by ``cut(to:)``.
  func append(_ entry: JournalEntry) throws(StoreError) {
    do throws(FileFault) {
      try appendLine(entry.json.encoded)
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  private func appendLine(_ line: [UInt8]) throws(FileFault) {
    let target = try FileReplacement.target(of: path)
    let isNew = FileStamp(of: target) == nil
    if isNew { try calls.makeFolders(Path.folder(of: target)) }
    let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC
    let file = Int32(try calls.attempt { calls.open(target, flags, 0o600) })
    defer { _ = calls.close(file) }
    let size = Int(lseek(file, 0, SEEK_END))
    guard size >= 0 else { throw .system(errno) }
    var text: [UInt8] = []
    var last: UInt8 = 0
    if size > 0, pread(file, &last, 1, off_t(size - 1)) == 1, last != UInt8(ascii: "\n") {
      text.append(UInt8(ascii: "\n"))
    }
    text.append(contentsOf: line)
    text.append(UInt8(ascii: "\n"))
    if isNew { try calls.attempt { calls.setMode(file, 0o600) } }
    try calls.writeAll(text, to: file)
    try calls.attempt { calls.fsync(file) }
    if isNew { try calls.syncFolder(Path.folder(of: target)) }
  }

  /// Takes back what was added behind `size`, for an action that failed. Needs no space on the disk.
  func cut(to size: Int) throws(StoreError) {
    do throws(FileFault) {
      let file = Int32(try calls.attempt { calls.open(path, O_WRONLY | O_CLOEXEC, 0) })
      defer { _ = calls.close(file) }
      try calls.attempt { calls.truncate(file, size) }
      try calls.attempt { calls.fsync(file) }
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// All entries that can be read, the oldest first.
  func entries() throws(StoreError) -> [JournalEntry] {
    while true {
      let inode = stamp?.inode
      let older = try Self.entries(of: older)
      let entries = try Self.entries(of: path)
      // Read without the lock, a part would be missing when another copy has just set it aside.
      if inode == nil || stamp?.inode == inode { return older + entries }
    }
  }

  private static func entries(of path: String) throws(StoreError) -> [JournalEntry] {
    guard let contents = try FileContents.read(path) else { return [] }
    return contents.bytes.withoutByteOrderMark.split(separator: UInt8(ascii: "\n")).compactMap {
      JournalEntry(line: $0)
    }
  }

  /// Hands over the entries that can be read, the newest first, until `body` returns false. Only so
  /// much of the files is read.
  func fromEnd(_ body: (JournalEntry) -> Bool) throws(StoreError) {
    if try Self.fromEnd(of: path, body) { _ = try Self.fromEnd(of: older, body) }
  }

  /// The newest entry that can be read.
  func lastEntry() throws(StoreError) -> JournalEntry? {
    var last: JournalEntry?
    try fromEnd { entry in
      last = entry
      return false
    }
    return last
  }

  /// Whether `body` wants more than the file has.
  private static func fromEnd(
    of path: String, _ body: (JournalEntry) -> Bool
  ) throws(StoreError) -> Bool {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      let code = errno
      let fault = FileFault(code, following: path)
      guard fault == .system(ENOENT) else { throw .cannotRead(file: path, cause: fault) }
      return true
    }
    defer { close(file) }
    var info = stat()
    guard fstat(file, &info) == 0 else { throw .cannotRead(file: path, cause: .system(errno)) }
    let kind = FileStamp.kind(of: info)
    guard kind == .file else {
      throw .cannotRead(file: path, cause: kind == .folder ? .folder : .special)
    }
    var start = Int(info.st_size)
    var chunk = 16_384
    /// The bytes from `start` to the end of the oldest line not yet handed over.
    var pending: [UInt8] = []
    while start > 0 {
      let size = min(chunk, start)
      var bytes = [UInt8](repeating: 0, count: size)
      guard pread(file, &bytes, size, off_t(start - size)) == size else {
        throw .cannotRead(file: path, cause: .system(EIO))
      }
      pending = bytes + pending
      start -= size
      chunk *= 2
      while let newline = pending.lastIndex(of: UInt8(ascii: "\n")) {
        let line = pending[(newline + 1)...]
        if let entry = JournalEntry(line: line), !body(entry) { return false }
        pending.removeSubrange(newline...)
      }
    }
    return JournalEntry(line: pending.withoutByteOrderMark).map(body) ?? true
  }
}
