package import Papers

/// A tab: the papers that a query finds, in an order.
package struct ViewDefinition: Equatable, Sendable {
  package var name: String
  package var query: Query
  package var order: SortOrder

  package init(name: String, query: Query, order: SortOrder = .newest) {
    self.name = name
    self.query = query
    self.order = order
  }
}
