extension Journal {
  /// The file with the entries before those of `path`. No device has a name with this character, so
  /// that it is never another one's journal.
  var older: String { Self.base(of: path) + Self.olderSuffix }

  private static let suffix = ".jsonl"
  private static let olderSuffix = "~1.jsonl"

  private static func base(of path: String) -> String {
    for suffix in [olderSuffix, suffix] where path.hasSuffix(suffix) {
      return String(path.dropLast(suffix.count))
    }
    return path
  }

  /// Which files of a folder are written as journals, or were before they became long; sorted.
  static func names(in folder: String) throws(StoreError) -> [String] {
    let names = try LibraryFolder.names(in: folder).filter { $0.hasSuffix(suffix) }
    return Set(names.map { base(of: $0) + suffix }).sorted()
  }

  /// Sets the file aside if it is long; what was set aside before is gone. The next entry begins a
  /// new file. Only under the lock, and when all that the journal says is carried out.
  ///
  /// A link is never set aside, for it would not be there any more. Nothing is lost when the disk
  /// refuses: the journal is as it was, and is set aside before a later entry.
  func setAsideIfLong() {
    guard let size = stamp?.size, size >= limit,
      FileStamp.kind(of: path, followingLinks: false) == .file
    else { return }
    switch FileStamp.kind(of: older, followingLinks: false) {
    case nil, .file: _ = calls.rename(path, older)
    case .folder, .link, .special: return
    }
  }
}
