import JSONText
import LibraryStore
import Papers

/// A parser of what others write, and what must hold of it for any bytes: it never traps, it reads
/// what it printed, and it says in one line what is wrong.
///
/// The seeded tests and libFuzzer (`make fuzz`) check the same.
enum FuzzTarget: String, CaseIterable, Sendable {
  case json, papers, reading, journal, sources, query, config, atom, daily

  /// What does not hold.
  struct Failure: Error {
    let words: String
  }

  /// Reads bytes; tells whether they are what the parser is for.
  func read(_ bytes: [UInt8]) throws(Failure) -> Bool {
    switch self {
    case .json: try Self.readJSON(bytes)
    case .papers: try Self.readPapers(bytes)
    case .reading: try Self.readReading(bytes)
    case .journal: try Self.readJournal(bytes)
    case .sources: try Self.readSources(bytes)
    case .query: try Self.readQuery(bytes)
    case .config: try Self.readConfiguration(bytes)
    case .atom: try Self.readAtom(bytes)
    case .daily: try Self.readDaily(bytes)
    }
  }

  static func require(
    _ condition: Bool, _ words: @autoclosure () -> String
  ) throws(Failure) {
    if !condition { throw Failure(words: words()) }
  }

  static func requireOneLine(_ message: String) throws(Failure) {
    try require(
      !message.isEmpty && message == message.onOneLine, "a message of several lines: \(message)")
  }

  /// When everything is read.
  static let present = Timestamp(milliseconds: 1_795_000_000_000)
}
