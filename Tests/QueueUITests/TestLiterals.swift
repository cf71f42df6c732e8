import Papers
import QueueUI

extension ArXivID {
  /// An identifier that the test knows to be one.
  init(literal text: String) {
    guard let id = ArXivID(text) else { preconditionFailure("'\(text)' is no identifier") }
    self = id
  }
}

extension Timestamp {
  /// A time that the test knows to be one.
  init(literal text: String) {
    guard let time = Timestamp(text) else { preconditionFailure("'\(text)' is no time") }
    self = time
  }
}

extension ViewDefinition {
  /// A view whose query the test knows to be one.
  init(_ name: String, _ query: String, order: SortOrder = .newest) {
    guard let query = try? Query(parsing: query) else {
      preconditionFailure("'\(query)' is no query")
    }
    self.init(name: name, query: query, order: order)
  }
}
