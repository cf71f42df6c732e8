import JSONText
import Papers

/// What `library.json` says.
struct DescriptionFile {
  /// The format that this version writes.
  static let presentFormat = 1

  enum Condition: Equatable {
    case absent
    case format(Int)
    /// It is no JSON object with a format, or no file.
    case damaged
    case blocked(StoreError)
  }

  var stamp: FileStamp?
  var condition = Condition.absent

  init() {}

  init(_ path: String) {
    do throws(StoreError) {
      guard let contents = try FileContents.read(path) else { return }
      stamp = contents.stamp
      let (format, isWhole) = Self.format(in: contents.bytes.withoutByteOrderMark)
      // A newer format is respected in a damaged file too: what is behind it is not for us to write.
      condition =
        isWhole && format >= 1 || format > Self.presentFormat ? .format(format) : .damaged
    } catch {
      stamp = FileStamp(of: path)
      condition = error.isObstacle ? .damaged : .blocked(error)
    }
  }

  /// The format that a description names, 0 for none, and whether the whole text can be read. A
  /// number that is not whole or does not fit is of a format after that before it.
  private static func format(in bytes: [UInt8]) -> (format: Int, isWhole: Bool) {
    var format = 0
    let isWhole: Void? = try? bytes.withScanner { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        let value = try scanner.value()
        guard key == "format" else { return }
        format = value.integer ?? value.double.map { Int(max(0, min($0.rounded(.up), 1e9))) } ?? 0
      }
      try scanner.expectEnd()
    }
    return (format, isWhole != nil)
  }

  /// Why nothing may be written to the library; nil when it may.
  func refusal(in folder: LibraryFolder) -> StoreError? {
    switch condition {
    case .format(let format) where format > Self.presentFormat:
      .readOnly(folder: folder.path, format: format)
    case .blocked: .unknownFormat(file: folder.description)
    case .absent, .damaged, .format: nil
    }
  }

  /// The file of a new library.
  static func file(created: Timestamp) -> [UInt8] {
    let object: JSONObject = [
      "format": .integer(presentFormat), "created": .string(created.descriptionInSeconds),
    ]
    return JSONValue.object(object).encoded + [UInt8(ascii: "\n")]
  }
}
