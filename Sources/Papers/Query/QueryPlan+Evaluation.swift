extension QueryPlan {
  /// A shelf that plans are asked of, with what they need of it at hand. It belongs to one thread.
  final class Subject {
    let papers: PaperShelf
    let reading: [ArXivID: ReadingRecord]
    /// The columns fetched so far, by the raw value of their kind.
    private var columns: [FoldedColumn?]

    init(_ shelf: Library.Shelf) {
      papers = shelf.papers
      reading = shelf.reading
      columns = Array(repeating: nil, count: FoldedColumn.Kind.allCases.count)
    }

    func withText<Result>(
      _ kind: FoldedColumn.Kind, at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
      if columns[kind.rawValue] == nil { columns[kind.rawValue] = papers.column(kind) }
      guard let column = columns[kind.rawValue] else { return body(.init(start: nil, count: 0)) }
      return column.withText(at: index, body)
    }

    /// What the user did with the paper at a place; nil when that is nothing.
    func withRecord<Result>(at index: Int, _ body: (ReadingRecord) -> Result) -> Result? {
      guard !reading.isEmpty, let place = reading.index(forKey: papers.entries[index].id) else {
        return nil
      }
      return body(reading.values[place])
    }
  }

  /// Whether it holds for the paper at a place of the shelf.
  func holds(at index: Int, in subject: Subject) -> Bool {
    switch self {
    case .constant(let value): return value
    case .not(let inner): return !inner.holds(at: index, in: subject)
    case .all(let parts):
      for part in parts where !part.holds(at: index, in: subject) { return false }
      return true
    case .any(let parts):
      for part in parts where part.holds(at: index, in: subject) { return true }
      return false
    case .published(let range): return range.contains(subject.papers.entries[index].published)
    case .added(let time): return subject.papers.entries[index].added >= time
    case .id(let id): return subject.papers.entries[index].id == id
    case .state(let state):
      return (subject.withRecord(at: index) { $0.state } ?? .unread) == state
    case .starred: return subject.withRecord(at: index) { $0.star } ?? false
    case .noted: return subject.withRecord(at: index) { !$0.notes.isEmpty } ?? false
    case .updated:
      let version = subject.papers.entries[index].version
      return subject.withRecord(at: index) { $0.isOutdated(by: version) } ?? false
    case .depth(let range):
      return range.contains(subject.withRecord(at: index) { $0.depth.rawValue } ?? 0)
    case .tag(let pattern):
      return subject.withRecord(at: index) { $0.tags.contains { pattern.matches($0) } } ?? false
    case .project(let pattern):
      return subject.withRecord(at: index) { $0.project.map { pattern.matches($0) } ?? false }
        ?? false
    case .note(let needle):
      return subject.withRecord(at: index) { $0.hasNote(with: needle) } ?? false
    case .noteOrTag(let needle):
      return subject.withRecord(at: index) {
        $0.hasNote(with: needle) || $0.tags.contains { $0.contains(needle) }
      } ?? false
    case .name(let kind, let pattern):
      return subject.withText(kind, at: index) { pattern.matches(anyOf: $0) }
    case .text(let kind, let needle):
      return subject.withText(kind, at: index) { needle.isFound(in: $0) }
    case .author(let pattern):
      return subject.withText(.authors, at: index) { pattern.matches(anyOf: $0) }
    case .withdrawn:
      let comment = subject.withText(.comment, at: index) { Array($0) }
      return subject.withText(.abstract, at: index) { abstract in
        comment.withUnsafeBufferPointer { Withdrawal.isAnnounced(comment: $0, abstract: abstract) }
      }
    }
  }
}

extension ReadingRecord {
  fileprivate func hasNote(with needle: Needle) -> Bool {
    !noteMarks.isEmpty
      && notes.contains { $0.text.contains(needle) || ($0.quote?.contains(needle) ?? false) }
  }
}

extension String {
  fileprivate func contains(_ needle: Needle) -> Bool {
    foldedBytes.withUnsafeBufferPointer { needle.isFound(in: $0) }
  }
}
