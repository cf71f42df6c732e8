package import Papers

extension ArXivID {
  /// An identifier that the test knows to be one.
  package init(literal text: String) {
    guard let id = ArXivID(text) else { preconditionFailure("'\(text)' is no identifier") }
    self = id
  }
}

extension Timestamp {
  /// A time that the test knows to be one.
  package init(literal text: String) {
    guard let time = Timestamp(text) else { preconditionFailure("'\(text)' is no time") }
    self = time
  }
}
