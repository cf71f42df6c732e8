import JSONText
import Papers

/// What `library.json` says.
struct DescriptionFile {
  /// The format that this version writes.
  static let presentFormat = 1

  enum Condition: Equatable {
    case absent
    case format(Int)
    /// It is no JSON object with a format.
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
      // Whatever is wrong with the text, the file is moved aside as a whole.
      let json = try? JSONValue.parse(contents.bytes.withoutByteOrderMark)
      let format = json?.object?["format"]?.integer ?? 0
      condition = format < 1 ? .damaged : .format(format)
    } catch {
      stamp = FileStamp(of: path)
      condition = .blocked(error)
    }
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
