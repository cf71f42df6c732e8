import Synchronization

/// What queries ask of every paper of a month, so that they need not look each one up in the reading
/// records: made when a query first asks, and kept until the month changes.
///
/// It belongs to one value of a shelf. Any thread may ask: one makes the marks while others that
/// want them wait.
final class ReadingMarks: Sendable {
  /// What the user did with a paper, in short.
  struct Mark: Sendable {
    var state = ReadingState.unread
    /// Whether there is a record, which may say more.
    var hasRecord = false
    /// Whether the record has tags or notes, or had some.
    var hasTexts = false
    /// Whether the library is without the paper; see ``Library/isTakenOut(_:)``.
    var isTakenOut = false
  }

  private let marks = Mutex<[Mark]?>(nil)

  /// The marks of the papers of `shelf`, which must be the one that they belong to, in the order of
  /// its entries.
  func marks(of shelf: Library.Shelf) -> [Mark] {
    marks.withLock { marks in
      if let marks { return marks }
      var made = Array(repeating: Mark(), count: shelf.papers.count)
      for (id, record) in shelf.reading {
        guard let index = shelf.papers.index(of: id) else { continue }
        made[index] = Mark(
          state: record.state, hasRecord: true,
          hasTexts: !record.tagMarks.isEmpty || !record.noteMarks.isEmpty,
          isTakenOut: shelf.isTakenOut(at: index, record))
      }
      marks = made
      return made
    }
  }
}
