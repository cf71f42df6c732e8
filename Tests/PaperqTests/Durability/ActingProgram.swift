import Foundation
import LibraryStore
import Papers
import TestSupport
import Testing

/// A paperq that acts on a library at random and is killed at random, beside the model of what the
/// library must then hold.
struct ActingProgram {
  let paperq: BuiltProgram
  /// Names the folder of its state, and so the device and its journal.
  let name: String
  var model: LibraryModel
  var random: SeededGenerator
  /// How often it was killed.
  private(set) var kills = 0
  /// How long an action takes at present, in seconds.
  private var duration = 0.1

  init(_ paperq: BuiltProgram, name: String, model: LibraryModel, seed: UInt64) {
    (self.paperq, self.name, self.model) = (paperq, name, model)
    random = SeededGenerator(seed: seed)
  }

  private var state: String { paperq.home.path + "/state-" + name }

  /// Acts once; kills it meanwhile if it takes longer than a random time.
  ///
  /// What it acknowledged must be there after a restart; of what it was killed in the middle of,
  /// all or nothing; and nothing else may have changed.
  mutating func act(isKilled: Bool = true) async throws {
    let action = model.action(using: &random)
    let isFirst = model.entries == 0
    let instant = duration * Double.random(in: 0.4...1.4, using: &random)
    let limit = isKilled && !isFirst ? instant : Double(60 * Patience.factor)
    let outcome = try await paperq.killed(
      after: limit, action.words, variables: ["XDG_STATE_HOME": state])
    if outcome.code == 0 {
      // A machine that is busy at times is not busy all the time.
      duration = outcome.seconds
    } else {
      try #require(outcome.code == 137, "\(action.words): \(outcome)")
      kills += 1
      duration *= 1.05
    }
    let store = try restarted()
    let found = model.values(in: store.library)
    if outcome.code == 0 || found == action.after.values {
      #expect(found == action.after.values, "\(action.words) ended with \(outcome.code)")
      model = action.after
    } else {
      #expect(found == model.values, "\(action.words) was killed after \(instant) s")
    }
    let numbers = try store.history().map(\.number)
    #expect(numbers == Array(1..<model.entries + 1), "the journal is not whole")
  }

  /// Takes back everything that it did, as far as the journal goes.
  mutating func undoAll() async throws {
    while try await paperq.run(["undo"], variables: ["XDG_STATE_HOME": state]).code == 0 {}
  }

  /// What its next start finds and completes; nothing is ever damaged.
  func restarted() throws -> LibraryStore {
    let device = try paperq.home.read("state-\(name)/paperq/device")
      .trimmingCharacters(in: .newlines)
    let store = try paperq.openStore(device: device)
    #expect(store.takeWarnings() == [])
    return store
  }
}

extension BuiltProgram {
  /// Whether the library holds nothing but its files, a day after the last program was killed.
  func expectNoLitter(sourceLocation: SourceLocation = #_sourceLocation) throws {
    _ = try openStore(device: "sweeper", at: 2_000_000_000_000)
    let root = home.url.appending(path: ".local/share/paperq")
    for case let file as URL in try #require(
      FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey]))
    where try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true {
      let parts = file.pathComponents.suffix(2)
      let isKnown =
        switch parts.first {
        case "papers", "reading": parts.last?.wholeMatch(of: /[0-9]{4}\.json/) != nil
        case "journal": parts.last?.wholeMatch(of: /[a-z0-9-]+\.jsonl/) != nil
        default: ["library.json", "library.lock", "sources.json"].contains(parts.last)
        }
      #expect(isKnown, "\(file.path()) is left", sourceLocation: sourceLocation)
    }
  }
}
