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
      return nearestSpelling(to: name, among: allCases.map(\.rawValue)).flatMap(Field.init)
    }
  }

  /// The names of the fields, for completion: those of arXiv first.
  package static let completionFields = Field.allCases.map(\.rawValue)

  /// The one of `names` that differs from `text` by the fewest letters, if those are few.
  static func nearestSpelling(to text: String, among names: [String]) -> String? {
    let text = Array(text.utf8.prefix(40))
    let ranked = names.map { (name: $0, distance: distance(text, Array($0.utf8))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, min(text.count, best.name.utf8.count) / 2)
    else { return nil }
    return best.name
  }

  /// Letters to insert, drop, replace or swap with the next to get from one to the other.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var rows = [Array(0...right.count)]
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(rows[i][j] + (a == b ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows[left.count][right.count]
  }
}
