extension Query {
  /// The names that may stand before a colon.
  package enum Field: String, CaseIterable, Sendable {
    case ti, au, abs, co, jr, cat, id, all
    case `is`, tag, note, source, project, depth, since, before, added, year

    /// What it looks at, in a few words for help and completion.
    package var help: String {
      switch self {
      case .ti: "title"
      case .au: "author: hill, hill_f, \"Felix Hill\", \"Hill, Felix\""
      case .abs: "abstract"
      case .co: "comment"
      case .jr: "journal reference"
      case .cat: "category: cs.LG, cs.*"
      case .id: "arXiv id, in any spelling"
      case .all: "all that arXiv says"
      case .is: Status.allCases.map(\.rawValue).joined(separator: " ")
      case .tag: "tag, whole; * for any"
      case .note: "text of your notes"
      case .source: "source that brought it"
      case .project: "project"
      case .depth: "how well understood: 0 to 3, 2.., 1..2"
      case .since: "submitted since: 2026-11-22, 2026-11, 2026, 7d 2w 3m 1y"
      case .before: "submitted before: as since"
      case .added: "came into the library since: as since"
      case .year: "submitted in: 2024, 2020..2024, 2020.."
      }
    }

    /// Whether arXiv's search knows it; the others are about the library.
    fileprivate var isAtArXiv: Bool {
      switch self {
      case .ti, .au, .abs, .co, .jr, .cat, .id, .all, .since, .before, .year: true
      case .is, .tag, .note, .source, .project, .depth, .added: false
      }
    }

    /// What people write for it elsewhere.
    private var synonyms: [String] {
      switch self {
      case .ti: ["title", "titel", "t"]
      case .au: ["author", "authors", "a", "by", "from"]
      case .abs: ["abstract", "summary", "ab"]
      case .co: ["comment", "comments"]
      case .jr: ["journal", "journalref", "ref"]
      case .cat: ["category", "categories", "c", "subject", "primary"]
      case .id: ["arxiv", "idlist"]
      case .all: ["any", "text"]
      case .is: ["state", "status"]
      case .tag: ["tags", "label", "keyword"]
      case .note: ["notes"]
      case .source: ["sources", "feed"]
      case .project: ["projects"]
      case .depth: []
      case .since: ["after", "submitted", "date", "published", "submitteddate"]
      case .before: ["until", "to"]
      case .added: ["fetched"]
      case .year: ["years"]
      }
    }

    /// The field that someone who wrote `name` most likely meant.
    static func nearest(to name: String) -> Field? {
      let name = name.lowercased()
      if let field = allCases.first(where: { $0.synonyms.contains(name) }) { return field }
      return name.nearest(in: allCases.map(\.rawValue)).flatMap(Field.init)
    }
  }

  /// The names of the fields, for completion: those of arXiv first.
  package static let completionFields = Field.allCases.map(\.rawValue)

  /// The names of the fields that arXiv's search can be asked for.
  package static let arXivFields = Field.allCases.filter(\.isAtArXiv).map(\.rawValue)
}
