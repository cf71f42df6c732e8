import LibraryStore
import Papers
import TestSupport

/// What a library should hold after actions of `paperq` on the command line, undo and redo included.
struct LibraryModel: Equatable {
  /// What the user sees of a record, but for its place in the queue.
  struct Values: Equatable {
    var state = ReadingState.unread
    var star = false
    var tags: Set<String> = []
    var notes: [String] = []

    init() {}

    init(_ record: ReadingRecord) {
      (state, star) = (record.state, record.star)
      (tags, notes) = (Set(record.tags), record.notes.map(\.text))
    }
  }

  /// What a program does: only this, so that several can work on one library and still be checked.
  enum Subject: CaseIterable {
    case marks, notes
  }

  /// An action as words of the command line, and what is in the library when it is done.
  struct Action {
    var words: [String]
    var after: LibraryModel
  }

  private struct Change: Equatable {
    var before: [String: Values]
    var after: [String: Values]
  }

  let ids: [String]
  let subjects: [Subject]
  private(set) var values: [String: Values]
  private var done: [Change] = []
  private var undone: [Change] = []
  /// How many entries the journal has, undoing included.
  private(set) var entries = 0
  private var texts = 0

  init(_ ids: [String], subjects: [Subject] = Subject.allCases) {
    (self.ids, self.subjects) = (ids, subjects)
    values = Dictionary(uniqueKeysWithValues: ids.map { ($0, Values()) })
  }

  /// An action at random, which is sure to change something.
  func action(using random: inout SeededGenerator) -> Action {
    while true {
      var action = Action(words: [], after: self)
      switch Int.random(in: 0..<10, using: &random) {
      case 0..<2: action = undoing()
      case 2: action = redoing()
      default: action = acting(using: &random)
      }
      if action.after.values != values { return action }
    }
  }

  private func undoing() -> Action {
    var after = self
    guard let change = after.done.popLast() else { return Action(words: [], after: self) }
    after.values = change.before
    after.undone.append(change)
    after.entries += 1
    return Action(words: ["undo"], after: after)
  }

  private func redoing() -> Action {
    var after = self
    guard let change = after.undone.popLast() else { return Action(words: [], after: self) }
    after.values = change.after
    after.done.append(change)
    after.entries += 1
    return Action(words: ["redo"], after: after)
  }

  private func acting(using random: inout SeededGenerator) -> Action {
    var after = self
    // One paper, some, or all of them at once.
    let count = [1, 1, 3, ids.count].randomElement(using: &random) ?? 1
    let chosen = Array(ids.shuffled(using: &random).prefix(count))
    let words: [String]
    switch (subjects.randomElement(using: &random) ?? .marks, Bool.random(using: &random)) {
    case (.marks, true):
      let state = ReadingState.allCases.randomElement(using: &random) ?? .read
      words = ["mark", state.rawValue] + chosen
      for id in chosen { after.values[id]?.state = state }
    case (.marks, false):
      let star = Bool.random(using: &random)
      words = [star ? "star" : "unstar"] + chosen
      for id in chosen { after.values[id]?.star = star }
    case (.notes, true):
      after.texts += 1
      let text = "note \(after.texts): é 拡散"
      words = ["note", chosen[0], text]
      after.values[chosen[0]]?.notes.append(text)
    case (.notes, false):
      let tag = ["good", "later", "ü"].randomElement(using: &random) ?? "good"
      let isPresent = Bool.random(using: &random)
      words = ["tag"] + chosen + [(isPresent ? "+" : "-") + tag]
      for id in chosen {
        if isPresent {
          after.values[id]?.tags.insert(tag)
        } else {
          after.values[id]?.tags.remove(tag)
        }
      }
    }
    after.done.append(Change(before: values, after: after.values))
    after.undone = []
    after.entries += 1
    return Action(words: words, after: after)
  }

  /// What a library holds of what this model is about.
  func values(in library: Library) -> [String: Values] {
    var result: [String: Values] = [:]
    for id in ids {
      var values = Values(library.reading(ArXivID(literal: id)))
      if !subjects.contains(.marks) { (values.state, values.star) = (.unread, false) }
      if !subjects.contains(.notes) { (values.tags, values.notes) = ([], []) }
      result[id] = values
    }
    return result
  }
}
