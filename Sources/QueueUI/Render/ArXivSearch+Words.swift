import Papers

extension ArXivSearch {
  /// What to say in place of papers.
  var emptyText: String? {
    if let failure { return failure }
    if isAsking || total == nil { return "asking arXiv" }
    return total == 0 ? "arXiv finds no paper for '\(query)'. S asks for something else." : nil
  }

  /// How far it is, for the status line.
  var statusText: String {
    guard let total else { return "asking arXiv" }
    let found = total == 1 ? "arXiv finds 1 paper" : "arXiv finds \(total) papers"
    if isAsking { return found + ", asking for more" }
    return next == nil || count >= total ? found : found + ", \(count) are here"
  }
}
