import Glibc
import Papers

// What lies beside the records: leftovers, permissions, and the lock.
extension LibraryExamination {
  mutating func examineLeftovers() {
    let temporary = folder.files { $0.hasPrefix(".") && $0.hasSuffix(FileReplacement.suffix) }
    if let first = temporary.first {
      report(
        .note, "library",
        "\(Self.count(temporary.count, "temporary file")) of killed copies, such as '\(first)'; "
          + "they go by themselves when they are a day old")
    }
    for name in folder.files({ $0.contains(AsideFile.mark) }) {
      let lacking = AsideFile.records(in: folder, name).lacking(in: library)
      report(
        .note, name,
        lacking.count == 0
          ? "kept from a repair; remove it when you miss nothing"
          : "kept from a repair; \(Self.repairing) takes in \(Self.count(lacking.count, "record")) "
            + "that the library lacks")
    }
  }

  mutating func examineModes() {
    let (open, locked) = folder.wrongModes
    if let first = open.first {
      report(
        .note, "library",
        "other users may read \(open.count == 1 ? "'\(first)'" : "\(open.count) files and folders, such as '\(first)'"); "
          + "\(Self.repairing) closes them")
    }
    for name in locked {
      report(
        .problem, name, "its mode keeps paperq from reading and writing; \(Self.repairing) sets it")
    }
  }

  mutating func examineLock() {
    let file = Glibc.open(folder.lock, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      if errno == ENOENT { return report(.ok, "lock", "free") }
      return report(
        .problem, "lock",
        "cannot open 'library.lock': \(FileFault.system(errno).message); remove it")
    }
    defer { close(file) }
    guard flock(file, LOCK_SH | LOCK_NB) != 0 else { return report(.ok, "lock", "free") }
    guard errno == EWOULDBLOCK else {
      return report(
        .problem, "lock",
        "cannot lock 'library.lock': \(FileFault.system(errno).message); "
          + "keep the library on a file system with locks")
    }
    let holder = LibraryLock.holder(of: file).map { "process \($0)" } ?? "another program"
    report(.note, "lock", "held by \(holder), which is writing; if it hangs, end it")
  }
}

extension LibraryLock {
  /// Who holds the lock of an open file, `PID (NAME)`, as far as the system tells.
  fileprivate static func holder(of file: Int32) -> String? {
    guard let stamp = FileStamp(of: file),
      let locks = try? FileContents.read("/proc/locks")?.bytes
    else { return nil }
    for line in String(decoding: locks, as: UTF8.self).split(separator: "\n") {
      // 1: FLOCK  ADVISORY  WRITE 1234 fe:00:5678 0 EOF
      let words = line.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK", let process = Int(words[4]), process > 0,
        words[5].split(separator: ":").last == "\(stamp.inode)"
      else { continue }
      let name = try? FileContents.read("/proc/\(process)/comm")?.bytes
      let lines = String(decoding: name ?? [], as: UTF8.self).split(separator: "\n")
      return lines.first.map { "\(process) (\($0))" } ?? "\(process)"
    }
    return nil
  }
}

extension FileStamp {
  fileprivate init?(of file: Int32) {
    var info = stat()
    guard fstat(file, &info) == 0 else { return nil }
    self.init(info)
  }
}

extension LibraryFolder {
  /// The files of the library whose names are wanted, by their place in it, sorted. Folders that
  /// cannot be listed have none.
  func files(_ isWanted: (String) -> Bool) -> [String] {
    ["", "papers/", "reading/", "journal/"].flatMap { place in
      ((try? Self.names(in: "\(path)/\(place)")) ?? []).filter(isWanted).sorted().map { place + $0 }
    }
  }

  /// Whether a name is that of a file which paperq writes.
  static func isOurs(_ name: String) -> Bool {
    name == "library.json" || name == "sources.json" || name.hasSuffix(".jsonl")
      || (name.hasSuffix(".json") && ArXivMonth(name.dropLast(5)) != nil)
  }

  /// Files and folders that others may read, and those that not even their owner may read and write.
  var wrongModes: (open: [String], locked: [String]) {
    var open: [String] = []
    var locked: [String] = []
    let files = files { Self.isOurs($0) || $0.contains(AsideFile.mark) }
    for name in ["", "papers", "reading", "journal"] + files {
      var info = stat()
      guard stat(path + "/" + name, &info) == 0 else { continue }
      let kind = FileStamp.kind(of: info)
      guard kind == .file || kind == .folder else { continue }
      let needed: mode_t = kind == .folder ? 0o700 : 0o600
      let name = name.isEmpty ? "." : name
      if info.st_mode & needed != needed { locked.append(name) }
      if info.st_mode & 0o077 != 0 { open.append(name) }
    }
    return (open, locked)
  }
}
