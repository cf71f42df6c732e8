/// Where papers come from, as the configuration names it.
package struct Source: Equatable, Sendable {
  /// How arXiv is asked.
  package enum Kind: Equatable, Sendable {
    /// arXiv's search API: papers submitted in the last `windowDays`, the newest `limit` of them.
    case query(Query, windowDays: Int, limit: Int)
    /// The daily announcement feeds of these categories or archives: what they announce as one of
    /// these types.
    case daily([String], types: Set<AnnouncementType> = Set(AnnouncementType.allCases))
    /// These papers.
    case ids([ArXivID])
  }

  /// Unique in the configuration; papers carry it.
  package var name: String
  /// How arXiv is asked, and for what.
  package var kind: Kind
  /// Whether the user wants to be told of each new paper.
  package var isAlert: Bool

  package init(name: String, kind: Kind, isAlert: Bool = false) {
    self.name = name
    self.kind = kind
    self.isAlert = isAlert
  }
}

extension Source {
  /// What its ledger is about; another subject makes what the ledger says worthless.
  package var subject: String {
    switch kind {
    case .query(let query, _, _): return query.description
    case .daily(let categories, let types):
      let isAll = types.count == AnnouncementType.allCases.count
      let names = isAll ? [] : types.sorted().map(\.rawValue)
      return (["daily"] + categories + names).joined(separator: " ")
    case .ids: return "ids"
    }
  }

  /// All that decides what arXiv is asked for: the same request need not be sent twice a day.
  package var request: String {
    switch kind {
    case .query(_, let days, let limit): "\(subject), \(days)d, \(limit)"
    case .daily: subject
    case .ids(let ids): ids.map(\.description).joined(separator: " ")
    }
  }
}
