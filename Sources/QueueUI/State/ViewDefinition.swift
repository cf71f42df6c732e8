package import Papers

/// A tab: the papers that a query finds, in an order.
package struct ViewDefinition: Equatable, Sendable {
  /// The name on the tab.
  package var name: String
  /// Which papers it shows.
  package var query: Query
  /// In which order, unless the user chooses another.
  package var order: SortOrder

  package init(name: String, query: Query, order: SortOrder = .newest) {
    self.name = name
    self.query = query
    self.order = order
  }
}
