import Glibc

/// The lock that copies of the program hold while they write.
///
/// It is on a file of its own, for the library's files are replaced. The system frees it when its
/// holder dies, so that a killed copy blocks nobody.
struct LibraryLock {
  private let file: Int32

  /// Waits for the lock of a library, for ever when `seconds` is nil. `onWait` is called once, with
  /// whom we wait for, when that takes more than a second.
  init(
    _ folder: LibraryFolder, seconds: Double?, onWait: (LockHolder) -> Void = { _ in }
  ) throws(StoreError) {
    let deadline = seconds.map { ContinuousClock.now + .seconds(min(max($0, 0), 1e6)) }
    while true {
      let file = open(folder.lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0o600)
      guard file >= 0 else {
        throw .cannotSave(file: folder.lock, cause: .system(errno))
      }
      do throws(StoreError) {
        try Self.take(file, until: deadline, seconds: seconds, folder: folder, onWait)
      } catch {
        close(file)
        throw error
      }
      // Someone may have removed the file while we waited; a lock on it would keep nobody out.
      var info = stat()
      if fstat(file, &info) == 0, let stamp = FileStamp(of: folder.lock),
        stamp.inode == FileStamp(info).inode
      {
        fchmod(file, 0o600)
        self.file = file
        return
      }
      close(file)
    }
  }

  /// Lets others write. It is called once.
  func release() {
    // A program that is just being started may share the open file for a moment longer.
    flock(file, LOCK_UN)
    close(file)
  }

  private static func take(
    _ file: Int32, until deadline: ContinuousClock.Instant?, seconds: Double?,
    folder: LibraryFolder, _ onWait: (LockHolder) -> Void
  ) throws(StoreError) {
    var notice: ContinuousClock.Instant? = .now + .seconds(1)
    var pause: UInt32 = 1000
    while flock(file, deadline == nil && notice == nil ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
      let code = errno
      guard code == EWOULDBLOCK || code == EINTR else {
        throw .cannotSave(file: folder.lock, cause: .system(code))
      }
      guard code == EWOULDBLOCK else { continue }
      let now = ContinuousClock.now
      if let deadline, now >= deadline {
        throw .locked(
          folder: folder.path, seconds: seconds ?? 0, holder: LockHolder(ofLockOn: file))
      }
      if let moment = notice, now >= moment {
        notice = nil
        onWait(LockHolder(ofLockOn: file))
      }
      usleep(pause)
      pause = min(pause * 2, 20_000)
    }
  }
}
