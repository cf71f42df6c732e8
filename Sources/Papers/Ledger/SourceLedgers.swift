package import JSONText

/// The ledgers of all sources, by their names: the file `sources.json` of a library.
package struct SourceLedgers: Equatable, Sendable {
  private var ledgers: [String: SourceLedger] = [:]
  /// Members of the file that are no ledgers, or stand there twice, kept: as they are, or as
  /// `unreadable KEY` beside a ledger of that key.
  private var foreign: [JSONObject.Member] = []

  package init() {}

  /// Reads the file; throws when it is not one JSON object.
  package init(file: [UInt8]) throws(JSONError) {
    try file.withScanner { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        let value = try scanner.value()
        if let ledger = SourceLedger(json: value) {
          // Of two ledgers of one source the last counts, as for other readers; none is thrown away.
          if let other = ledgers.updateValue(ledger, forKey: key) {
            foreign.append(JSONObject.Member(key: key, value: other.json))
          }
        } else {
          foreign.append(JSONObject.Member(key: key, value: value))
        }
      }
      try scanner.expectEnd()
    }
  }

  /// The number of sources that have a ledger.
  package var count: Int { ledgers.count }

  /// The ledger of a source; an empty one when nothing was fetched yet.
  package subscript(name: String) -> SourceLedger {
    get { ledgers[name] ?? SourceLedger() }
    set { ledgers[name] = newValue }
  }

  /// The bytes of the file, a source a line.
  package var file: [UInt8] {
    var lines = RecordLines()
    for (name, ledger) in ledgers { lines.add(name, ledger.json.encoded[...]) }
    for member in foreign {
      let isTaken = ledgers[member.key] != nil
      lines.add((isTaken ? "unreadable " : "") + member.key, member.value.encoded[...])
    }
    return lines.file
  }
}
