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
  /// is the one that is kept. What is no file is renamed as it is: a folder with all that is in it,
  /// and the link itself that leads to no file.
  package static func moveAside(
    _ path: String, at time: Timestamp, calls: FileSystemCalls = .system
  ) throws(StoreError) -> String {
    do throws(FileFault) {
      if obstacle(at: path) != nil {
        return try eachName(beside: path, at: time) { (aside) throws(FileFault) in
          try rename(path, to: aside, calls: calls)
        }
      }
      let target = try FileReplacement.target(of: path)
      return try eachName(beside: target, at: time) { (aside) throws(FileFault) in
        do throws(FileFault) {
          try calls.attempt { calls.link(target, aside) }
          return true
        } catch .system(EEXIST) {
          return false
        } catch .system(let code) where [EPERM, ENOSYS, EOPNOTSUPP, EMLINK].contains(code) {
          // A file system without hard links.
          return try rename(target, to: aside, calls: calls)
        }
      }
    } catch {
      throw .cannotSave(file: path, cause: error)
    }
  }

  /// What stands in a file's place and is none; nil for a file, for nothing, and for what cannot be
  /// looked at.
  static func obstacle(at path: String) -> FileFault? {
    do throws(FileFault) {
      _ = try FileReplacement.target(of: path)
      return nil
    } catch {
      return error.isObstacle ? error : nil
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
