import Papers

/// The lines of a paper's page as they were last laid out, for a page of thousands of authors takes a
/// moment and is asked for several times a key.
struct LaidOutPage: Sendable {
  /// All that the lines depend on, besides the options.
  struct Key: Equatable, Sendable {
    var id: ArXivID
    var columns: Int
    /// Counts the changes of the library and of what arXiv found.
    var revision: Int
  }

  var key: Key
  var lines: [StyledLine]
}
