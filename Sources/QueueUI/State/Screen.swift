import Papers

/// A screen on top of the list: a text that is scrolled by lines.
///
/// Its lines are made by ``QueueState/lines(of:)`` of the library, the keys and the width of the
/// terminal as they are, so that they cannot fall behind these.
struct Screen: Equatable, Sendable {
  /// What it is about.
  enum Subject: Equatable, Sendable {
    /// A paper's page.
    case paper(ArXivID)
    /// What changed between versions of a paper; with why the older version could not be fetched,
    /// if it was not held.
    case changes(ArXivID, failure: String? = nil)
    /// The keys of a screen.
    case help(KeyContext)
    /// Where papers come from; nil until it was read.
    case sources([SourceReport]?)
    /// What a command printed.
    case output(CommandOutput)
    /// The paper of ``QueueState/triage``.
    case triage
    /// What was said in the status line.
    case messages
  }

  var subject: Subject
  /// The first line that is seen, from 0.
  var scroll = 0
  /// The line in which what was looked for last was found; nil once it is scrolled from there.
  var found: Int?
  /// Only what has this text is shown; empty for everything.
  var filter = ""

  /// Which keys it has.
  var context: KeyContext {
    switch subject {
    case .paper, .changes: .page
    case .help: .help
    case .output: .output
    case .sources: .sources
    case .triage: .triage
    case .messages: .messages
    }
  }

  /// Whether it is about what changed between versions.
  var isOfChanges: Bool {
    if case .changes = subject { true } else { false }
  }

  /// The paper that it names; nil where it names none.
  var paper: ArXivID? {
    switch subject {
    case .paper(let id), .changes(let id, _): id
    case .help, .sources, .output, .triage, .messages: nil
    }
  }

  static func paper(_ id: ArXivID) -> Screen { Screen(subject: .paper(id)) }

  static var messages: Screen { Screen(subject: .messages) }

  static func help(_ context: KeyContext) -> Screen { Screen(subject: .help(context)) }

  /// Shows only what has a text, from the top.
  mutating func narrow(to text: String) {
    guard text != filter else { return }
    filter = text
    scroll = 0
  }
}
