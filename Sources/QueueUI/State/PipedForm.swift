/// The form in which papers are given to a command.
package enum PipedForm: Equatable, Sendable {
  /// A JSON object a line, as `paperq show --json` prints it.
  case paper
  /// Notes as Markdown.
  case notes

  /// What stands before the command line in the prompt.
  func label(count: Int) -> String {
    let papers = count > 1 ? "\(count) papers " : ""
    return switch self {
    case .paper: papers + "| "
    case .notes: (count > 1 ? "notes of " + papers : "notes ") + "| "
    }
  }
}
