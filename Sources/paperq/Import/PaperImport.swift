import ArgumentParser
import JSONText
import LibraryStore
import PaperExport
import Papers

/// Takes the papers of a file into a library: first what the file says, as one action that undo
/// takes back, then what arXiv has to add.
@MainActor
final class PaperImport {
  /// What came of an import.
  struct Result: Equatable {
    /// Papers that the library did not have.
    var new = 0
    /// Papers that it had.
    var present = 0
    /// Those of them that were given a state, by state, and those of which only other things were
    /// set.
    var marked: [ReadingState: Int] = [:]
    var changed = 0
    /// Those of both that arXiv has yet to complete.
    var approximate = 0
    /// Entries that name no paper of arXiv, and what the first of them are called.
    var withoutID = 0
    var namesWithoutID: [String] = []
    /// Papers that could not be saved; why has been said.
    var leftOut = 0
    /// Papers that arXiv was asked about and does not have.
    var unknown: [ArXivID] = []
  }

  let file: ImportFile
  let library: OpenLibrary
  let state: ReadingState
  let keywordsAreTags: Bool
  private(set) var result = Result()
  private let ids: [ArXivID]
  /// The papers that the library showed before, without those that an import took in which was killed
  /// before it could say so: they are taken in by this one.
  private let held: Set<ArXivID>
  /// Those of them that were given a state, and those of which something else was set.
  private var states: [ArXivID: ReadingState] = [:]
  private var edited: Set<ArXivID> = []

  init(file: ImportFile, library: OpenLibrary, state: ReadingState, keywordsAreTags: Bool) {
    self.file = file
    self.library = library
    self.state = state
    self.keywordsAreTags = keywordsAreTags
    ids = file.papers.map(\.id)
    held = Set(
      ids.filter { library.library.shows($0) && !library.library.isLeftOfImport($0) })
    result.withoutID = file.entriesWithoutID
    result.namesWithoutID = file.namesWithoutID
  }

  /// Takes in what the file says. Papers of which a text only mentions the identifier wait for
  /// arXiv's word that they exist, unless `all` are wanted.
  func takeInDescriptions(ofAll all: Bool) throws {
    let isMention = file.kind == .text && !all
    if !isMention {
      result.leftOut = try library.keepForLater(file.papers).leftOut.count
      try setStates()
    }
    count()
  }

  /// Asks arXiv about the papers that the library does not have, or not in full; gives what went
  /// wrong. What came is kept, and when arXiv does not answer, so are the papers of a text.
  func complete() async throws -> CommandFailure? {
    let wanted = ids.filter { id in
      !library.library.contains(id) || library.library.isIncomplete(id)
    }.sorted()
    let progress = ProgressLine(console: library.console, title: "import")
    var answer = try await Interruption.cancelling {
      try await self.library.complete(wanted, progress: progress)
    }
    progress.clear()
    if file.kind == .text, answer.isUnanswered {
      try takeInDescriptions(ofAll: true)
    } else if file.kind == .text {
      try setStates()
    } else {
      try noteVersions(of: wanted)
    }
    count()
    result.unknown = answer.missing
    answer.promiseFetch(of: result.approximate)
    return answer.failure
  }

  private func setStates() throws(StoreError) {
    let present = file.papers.filter { library.library.contains($0.id) }
    let new = present.filter { !held.contains($0.id) }
    let steps = library.library.steps(
      toImport: present, as: state, keywordsAreTags: keywordsAreTags)
    try library.commit(
      "import", new.map { .init($0.id, .takeIn(sources: $0.sources)) } + steps)
    for step in steps where held.contains(step.id) {
      if case .state(let state) = step.edit {
        states[step.id] = state
      } else {
        edited.insert(step.id)
      }
    }
  }

  /// Notes down the version of papers whose version was not known when they were queued, so that a
  /// later one shows as an update.
  private func noteVersions(of ids: [ArXivID]) throws(StoreError) {
    let steps = ids.compactMap { id -> LibraryChange.Step? in
      let record = library.library.reading(id)
      guard record.seenVersion == nil, record.state != .unread, record.state != .dismissed else {
        return nil
      }
      return library.library.knownVersion(of: id).map { .init(id, .seenVersion($0)) }
    }
    try library.commit("import", steps, isUndoable: false)
  }

  private func count() {
    let present = ids.filter(library.library.contains)
    result.present = present.count { held.contains($0) }
    result.new = present.count - result.present
    result.marked = states.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    result.changed = edited.subtracting(states.keys).count
    result.approximate = present.count(where: library.library.isIncomplete)
  }
}

extension Library {
  /// Whether nothing but an import brought a paper, and no action has taken it in.
  fileprivate func isLeftOfImport(_ id: ArXivID) -> Bool {
    paper(id)?.sources == [ImportedPapers.sourceName] && reading(id) == ReadingRecord()
  }
}

extension PaperImport.Result {
  /// "took in 18,204 papers, 1,308 were there, 2 were there and are queued now, 486 entries have no
  /// arXiv id (first: 'knuth84')".
  var summary: String {
    var parts = ["took in \(new.grouped) \(new == 1 ? "paper" : "papers")"]
    func add(_ count: Int, _ now: String? = nil) {
      guard count > 0 else { return }
      let deed = now.map { " and \(count == 1 ? "is" : "are") \($0) now" } ?? ""
      parts.append("\(count.grouped) \(count == 1 ? "was" : "were") there\(deed)")
    }
    add(present - changed - marked.values.reduce(0, +))
    for state in ReadingState.allCases { add(marked[state] ?? 0, state.participle) }
    add(changed, "changed")
    if withoutID > 0 {
      let names = namesWithoutID.map { "'\($0)'" }.joined(separator: ", ")
      parts.append(
        "\(withoutID.grouped) \(withoutID == 1 ? "entry has" : "entries have") no arXiv id "
          + "(first: \(names))")
    }
    if approximate > 0 {
      parts.append("\(approximate.grouped) \(approximate == 1 ? "waits" : "wait") for arXiv")
    }
    return parts.joined(separator: ", ")
  }
}
