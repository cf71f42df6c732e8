/// Why a text cannot be used as a template.
package struct TemplateError: Error, Equatable, Sendable {
  /// From 1; nil when it is not about a line.
  package let line: Int?
  /// What is wrong, on one line.
  package let problem: String

  init(line: Int? = nil, _ problem: String) {
    self.line = line
    self.problem = problem.cleanedLine
  }

  /// The sentence for the user; `file` is how it names the template.
  package func message(file: String) -> String {
    let place = line.map { ", line \($0)" } ?? ""
    return "cannot use the template '\(file.cleanedLine)'\(place): \(problem)"
  }
}
