/// One thing that was found when a library was looked at.
package struct LibraryFinding: Equatable, Sendable {
  /// How it is to be taken.
  package enum Verdict: String, Sendable {
    /// It is as it should be.
    case ok
    /// It is worth knowing, and does no harm.
    case note
    /// Something is lost, hidden, or cannot be saved.
    case problem
  }

  /// How it is to be taken.
  package var verdict: Verdict
  /// What it is about: a file by its place in the library, or a subject such as `lock`.
  package var subject: String
  /// What was found, and what to do, on one line.
  package var message: String

  package init(_ verdict: Verdict, _ subject: String, _ message: String) {
    self.verdict = verdict
    self.subject = subject
    self.message = message
  }
}
