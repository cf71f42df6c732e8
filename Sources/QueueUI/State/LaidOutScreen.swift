import Papers

/// The lines of a screen as they were last laid out: they are asked for several times a key, and a
/// page of thousands of authors or a long output takes a moment.
struct LaidOutScreen: Sendable {
  /// All that the lines depend on, besides the options.
  struct Key: Equatable, Sendable {
    var subject: Screen.Subject
    /// What was typed to narrow the lines.
    var filter: String
    var columns: Int
    /// Counts the changes of the library and of what arXiv found.
    var revision: Int
    /// Which of the two a page shows.
    var isShowingSearch: Bool
    /// What was said, on the screen of messages, and the day that it tells the time of.
    var messages: MessageHistory?
    var day: Timestamp?
    /// How far it is, in triage, and what was left for later.
    var triage: Triage?
    var skipped: Set<ArXivID> = []
  }

  var key: Key
  var lines: [StyledLine]
}
