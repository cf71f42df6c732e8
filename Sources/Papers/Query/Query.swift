/// A question about papers, in the one language of the filter, views, commands and arXiv's search
/// (SPEC.md 4): `cat:cs.LG au:hill (ti:"world model" OR abs:planning) -tag:skip is:unread since:7d`.
package struct Query: Equatable, Sendable, CustomStringConvertible {
  package let description: String

  /// Every paper that is not dismissed.
  package static let everything = Query(description: "")

  private init(description: String) {
    self.description = description
  }

  /// Reads a query; an empty text means every paper.
  package init(parsing text: String) throws(QueryError) {
    description = text
  }

  /// The query in arXiv's grammar, fully parenthesised (ARXIV.md 2.1); throws when it uses a field
  /// that only the library has.
  package func searchQuery() throws(QueryError) -> String {
    description
  }
}

/// Why a text is not a query, and where.
package struct QueryError: Error, Equatable, Sendable {
  package var message: String
  /// The character at fault, counted from 1.
  package var column: Int

  package init(_ message: String, column: Int) {
    self.message = message
    self.column = column
  }
}
