import Papers

/// A view as it was left: all that the user made of it, for when it is shown again.
struct LeftView: Equatable, Sendable {
  var list = PaperList()
  /// The filter that narrowed it.
  var filter: Query?
  /// The order that was chosen instead of its own.
  var chosenOrder: SortOrder?
  var marks: Set<ArXivID> = []
  /// Where a range began that was not ended.
  var rangeStart: ArXivID?
}
