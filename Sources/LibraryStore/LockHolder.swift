/// Who holds a library's lock, as far as the system tells.
package struct LockHolder: Equatable, Sendable, CustomStringConvertible {
  /// `process 1234 (paperq)`, or `another program`.
  package let description: String

  package init(description: String) {
    self.description = description
  }

  /// The holder of the lock of an open file.
  init(ofLockOn file: Int32) {
    description = Self.process(withLockOn: file).map { "process \($0)" } ?? "another program"
  }

  private static func process(withLockOn file: Int32) -> String? {
    guard let stamp = FileStamp(of: file),
      let locks = try? FileContents.read("/proc/locks")?.bytes
    else { return nil }
    let text = String(decoding: locks, as: UTF8.self)
    guard let process = holder(ofInode: "\(stamp.inode)", inLocks: text) else { return nil }
    let name = try? FileContents.read("/proc/\(process)/comm")?.bytes
    let lines = String(decoding: name ?? [], as: UTF8.self).split(separator: "\n")
    return lines.first.map { "\(process) (\($0))" } ?? "\(process)"
  }

  /// The one process that has locked a file of this number, as `/proc/locks` tells.
  ///
  /// Files of several file systems have the same number, and the device that stands before it is not
  /// that of `stat` on every file system; so where several processes fit, none is named.
  static func holder(ofInode inode: String, inLocks text: String) -> Int? {
    var processes: Set<Int> = []
    for line in text.split(separator: "\n") {
      // 1: FLOCK  ADVISORY  WRITE 1234 fe:00:5678 0 EOF
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", let process = Int(words[4]), process > 0,
        words[5].split(separator: ":").last.map(String.init) == inode
      else { continue }
      processes.insert(process)
    }
    return processes.count == 1 ? processes.first : nil
  }
}
