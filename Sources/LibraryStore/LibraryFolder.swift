import Glibc
import Papers

/// Where the files of a library lie (SPEC.md 3).
struct LibraryFolder: Sendable {
  let path: String

  var description: String { path + "/library.json" }
  var lock: String { path + "/library.lock" }
  var sources: String { path + "/sources.json" }
  var papers: String { path + "/papers" }
  var reading: String { path + "/reading" }
  var journals: String { path + "/journal" }

  func papers(_ month: ArXivMonth) -> String { "\(papers)/\(month).json" }
  func reading(_ month: ArXivMonth) -> String { "\(reading)/\(month).json" }
  func journal(_ device: String) -> String { "\(journals)/\(device).jsonl" }

  /// The folder itself, however it is named, as a text that puts libraries in an order.
  var identity: String {
    guard let pointer = realpath(path, nil) else { return path }
    defer { free(pointer) }
    return String(cString: pointer)
  }

  /// The months that have a file in a folder; none when the folder is absent.
  static func months(in folder: String) throws(StoreError) -> Set<ArXivMonth> {
    var months: Set<ArXivMonth> = []
    for name in try names(in: folder) where name.hasSuffix(".json") {
      if let month = ArXivMonth(name.dropLast(5)) { months.insert(month) }
    }
    return months
  }

  /// The names in a folder, in no order; none when it is absent.
  static func names(in folder: String) throws(StoreError) -> [String] {
    guard let stream = opendir(folder) else {
      let code = errno
      guard code == ENOENT else { throw .cannotRead(file: folder, cause: .system(code)) }
      // The folder is on a disk that is not there, rather than empty.
      if FileStamp.kind(of: folder, followingLinks: false) == .link {
        throw .cannotRead(file: folder, cause: .danglingLink)
      }
      return []
    }
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

  /// Whether a file is one that was to be put into the place of another.
  static func isTemporary(_ name: String) -> Bool {
    name.hasPrefix(".") && name.hasSuffix(FileReplacement.suffix)
  }

  /// Removes temporary files that copies killed before `time` left behind.
  func removeTemporaryFiles(olderThan time: Timestamp, calls: FileSystemCalls) {
    for folder in [path, papers, reading, journals] {
      // A folder that cannot be listed has nothing that we could remove.
      for name in (try? Self.names(in: folder)) ?? []
      where Self.isTemporary(name) {
        let file = "\(folder)/\(name)"
        if let stamp = FileStamp(of: file), stamp.modified / 1_000_000 < time.milliseconds {
          _ = calls.unlink(file)
        }
      }
    }
  }
}
