import Glibc
package import Papers

/// Files that could not be read and were kept, `NAME.corrupt-TIME`, beside those in their places.
package enum AsideFile {
  /// What stands between the name of the file and the time.
  static let mark = ".corrupt-"

  /// Gives a file another name beside its own, so that it is kept when it is replaced; returns the
  /// path of that name. Where the file system has hard links, there is a file at any time.
  ///
  /// Two files that are moved at one time get different names. A link stays, and the file behind it
  /// is the one that is kept.
  package static func moveAside(
    _ path: String, at time: Timestamp, calls: FileSystemCalls = .system
  ) throws(StoreError) -> String {
    do throws(FileFault) {
      let target = try FileReplacement.target(of: path)
      return try eachName(beside: target, at: time) { (aside) throws(FileFault) in
        let result = calls.link(target, aside)
        if result >= 0 { return true }
        switch Int32(-result) {
        case EEXIST: return false
        case EPERM, ENOSYS, EOPNOTSUPP, EMLINK:
          // A file system without hard links.
          return try rename(target, to: aside, calls: calls)
        case let code: throw .system(code)
        }
      }
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// Renames what stands in a file's place and is no file: a folder, a dangling link, a pipe.
  /// Returns its new path.
  static func rename(
    _ path: String, at time: Timestamp, calls: FileSystemCalls
  ) throws(StoreError) -> String {
    do throws(FileFault) {
      return try eachName(beside: path, at: time) { (aside) throws(FileFault) in
        try rename(path, to: aside, calls: calls)
      }
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// Renames a file unless the name is taken; whether it was free.
  private static func rename(
    _ path: String, to aside: String, calls: FileSystemCalls
  ) throws(FileFault) -> Bool {
    if FileStamp.kind(of: aside, followingLinks: false) != nil { return false }
    try calls.attempt { calls.rename(path, aside) }
    return true
  }

  /// Calls `body` with one name after another until it returns true; returns that name.
  private static func eachName(
    beside path: String, at time: Timestamp, _ body: (String) throws(FileFault) -> Bool
  ) throws(FileFault) -> String {
    let base = path + mark + time.description.filter { $0 != ":" }
    for attempt in 1...100 {
      let aside = attempt == 1 ? base : "\(base)-\(attempt)"
      if try body(aside) { return aside }
    }
    throw .system(EEXIST)
  }
}
