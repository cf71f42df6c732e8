import Glibc
import LibraryStore
import Papers
import Synchronization
import TestSupport

/// A folder of its own for a test, removed at its end, and a clock that is moved by hand.
final class TemporaryLibrary {
  let path: String
  var time = Timestamp(milliseconds: 1_800_000_000_000)

  init() {
    let template = "/tmp/paperq-store-test-XXXXXX"
    var bytes = Array(template.utf8CString)
    guard let made = mkdtemp(&bytes) else { preconditionFailure("no temporary folder") }
    path = String(cString: made) + "/library"
  }

  deinit {
    Self.remove(Path(path).folder)
  }

  func store(
    device: String = "desk", lockTimeout: Double? = 5, calls: FileSystemCalls = .system
  ) -> LibraryStore {
    LibraryStore(
      folder: path, device: device, lockTimeout: lockTimeout, now: { self.time }, calls: calls)
  }

  /// A store that is open.
  func opened(device: String = "desk", calls: FileSystemCalls = .system) throws -> LibraryStore {
    let store = store(device: device, calls: calls)
    _ = try store.open()
    return store
  }

  func tick(_ milliseconds: Int64 = 1000) {
    time = Timestamp(milliseconds: time.milliseconds + milliseconds)
  }

  // MARK: - Files

  /// The text of a file of the library; nil when there is none.
  func text(_ name: String) -> String? {
    bytes(name).map { String(decoding: $0, as: UTF8.self) }
  }

  func bytes(_ name: String) -> [UInt8]? {
    (try? FileContents.read("\(path)/\(name)"))??.bytes
  }

  func write(_ text: String, to name: String) {
    write(Array(text.utf8), to: name)
  }

  /// Writes as another program would: in place, with the usual mode.
  func write(_ bytes: [UInt8], to name: String) {
    let file = "\(path)/\(name)"
    Self.makeFolders(Path(file).folder)
    unlink(file)
    let handle = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    precondition(handle >= 0, "cannot write \(file)")
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(handle, $0.baseAddress, $0.count) }
      precondition(count > 0, "cannot write \(file)")
      rest = rest.dropFirst(count)
    }
    close(handle)
  }

  /// The names in a folder of the library, sorted.
  func names(_ folder: String = "") -> [String] {
    Self.names("\(path)/\(folder)").sorted()
  }

  /// Every file of the library with its contents, by its place, but for the lock.
  func snapshot() -> [String: [UInt8]] {
    var result: [String: [UInt8]] = [:]
    for folder in ["", "papers/", "reading/", "journal/"] {
      for name in names(folder) where name != "library.lock" {
        if let bytes = bytes(folder + name) { result[folder + name] = bytes }
      }
    }
    return result
  }

  func remove(_ name: String) { unlink("\(path)/\(name)") }

  func mode(_ name: String) -> UInt32 {
    var info = stat()
    return lstat("\(path)/\(name)", &info) == 0 ? info.st_mode & 0o777 : 0
  }

  /// When a file was written, in nanoseconds.
  func modified(_ name: String) -> Int {
    var info = stat()
    stat("\(path)/\(name)", &info)
    return info.st_mtim.tv_sec * 1_000_000_000 + info.st_mtim.tv_nsec
  }

  static func makeFolders(_ path: String) {
    if path.isEmpty || path == "/" { return }
    makeFolders(Path(path).folder)
    mkdir(path, 0o755)
  }

  private static func names(_ path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ path: String) {
    for name in names(path) {
      let file = "\(path)/\(name)"
      if unlink(file) != 0 { remove(file) }
    }
    rmdir(path)
  }

  private struct Path {
    let text: String
    init(_ text: String) { self.text = text }
    var folder: String {
      text.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
    }
  }
}

/// System calls of which one fails: the `failing`th of those that change the disk.
final class FaultyDisk: Sendable {
  private struct State {
    var made = 0
    var failing: ClosedRange<Int>?
    var failingFrom = Int.max
    var code: Int32 = EIO
    var log: [String] = []
  }

  private let state = Mutex(State())

  /// Lets the calls from `number` on, counted from 1, fail; `count` of them.
  func fail(_ number: Int, count: Int = 1, with code: Int32) {
    state.withLock { $0 = State(failing: number...(number + count - 1), code: code) }
  }

  /// Lets the `number`th call fail, and all from the `second`th on.
  func fail(_ number: Int, with code: Int32, andFrom second: Int) {
    state.withLock { $0 = State(failing: number...number, failingFrom: second, code: code) }
  }

  func work() { state.withLock { $0 = State() } }

  /// The names of the calls made since.
  var log: [String] { state.withLock { $0.log } }

  private func result(_ name: String, _ call: () -> Int) -> Int {
    let failure: Int? = state.withLock { state in
      state.made += 1
      state.log.append(name)
      guard let failing = state.failing,
        failing.contains(state.made) || state.made >= state.failingFrom
      else { return nil }
      return -Int(state.code)
    }
    return failure ?? call()
  }

  var calls: FileSystemCalls {
    let system = FileSystemCalls.system
    var calls = system
    calls.open = { path, flags, mode in self.result("open") { system.open(path, flags, mode) } }
    calls.write = { file, bytes in
      // Three bytes at a time at first, as a disk may take them.
      let isEarly = self.log.count { $0 == "write" } < 3
      let part = isEarly ? UnsafeRawBufferPointer(rebasing: bytes.prefix(3)) : bytes
      return self.result("write") { system.write(file, part) }
    }
    calls.fsync = { file in self.result("fsync") { system.fsync(file) } }
    calls.setMode = { file, mode in self.result("setMode") { system.setMode(file, mode) } }
    calls.truncate = { file, size in self.result("truncate") { system.truncate(file, size) } }
    calls.close = { file in
      _ = system.close(file)
      return self.result("close") { 0 }
    }
    calls.rename = { from, to in self.result("rename") { system.rename(from, to) } }
    calls.link = { from, to in self.result("link") { system.link(from, to) } }
    calls.unlink = { path in self.result("unlink") { system.unlink(path) } }
    calls.makeFolder = { path, mode in
      self.result("makeFolder") { system.makeFolder(path, mode) }
    }
    return calls
  }
}

extension LockHolder {
  /// This process.
  static var us: LockHolder {
    let bytes = (try? FileContents.read("/proc/self/comm"))??.bytes ?? []
    let name = String(decoding: bytes.dropLast(), as: UTF8.self)
    return LockHolder(description: "process \(getpid()) (\(name))")
  }
}

extension TemporaryLibrary {
  /// The error of a save while this process holds the lock.
  func lockedByUs(seconds: Double) -> StoreError {
    .locked(folder: path, seconds: seconds, holder: .us)
  }
}

extension LibraryChange {
  init(_ action: ActionName, at time: Timestamp, _ steps: (String, ReadingEdit)...) {
    self.init(action: action, at: time, steps: steps.map { .init(ArXivID(literal: $0), $1) })
  }
}

extension Paper {
  /// A paper of a test.
  init(test id: String, title: String = "A title", version: Int = 1) {
    guard let time = Timestamp("2024-01-02T03:04:05Z") else { preconditionFailure("a bad time") }
    self.init(
      id: ArXivID(literal: id), version: version, title: title, abstract: "An abstract.",
      authors: [.init("Ada Lovelace")], categories: ["cs.LG"], published: time)
  }
}
