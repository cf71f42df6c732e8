import Glibc
import LibraryStore

/// The lock under which one paperq at a time reads what all of them keep in the state folder, changes
/// it and writes it anew. It is on the folder, for the files in it are replaced.
enum StateLock {
  /// Calls `body` while no other paperq is in such a call.
  ///
  /// Another that is stopped in it is waited for ten seconds, and where nothing can be locked there
  /// is no waiting: what the user typed had better be kept without the lock than not at all.
  static func holding<Result, Failure>(
    _ stateFolder: String, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    // What cannot be made cannot be written either, and `body` tells.
    try? FileSystemCalls.system.makeFolders(stateFolder)
    let folder = open(stateFolder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    defer { if folder >= 0 { close(folder) } }
    if folder >= 0 { take(folder) }
    return try body()
  }

  private static func take(_ folder: Int32) {
    let deadline = ContinuousClock.now + .seconds(10)
    while flock(folder, LOCK_EX | LOCK_NB) != 0, [EWOULDBLOCK, EINTR].contains(errno),
      ContinuousClock.now < deadline
    {
      usleep(2000)
    }
  }
}
