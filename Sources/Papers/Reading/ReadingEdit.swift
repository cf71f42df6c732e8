import JSONText

/// One field of a reading record set to a value. It sets and never toggles, so applying it twice is
/// applying it once, and another program's change to another field stays.
package enum ReadingEdit: Equatable, Sendable {
  case state(ReadingState)
  case depth(ReadingDepth)
  case star(Bool)
  case rank(QueueRank?)
  case seenVersion(Int?)
  case project(String?)
  /// Takes a paper into the library, which did not show it; `sources` are those that it names by this
  /// action. One step for each such paper makes undo take out what the action took in.
  case takeIn(sources: [String])
  /// Takes a paper out of the library that names no other sources.
  case takeOut(sources: [String])
  case tag(String, isPresent: Bool)
  /// Adds the note, or replaces the one with its id.
  case note(Note)
  case removeNote(id: String)

  /// The field whose change time it sets; nil for tags and notes, which carry their own.
  package var field: ReadingRecord.Field? {
    switch self {
    case .state: .state
    case .depth: .depth
    case .star: .star
    case .rank: .rank
    case .seenVersion: .seenVersion
    case .project: .project
    case .takeIn, .takeOut: .takenOut
    case .tag, .note, .removeNote: nil
    }
  }
}

extension ReadingRecord {
  /// Sets what `edit` says, as of `time`.
  ///
  /// What the user does now always wins over what is stored: when the stored change lies in the
  /// future, as after a clock was set back, the change is dated just behind it, though never so late
  /// that the time could not be read back.
  package mutating func apply(_ edit: ReadingEdit, at time: Timestamp) {
    if let field = edit.field { changed[field] = later(than: changed[field], time) }
    switch edit {
    case .state(let value): state = value
    case .depth(let value): depth = value
    case .star(let value): star = value
    case .rank(let value): rank = value
    case .seenVersion(let value): seenVersion = value
    case .project(let value): project = value
    case .takeIn: takenOut = nil
    case .takeOut(let sources): takenOut = sources
    case .tag(let tag, let isPresent):
      tagMarks[tag] = TagMark(
        isPresent: isPresent, changed: later(than: tagMarks[tag]?.changed, time))
    case .note(var note):
      let index = noteMarks.firstIndex { $0.id == note.id }
      note.edited = later(than: index.map { noteMarks[$0].changed }, note.edited)
      if let index {
        noteMarks[index] = .present(note)
      } else {
        noteMarks.append(.present(note))
      }
    case .removeNote(let id):
      guard let index = noteMarks.firstIndex(where: { $0.id == id }) else { return }
      noteMarks[index] = .removed(id: id, at: later(than: noteMarks[index].changed, time))
    }
  }

  /// The edit that puts back what `edit` is about to change in this record.
  package func inverse(of edit: ReadingEdit) -> ReadingEdit {
    switch edit {
    case .state: .state(state)
    case .depth: .depth(depth)
    case .star: .star(star)
    case .rank: .rank(rank)
    case .seenVersion: .seenVersion(seenVersion)
    case .project: .project(project)
    case .takeIn(let sources):
      // What is taken in for the first time was not there before.
      changed[.takenOut] == nil ? .takeOut(sources: sources) : presence(sources)
    case .takeOut(let sources): presence(sources)
    case .tag(let tag, _): .tag(tag, isPresent: tagMarks[tag]?.isPresent ?? false)
    case .note(let note): inverse(ofNote: note.id)
    case .removeNote(let id): inverse(ofNote: id)
    }
  }

  /// The edit that leaves a paper in the library, or out of it.
  private func presence(_ sources: [String]) -> ReadingEdit {
    takenOut.map { .takeOut(sources: $0) } ?? .takeIn(sources: sources)
  }

  private func inverse(ofNote id: String) -> ReadingEdit {
    notes.first { $0.id == id }.map { .note($0) } ?? .removeNote(id: id)
  }

  /// When what `edit` is about was changed last; nil when it never was.
  package func lastChange(of edit: ReadingEdit) -> Timestamp? {
    if let field = edit.field { return changed[field] }
    return switch edit {
    case .tag(let tag, _): tagMarks[tag]?.changed
    case .note(let note): noteMarks.first { $0.id == note.id }?.changed
    case .removeNote(let id): noteMarks.first { $0.id == id }?.changed
    case .state, .depth, .star, .rank, .seenVersion, .project, .takeIn, .takeOut: nil
    }
  }

  private func later(than stored: Timestamp?, _ time: Timestamp) -> Timestamp {
    guard let stored, stored > time else { return min(time, .latest) }
    return stored < .latest ? Timestamp(milliseconds: stored.milliseconds + 1) : .latest
  }
}

extension Timestamp {
  /// Before every time that a record can hold.
  package static let distantPast = Timestamp(milliseconds: .min)
}
