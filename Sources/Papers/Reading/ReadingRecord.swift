package import JSONText

/// What the user did with a paper. It is precious: nothing can fetch it again.
///
/// Every field carries the time of its last change, so that two copies of a record, written by two
/// programs or on two machines, merge field by field. A removed tag or note leaves a tombstone with
/// its time, or it would come back from the other copy.
package struct ReadingRecord: Equatable, Sendable {
  /// The fields whose change times are kept in `changed`. Tags and notes carry their own.
  package enum Field: String, CaseIterable, Sendable {
    case state, depth, star, rank, seenVersion, project, takenOut
  }

  /// A tag that was set or removed at a time.
  package struct TagMark: Equatable, Sendable {
    /// False for the tombstone of a removed tag.
    package var isPresent: Bool
    /// When the tag was set or removed.
    package var changed: Timestamp

    package init(isPresent: Bool, changed: Timestamp) {
      self.isPresent = isPresent
      self.changed = changed
    }
  }

  /// A note, or where one was.
  package enum NoteMark: Equatable, Sendable {
    case present(Note)
    case removed(id: String, at: Timestamp)

    /// The note's id, which its tombstone keeps.
    package var id: String {
      switch self {
      case .present(let note): note.id
      case .removed(let id, _): id
      }
    }

    /// When the note was last edited or removed.
    package var changed: Timestamp {
      switch self {
      case .present(let note): note.edited
      case .removed(_, let time): time
      }
    }
  }

  /// Where the paper stands.
  package var state: ReadingState = .unread
  /// How well it was understood.
  package var depth: ReadingDepth = .notYet
  /// Whether it is starred.
  package var star = false
  /// The position in the queue; nil when it has none.
  package var rank: QueueRank?
  /// By name, tombstones included; see `tags`.
  package var tagMarks: [String: TagMark] = [:]
  /// In the order of their creation, tombstones included.
  package var noteMarks: [NoteMark] = []
  /// The newest version that the user has opened.
  package var seenVersion: Int?
  /// What the reading is for.
  package var project: String?
  /// Set when the action that took the paper in, an import or a search, was taken back: the sources
  /// that the paper names then, sorted. See ``Library/isTakenOut(_:)``.
  package var takenOut: [String]?
  /// When each field was last set; a field that never was is absent.
  package var changed: [Field: Timestamp] = [:]
  /// Members of the stored record that this version of paperq does not know.
  package var unknown: JSONObject = [:]

  package init() {}

  /// The tags that are set, sorted.
  package var tags: [String] {
    tagMarks.filter(\.value.isPresent).keys.sorted()
  }

  /// The notes that are there, the oldest first.
  package var notes: [Note] {
    noteMarks.compactMap { mark in
      if case .present(let note) = mark { note } else { nil }
    }
  }
}
