import JSONText
import Papers

/// Finds the records that can still be read in a damaged library file.
enum RecordRecovery {
  /// A library file of what can be read of `bytes`, without any promise that it is complete.
  ///
  /// Members are read one after another; where one cannot be read, the search goes on at the next
  /// line, for each of our records is a line. Bytes that are not UTF-8 become U+FFFD, and what is no
  /// escape stays as it is written. Only members whose key is an identifier count, so that the inside
  /// of a broken record is not taken for one.
  ///
  /// Two records of one paper, as the two sides of an unresolved conflict of a version control
  /// system, become what `merge` makes of them; it is given the earlier in the file first.
  static func file(
    from bytes: [UInt8], merging merge: (ArXivID, JSONValue, JSONValue) -> JSONValue
  ) -> (file: [UInt8], count: Int) {
    var found: [ArXivID: JSONValue] = [:]
    members(of: bytes, where: { ArXivID($0) != nil }) { key, record in
      guard let id = ArXivID(key) else { return }
      found[id] = found[id].map { merge(id, $0, record) } ?? record
    }
    var lines = RecordLines()
    for (id, record) in found { lines.add(id.description, record.encoded[...]) }
    return (lines.file, found.count)
  }

  /// The records that can be read, by paper; of two of one paper the later one.
  static func records(in bytes: [UInt8]) -> [ArXivID: JSONValue] {
    var found: [ArXivID: JSONValue] = [:]
    members(of: bytes.withoutByteOrderMark, where: { ArXivID($0) != nil }) { key, value in
      if let id = ArXivID(key) { found[id] = value }
    }
    return found
  }

  /// The ledgers of sources that can be read; of two of one source the later one.
  static func ledgers(from bytes: [UInt8]) -> SourceLedgers {
    var ledgers = SourceLedgers()
    members(of: bytes, where: { _ in true }) { name, value in
      // The inside of a ledger has objects too, but none with a query.
      if let ledger = SourceLedger(json: value), ledger.query != nil { ledgers[name] = ledger }
    }
    return ledgers
  }

  /// Hands over the members that can be read: an acceptable key with an object behind it.
  private static func members(
    of bytes: [UInt8], where isKey: (String) -> Bool, _ body: (String, JSONValue) -> Void
  ) {
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let bytes = isText ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    // A scanner over bytes in memory throws for no reason but the text, which is looked at here.
    try? bytes.withScanner(dialect: .lenient) { (scanner) throws(JSONError) in
      while let next = try scanner.peek() {
        let start = scanner.offset
        switch next {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ","), UInt8(ascii: "["),
          UInt8(ascii: "]"):
          scanner.move(to: start + 1)
        default:
          if let (key, value) = member(&scanner, where: isKey) {
            body(key, value)
          } else {
            let line = bytes[start...].firstIndex(of: UInt8(ascii: "\n"))
            scanner.move(to: line.map { $0 + 1 } ?? bytes.count)
          }
        }
      }
    }
  }

  /// The member at the scanner's place; nil when there is none that can be read.
  private static func member(
    _ scanner: inout JSONScanner, where isKey: (String) -> Bool
  ) -> (String, JSONValue)? {
    do throws(JSONError) {
      let key = try scanner.string()
      guard isKey(key), try scanner.take(UInt8(ascii: ":")) else { return nil }
      let value = try scanner.value()
      return value.object == nil ? nil : (key, value)
    } catch {
      return nil
    }
  }
}
