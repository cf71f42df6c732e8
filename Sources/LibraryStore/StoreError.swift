import Glibc

/// Why the library could not be opened, read or saved.
package enum StoreError: Error, Equatable, Sendable {
  /// The library is of a format that this version reads but does not write.
  case readOnly(folder: String, format: Int)
  /// The library's description cannot be read, so that its format is not known.
  case unknownFormat(file: String)
  /// Another program, mostly a copy of this one, kept the library locked for longer than we wait.
  case locked(folder: String, seconds: Double, holder: LockHolder)
  /// A file could not be written; it is as it was.
  case cannotSave(file: String, cause: FileFault)
  /// A file is there but could not be read.
  case cannotRead(file: String, cause: FileFault)
  /// What is no folder, or leads to none, stands where the library should be.
  case notAFolder(path: String)

  /// One line for the user: what could not be done, to which thing, why, and what to do.
  package var message: String {
    switch self {
    case .readOnly(let folder, let format):
      "cannot save to library '\(folder)': its format \(format) is newer than this paperq; "
        + "update paperq"
    case .unknownFormat(let file):
      "cannot save to the library: its format is not known, for '\(Self.short(file))' cannot be read"
    case .locked(let folder, let seconds, let holder):
      "cannot save to library '\(folder)': \(holder) has kept it locked for "
        + "\(Self.text(seconds)); try again, or end it if it hangs"
    case .cannotSave(let file, let cause):
      "cannot save '\(Self.short(file))': \(cause.message)"
    case .cannotRead(let file, let cause):
      "cannot read '\(Self.short(file))': \(cause.message)"
    case .notAFolder(let path):
      "cannot open library '\(path)': there is something else than a folder"
    }
  }

  /// The error of saving a file that must not be replaced, for it could not be read.
  package func asFailureToSave(_ file: String) -> StoreError {
    if case .cannotRead(_, let cause) = self { .cannotSave(file: file, cause: cause) } else { self }
  }

  /// Whether something was to be read that is no file.
  var isObstacle: Bool {
    if case .cannotRead(_, let cause) = self { cause.isObstacle } else { false }
  }

  /// A path as short as it is still clear: files of a library by their place in it.
  static func short(_ path: String) -> String {
    let parts = path.split(separator: "/")
    let isInside =
      parts.count > 1 && ["papers", "reading", "journal"].contains(parts.dropLast().last)
    return parts.suffix(isInside ? 2 : 1).joined(separator: "/")
  }

  private static func text(_ seconds: Double) -> String {
    let tenths = Int((min(max(seconds, 0), 1e9) * 10).rounded())
    let number = tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    return number == "1" ? "1 second" : "\(number) seconds"
  }
}

/// What stood in the way of a file.
package enum FileFault: Error, Equatable, Sendable {
  /// A system call failed with this `errno`.
  case system(Int32)
  /// A folder stands in the file's place.
  case folder
  /// A link to a file that is not there, or that leads round in a circle, stands in its place.
  case danglingLink
  /// A device, pipe or socket stands in its place.
  case special

  /// The error of a system call that followed a path.
  init(_ code: Int32, following path: String) {
    let leadsNowhere = [ENOENT, ENOTDIR, ELOOP].contains(code)
    let isLink = leadsNowhere && FileStamp.kind(of: path, followingLinks: false) == .link
    self = isLink ? .danglingLink : .system(code)
  }

  /// The cause in words, as the end of a message.
  package var message: String {
    switch self {
    case .system(let code): Self.text(of: code)
    case .folder: "a folder is in its place"
    case .danglingLink: "it is a link to a file that is not there"
    case .special: "it is no regular file"
    }
  }

  /// Whether it stands in the file's place and is no file, rather than keeping us from the file.
  var isObstacle: Bool {
    if case .system = self { false } else { true }
  }

  /// What was in the file's place, as part of a sentence.
  var noun: String {
    switch self {
    case .system: "what cannot be looked at"
    case .folder: "a folder"
    case .danglingLink: "a link to a file that is not there"
    case .special: "no regular file"
    }
  }

  /// The system's text for an error, beginning in lower case.
  private static func text(of code: Int32) -> String {
    guard let pointer = strerror(code) else { return "error \(code)" }
    let text = String(cString: pointer)
    return text.prefix(1).lowercased() + text.dropFirst()
  }
}
