/// Where a paper was accepted, or came out.
package struct Venue: Hashable, Sendable {
  /// What part of a conference it was.
  package enum Kind: Hashable, Sendable {
    /// The conference or journal itself.
    case main
    /// The volume for papers beside the main one, as at ACL's conferences.
    case findings
    case workshop
  }

  /// How the conference set the paper apart.
  package enum Honour: String, CaseIterable, Sendable {
    case bestPaper = "best paper"
    case bestPaperFinalist = "best paper finalist"
    case oral, spotlight, highlight, poster
  }

  /// The short name by which practitioners know it, or the name as the authors wrote it.
  package var name: String
  package var year: Int?
  package var kind: Kind
  package var honour: Honour?

  package init(_ name: String, _ year: Int? = nil, kind: Kind = .main, honour: Honour? = nil) {
    self.name = name
    self.year = year
    self.kind = kind
    self.honour = honour
  }

  /// Name, year and kind without the honour: `NeurIPS 2023 workshop`.
  package var shortLabel: String {
    let year = year.map { " \($0)" } ?? ""
    return switch kind {
    case .main: name + year
    case .findings: "Findings of \(name)\(year)"
    case .workshop: name.contains("Workshop") ? name + year : "\(name)\(year) workshop"
    }
  }

  /// All in one: `ICML 2024 oral`.
  package var label: String { shortLabel + (honour.map { " \($0.rawValue)" } ?? "") }
}
