package import Papers

/// What paperq remembers of its last run.
package struct Session: Equatable, Sendable {
  /// The name of the view that was shown.
  package var view: String?
  /// The paper on which its cursor was.
  package var paper: ArXivID?
  /// Lines of the command line, the oldest first.
  package var commands: [String]
  /// Notes that were begun and not saved, by the papers that they are for.
  package var drafts: [[ArXivID]: String]
  /// How list and preview share the screen.
  package var split: PreviewSplit
  /// Unread papers that were left for later in triage.
  package var skipped: [ArXivID]

  package init(
    view: String? = nil, paper: ArXivID? = nil, commands: [String] = [],
    drafts: [[ArXivID]: String] = [:],
    split: PreviewSplit = .standard, skipped: [ArXivID] = []
  ) {
    self.view = view
    self.paper = paper
    self.commands = commands
    self.drafts = drafts
    self.split = split
    self.skipped = skipped
  }
}
