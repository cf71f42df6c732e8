import Papers
import QueueUI

extension ViewDefinition {
  /// A view whose query the test knows to be one.
  init(_ name: String, _ query: String, order: SortOrder = .newest) {
    guard let query = try? Query(parsing: query) else {
      preconditionFailure("'\(query)' is no query")
    }
    self.init(name: name, query: query, order: order)
  }
}
