extension QueryPlan {
  /// Those of some papers of a shelf for which it holds, by their places, which must ascend.
  ///
  /// Each part of the plan is asked of all papers that are left before the next one is, so that what
  /// it looks at is fetched once and not for every paper.
  func places(among candidates: [Int], in shelf: Library.Shelf) -> [Int] {
    if candidates.isEmpty { return [] }
    let papers = shelf.papers
    switch self {
    case .constant(let value): return value ? candidates : []
    case .visible(let withDismissed):
      let marks = shelf.marks
      return candidates.filter {
        !marks[$0].isTakenOut && (withDismissed || marks[$0].state != .dismissed)
      }
    case .not(let inner): return candidates.subtracting(inner.places(among: candidates, in: shelf))
    case .all(let parts):
      return parts.reduce(candidates) { left, part in part.places(among: left, in: shelf) }
    case .any(let parts):
      var found: [Int] = []
      var left = candidates
      for part in parts {
        let places = part.places(among: left, in: shelf)
        if places.isEmpty { continue }
        found = found.merged(with: places)
        left = left.subtracting(places)
      }
      return found
    case .published(let range):
      return candidates.filter { range.contains(papers.entries[$0].published) }
    case .added(let time): return candidates.filter { papers.entries[$0].added >= time }
    case .id(let id): return candidates.filter { papers.entries[$0].id == id }
    case .state(let state):
      let marks = shelf.marks
      return candidates.filter { marks[$0].state == state }
    case .starred: return shelf.places(among: candidates) { record, _ in record.star }
    case .noted:
      return shelf.places(among: candidates, havingTexts: true) { record, _ in
        !record.notes.isEmpty
      }
    case .updated:
      return shelf.places(among: candidates) { $0.isOutdated(by: papers.entries[$1].version) }
    case .depth(let range):
      let none = range.contains(ReadingRecord().depth.rawValue)
      return shelf.places(among: candidates, orWithoutRecord: none) { record, _ in
        range.contains(record.depth.rawValue)
      }
    case .tag(let pattern):
      return shelf.places(among: candidates, havingTexts: true) { record, _ in
        record.tags.contains { pattern.matches($0) }
      }
    case .project(let pattern):
      return shelf.places(among: candidates) { record, _ in
        record.project.map { pattern.matches($0) } ?? false
      }
    case .note(let needle):
      return shelf.places(among: candidates, havingTexts: true) { record, _ in
        record.hasNote(with: needle)
      }
    case .noteOrTag(let needle):
      return shelf.places(among: candidates, havingTexts: true) { record, _ in
        record.hasNote(with: needle) || record.tags.contains { $0.contains(needle) }
      }
    case .name(let kind, let pattern):
      return papers.column(kind).places(among: candidates) { pattern.matches(anyOf: $0) }
    case .text(let kind, let needle):
      return papers.column(kind).places(among: candidates) { needle.isFound(in: $0) }
    case .abstract(let needle):
      let abstracts = papers.abstracts
      var scratch: [UInt8] = []
      return papers.places(among: candidates) { index, record in
        abstracts.contains(needle, at: index, record: record, scratch: &scratch)
      }
    case .author(let pattern):
      return papers.column(.authors).places(among: candidates) { pattern.matches(anyOf: $0) }
    case .withdrawn:
      let comments = papers.column(.comment)
      let abstracts = papers.abstracts
      return papers.places(among: candidates) { index, record in
        abstracts.beginning(at: index, record: record, length: Withdrawal.beginning)
          .withUnsafeBufferPointer { abstract in
            comments.withText(at: index) { comment in
              Withdrawal.isAnnounced(comment: comment, abstract: abstract)
            }
          }
      }
    }
  }
}

extension Library.Shelf {
  /// Those of some papers whose reading records, and places, pass a test. `havingTexts` leaves out
  /// what never had a tag or a note.
  fileprivate func places(
    among candidates: [Int], havingTexts: Bool = false, orWithoutRecord: Bool = false,
    where test: (ReadingRecord, Int) -> Bool
  ) -> [Int] {
    let marks = marks
    return candidates.filter { index in
      guard marks[index].hasRecord, !havingTexts || marks[index].hasTexts,
        let record = reading[papers.entries[index].id]
      else { return orWithoutRecord && !marks[index].hasRecord }
      return test(record, index)
    }
  }
}

extension PaperShelf {
  /// Those of some papers that pass a test, which is handed the bytes from each paper's record on.
  fileprivate func places(
    among candidates: [Int], where test: (Int, UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [Int] {
    withBytes { bytes in
      candidates.filter { index in
        test(index, UnsafeBufferPointer(rebasing: bytes[entries[index].record.lowerBound...]))
      }
    }
  }
}

extension [Int] {
  /// The numbers of both lists, which ascend and have none in common.
  fileprivate func merged(with others: [Int]) -> [Int] {
    if isEmpty { return others }
    var result: [Int] = []
    result.reserveCapacity(count + others.count)
    var rest = others[...]
    for number in self {
      while let other = rest.first, other < number {
        result.append(other)
        rest.removeFirst()
      }
      result.append(number)
    }
    return result + rest
  }

  /// The numbers that are not in the other list; both ascend.
  fileprivate func subtracting(_ others: [Int]) -> [Int] {
    if others.isEmpty { return self }
    var rest = others[...]
    return filter { number in
      guard rest.first == number else { return true }
      rest.removeFirst()
      return false
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
