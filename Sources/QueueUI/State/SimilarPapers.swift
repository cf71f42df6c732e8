import Papers
import TerminalGrid

/// The papers of the library that are like one, shown as a list of their own beside the views.
struct SimilarPapers: Equatable, Sendable {
  /// The paper that they are like.
  let id: ArXivID
  let title: String
  /// The tab from which they were asked for.
  let origin: Tab
  /// What lay on the list when they were asked for: a page, or triage with what it is about.
  let screens: [Screen]
  let triage: Triage?
  /// The nearest first; nil until they are known.
  var ids: [ArXivID]?

  /// A tab of its own. Its papers are those that were found; the query finds all.
  var view: ViewDefinition {
    ViewDefinition(name: "~ \(title.truncated(toColumns: 22))", query: .everything)
  }

  /// What to say in place of papers.
  var emptyText: String {
    ids == nil
      ? "looking for papers like '\(title)'" : "No paper of the library is like '\(title)'."
  }

  /// What the list shows, for the status line.
  var statusText: String {
    guard let count = ids?.count else { return "looking for papers like '\(title)'" }
    return "\(count.papers) like '\(title)'"
  }
}
