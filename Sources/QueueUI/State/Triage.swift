import Papers

/// Going through the unread papers of a view one by one: a paper a screen, a key a verdict.
///
/// What was decided is in the library; here is only which papers it is about, and how far it came.
struct Triage: Equatable, Sendable {
  /// What can be decided about a paper. Leaving it for later is no verdict: it stays unread.
  enum Verdict: Equatable, Sendable {
    case dismiss, want, read
    /// It is starred, and wanted too: what is starred unread is to be read.
    case star

    /// The verdict that an action means here; nil for other actions.
    init?(_ action: Action) {
      switch action {
      case .toggleDismissed: self = .dismiss
      case .toggleQueued: self = .want
      case .toggleRead: self = .read
      case .toggleStar: self = .star
      default: return nil
      }
    }
  }

  /// The line of the help for an action that means a verdict here; nil for other actions.
  static func help(for action: Action) -> String? {
    Verdict(action).map { verdict in
      switch verdict {
      case .dismiss: "dismiss it"
      case .want: "want to read it: into the queue"
      case .read: "it is read already"
      case .star: "star it, and want to read it"
      }
    }
  }

  /// What was done, for taking it back.
  enum Step: Equatable, Sendable {
    case skipped(ArXivID)
    /// A change of the library.
    case change
  }

  /// The name of the view.
  let view: String
  /// The papers, in the order of the view.
  let ids: [ArXivID]
  /// The paper that is shown, from 0; the number of papers at the end.
  private(set) var index: Int
  /// How many of the first papers the user has gone past.
  private(set) var reached: Int
  var trail: [Step] = []
  /// Whether the last thing asked for was to take back or to do again: only then its outcome decides
  /// which paper is shown.
  var followsUndo = false

  /// Begins after so many papers that were decided before.
  init(view: String, ids: [ArXivID], index: Int = 0) {
    self.view = view
    self.ids = ids
    self.index = index
    reached = index
  }

  /// The paper that is shown; nil at the end.
  var current: ArXivID? { ids.indices.contains(index) ? ids[index] : nil }

  /// The papers that the user has gone past.
  var passed: ArraySlice<ArXivID> { ids[..<reached] }

  /// Goes to the next paper; past those not seen yet that `isDone`, for someone else decided.
  mutating func advance(past isDone: (ArXivID) -> Bool) {
    guard index < ids.count else { return }
    index += 1
    while index > reached, index < ids.count, isDone(ids[index]) { index += 1 }
    reached = max(reached, index)
  }

  /// Goes to the paper before; false at the first one.
  mutating func goBack() -> Bool {
    guard index > 0 else { return false }
    index -= 1
    return true
  }

  /// Goes to a paper; false when it is not one of these.
  mutating func go(to id: ArXivID) -> Bool {
    // What was decided last is near.
    guard let found = ids[..<min(reached + 1, ids.count)].lastIndex(of: id) else { return false }
    index = found
    return true
  }
}
