import Papers

/// A change that the user asked for, before it is known what it sets.
///
/// What `toggle-read` sets depends on the record, so an intent waits until every earlier change is
/// on disk. Its papers are settled when the key is pressed.
struct Intent: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    case toggleRead, toggleQueued, toggleReading, toggleDismissed, toggleStar
    case markRead
    /// What was decided in triage; set, and never toggled.
    case verdict(Triage.Verdict)
    case setDepth(ReadingDepth)
    /// Up for negative, down for positive numbers of places.
    case moveInQueue(Int)
    case moveToQueueEnd(isTop: Bool)
    case addNote(String)
    case changeTags(adding: [String], removing: [String])
    /// Edits made in the user's editor.
    case edit([LibraryChange.Step])
    case sawVersion
  }

  var kind: Kind
  var ids: [ArXivID]
}

/// Something that is asked of the library; what is asked while another thing is being saved waits.
enum Request: Equatable, Sendable {
  case change(Intent)
  case undo, redo
}
