/// Why something that is under way does not come on.
package struct ProgressWait: Equatable, Sendable {
  /// `trying again in`; behind it goes the time, where it is known.
  package var words: String
  /// How long it takes from now on; nil while nobody knows.
  package var milliseconds: Int64?
  /// What went wrong, where something did.
  package var reason: String?

  package init(_ words: String, milliseconds: Int64? = nil, reason: String? = nil) {
    self.words = words
    self.milliseconds = milliseconds
    self.reason = reason
  }
}
