/// Why a text is not a query, or not one that arXiv can answer, and where.
package struct QueryError: Error, Equatable, Sendable {
  /// What is wrong and what to do, on one line, without the column.
  package var message: String
  /// The character at fault, counted from 1.
  package var column: Int

  /// `message` may quote the query, which may hold anything.
  package init(_ message: String, column: Int) {
    self.message = message.onOneLine
    self.column = column
  }
}
