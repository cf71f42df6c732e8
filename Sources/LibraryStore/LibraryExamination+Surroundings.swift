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
    let holder = LockHolder(ofLockOn: file)
    report(.note, "lock", "held by \(holder), which is writing; if it hangs, end it")
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
