package import Papers

extension GeneratedPapers {
  /// What a paper was in a version before its latest: it had no comment, each version since has added
  /// a sentence to the abstract, and the first one claimed less.
  package static func version(_ version: Int, of paper: Paper) -> Paper {
    guard version < paper.version else { return paper }
    var older = paper
    let sentences = paper.abstract.split(separator: ". ")
    let count = max(1, sentences.count - (paper.version - version))
    older.abstract = sentences.prefix(count).joined(separator: ". ")
    if count < sentences.count { older.abstract += "." }
    older.comment = nil
    older.version = version
    if version == 1 {
      older.updated = paper.published
      for (claim, before) in GeneratedWords.firstClaims {
        older.abstract = older.abstract.replacing(claim, with: before)
      }
    }
    return older
  }
}
