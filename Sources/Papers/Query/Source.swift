/// Where papers come from, as the configuration names it.
package struct Source: Equatable, Sendable {
  /// How arXiv is asked.
  package enum Kind: Equatable, Sendable {
    /// arXiv's search API: papers submitted in the last `windowDays`, the newest `limit` of them.
    case query(Query, windowDays: Int, limit: Int)
    /// The daily announcement feeds of these categories or archives.
    case daily([String])
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
