import Glibc

/// What tells one state of a file from another without reading it.
///
/// Our files are never written in place but replaced, so that a changed file has another inode, or
/// at least other times.
package struct FileStamp: Equatable, Sendable {
  /// A time of the file system, in nanoseconds since 1970.
  typealias Nanoseconds = Int64

  /// The file system that the file is on.
  package let device: UInt64
  /// The file's number there.
  package let inode: UInt64
  /// Bytes.
  package let size: Int
  /// When the contents were written last.
  let modified: Nanoseconds
  /// When the contents, name or mode were changed last.
  let changed: Nanoseconds

  enum Kind {
    case file, folder, link, special
  }

  init(_ info: stat) {
    device = UInt64(info.st_dev)
    inode = UInt64(info.st_ino)
    size = Int(info.st_size)
    modified = Self.nanoseconds(info.st_mtim)
    changed = Self.nanoseconds(info.st_ctim)
  }

  /// The stamp of the file behind a path, links followed, or of the link that leads nowhere; nil when
  /// there is neither.
  package init?(of path: String) {
    var info = stat()
    guard stat(path, &info) == 0 || lstat(path, &info) == 0 else { return nil }
    self.init(info)
  }

  /// The stamp of an open file.
  init?(of file: Int32) {
    var info = stat()
    guard fstat(file, &info) == 0 else { return nil }
    self.init(info)
  }

  /// What lies behind a path, links followed or not; nil when nothing can be reached.
  static func kind(of path: String, followingLinks: Bool = true) -> Kind? {
    var info = stat()
    guard (followingLinks ? stat(path, &info) : lstat(path, &info)) == 0 else { return nil }
    return kind(of: info)
  }

  static func kind(of info: stat) -> Kind {
    switch info.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    case S_IFLNK: .link
    default: .special
    }
  }

  private static func nanoseconds(_ time: timespec) -> Nanoseconds {
    Int64(time.tv_sec).multipliedReportingOverflow(by: 1_000_000_000).partialValue
      &+ Int64(time.tv_nsec)
  }
}
