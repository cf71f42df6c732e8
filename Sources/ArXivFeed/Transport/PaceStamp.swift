import Glibc
import Papers

/// The file through which copies of paperq agree on who asks arXiv next, and when.
///
/// Whoever holds its lock may send a request; the number in it is the time, in milliseconds since
/// 1970, before which the next one must not begin. The system drops the lock of a killed process.
struct PaceStamp {
  private let descriptor: Int32

  private enum Attempt {
    case locked(PaceStamp)
    case heldByAnother
    case impossible
  }

  /// Waits for the lock, looking again every tenth of a second; nil where the file system has no
  /// such file for us, for then there is nothing to agree on. `onWait` is called once when the wait
  /// is long enough to be noticed.
  static func locked(
    at path: String, clock: some FeedClock, onWait: () -> Void = {}
  ) async throws -> PaceStamp? {
    var tries: Int64 = 0
    while true {
      tries += 1
      if tries == RequestPace.noticeableWait / 100 { onWait() }
      switch attempt(path) {
      case .locked(let stamp): return stamp
      case .impossible: return nil
      case .heldByAnother: try await clock.sleep(milliseconds: 100)
      }
    }
  }

  private static func attempt(_ path: String) -> Attempt {
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return .impossible }
    if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
      return .locked(PaceStamp(descriptor: descriptor))
    }
    let isHeld = errno == EWOULDBLOCK || errno == EINTR
    close(descriptor)
    return isHeld ? .heldByAnother : .impossible
  }

  /// When the next request may begin; nil when the file does not say.
  var nextStart: Timestamp? {
    var buffer = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return nil }
    return Int64(String(decoding: buffer[..<count], as: UTF8.self)).map {
      Timestamp(milliseconds: $0)
    }
  }

  /// Writes when the next request may begin. A failure leaves the copies to their own pace.
  func write(_ time: Timestamp) {
    let digits = Array(String(time.milliseconds).utf8)
    guard ftruncate(descriptor, 0) == 0 else { return }
    _ = pwrite(descriptor, digits, digits.count, 0)
  }

  func unlock() {
    // A program that is just being started may share the open file for a moment longer.
    flock(descriptor, LOCK_UN)
    close(descriptor)
  }
}
