import Glibc
import Synchronization
import WorkThreads

/// Tells when another program writes to a library, by the system's word and without polling.
///
/// Writes of this process are reported too; ``LibraryStore/reload()`` then finds nothing new.
package final class LibraryWatcher: Sendable {
  /// The writing end of a pipe, by which the thread is told to end; nil when it was.
  private let stopper: Mutex<Int32?>

  /// Watches a library's folder; nil when the system has no more watches to give.
  ///
  /// `onChange` is called on a thread of the watcher's own, once for writes that follow closely on
  /// one another, at the latest `latency` milliseconds after the first. It is called at the start
  /// too, for what was written after the library was opened and before it was watched.
  package init?(folder: String, latency: Int = 200, onChange: @escaping @Sendable () -> Void) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let events = inotify_init1(Int32(IN_CLOEXEC) | Int32(IN_NONBLOCK))
    var watch = WatchThread(
      folder: LibraryFolder(path: folder), events: events, stopped: ends[0], latency: latency,
      onChange: onChange)
    guard events >= 0, watch.addWatches(), watch.start() else {
      for file in ends + [events] where file >= 0 { close(file) }
      return nil
    }
    stopper = Mutex(ends[1])
  }

  deinit {
    stop()
  }

  /// Ends the watch. A call of `onChange` that has begun may still be under way.
  package func stop() {
    stopper.withLock { file in
      guard let open = file else { return }
      // A child process may have inherited this end, so closing it might not be noticed.
      var word: UInt8 = 0
      _ = write(open, &word, 1)
      close(open)
      file = nil
    }
  }
}

/// What the watching thread does. It owns its descriptors once it has started.
private struct WatchThread: Sendable {
  let folder: LibraryFolder
  let events: Int32
  let stopped: Int32
  let latency: Int
  let onChange: @Sendable () -> Void
  /// What the files are called that month files which are links lead to.
  var targets: Set<String> = []
  /// The watch of the folder above the library's, as long as the library is not there.
  var parent: Int32?

  /// Writes are reported when nothing followed for this many milliseconds.
  private static let quiet = 10

  private static let changes = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE | IN_MOVE_SELF
      | IN_DELETE_SELF | IN_ONLYDIR)

  /// Watches the library's folder and those of its month files, as far as they are there.
  mutating func addWatches() -> Bool {
    for path in [folder.papers, folder.reading] {
      inotify_add_watch(events, path, Self.changes)
      // What cannot be listed has no links that we could follow.
      for name in (try? LibraryFolder.names(in: path)) ?? [] { watchTarget(of: "\(path)/\(name)") }
    }
    return inotify_add_watch(events, folder.path, Self.changes) >= 0
  }

  /// Watches the folder of the file that a month file leads to, if that is a link: when the file is
  /// replaced, nothing happens to the link. Tells whether it is one.
  @discardableResult
  private mutating func watchTarget(of path: String) -> Bool {
    guard path.hasSuffix(".json"), FileStamp.kind(of: path, followingLinks: false) == .link
    else { return false }
    guard let pointer = realpath(path, nil) else { return true }
    defer { free(pointer) }
    let target = String(cString: pointer)
    inotify_add_watch(events, Path.folder(of: target), Self.changes)
    targets.insert(Path.name(of: target))
    return true
  }

  func start() -> Bool {
    WorkThread.start {
      var thread = self
      thread.run()
    }
  }

  private mutating func run() {
    onChange()
    while waitForEvents() {
      guard takeEvents() else { continue }
      var waited = 0
      while waited < latency {
        let hasMore = hasEvents(within: Self.quiet)
        waited += Self.quiet
        if !hasMore { break }
        _ = takeEvents()
      }
      onChange()
    }
    close(events)
    close(stopped)
  }

  /// Waits for events; false when the watch was ended.
  private func waitForEvents() -> Bool {
    var files = [
      pollfd(fd: stopped, events: Int16(POLLIN), revents: 0),
      pollfd(fd: events, events: Int16(POLLIN), revents: 0),
    ]
    while true {
      let count = poll(&files, nfds_t(files.count), -1)
      if count < 0, errno == EINTR { continue }
      return files[0].revents == 0
    }
  }

  private func hasEvents(within milliseconds: Int) -> Bool {
    var file = pollfd(fd: events, events: Int16(POLLIN), revents: 0)
    return poll(&file, 1, Int32(milliseconds)) > 0
  }

  /// Reads the events that are there; true when one of them is about a file of the library.
  private mutating func takeEvents() -> Bool {
    var isOurs = false
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(events, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return isOurs }
      buffer.withUnsafeBytes { bytes in
        let header = MemoryLayout<inotify_event>.size
        var offset = 0
        while offset + header <= count {
          let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let end = min(offset + header + Int(event.len), count)
          let name = String(
            decoding: bytes[(offset + header)..<end].prefix { $0 != 0 }, as: UTF8.self)
          if isAboutLibrary(event, name) { isOurs = true }
          offset = end
        }
      }
    }
  }

  private mutating func isAboutLibrary(_ event: inotify_event, _ name: String) -> Bool {
    if event.mask & UInt32(IN_MOVE_SELF | IN_DELETE_SELF) != 0 {
      // Another folder may be in the place of the library's, or come there later.
      parent = inotify_add_watch(events, Path.folder(of: folder.path), Self.changes)
      _ = addWatches()
      return true
    }
    if let parent, event.wd == parent {
      guard name == Path.name(of: folder.path) else { return false }
      if addWatches() {
        inotify_rm_watch(events, parent)
        self.parent = nil
      }
      return true
    }
    if ["papers", "reading", Path.name(of: folder.path)].contains(name) {
      // A folder, or a link to one, that is new. A watch that is there already is not doubled.
      _ = addWatches()
      return true
    }
    if event.mask & UInt32(IN_Q_OVERFLOW) != 0 { return true }
    let isLink = [folder.papers, folder.reading].count { watchTarget(of: "\($0)/\(name)") } > 0
    // New files come by renaming; a temporary one that is being written is nobody's business.
    let isDone = event.mask & UInt32(IN_CREATE) == 0
    return isLink || isDone && (name.hasSuffix(".json") || targets.contains(name))
  }
}
