import Papers

extension QueueState {
  /// What the status line says until a key is pressed, or, of an error, until it is dismissed.
  struct Message: Equatable, Sendable {
    enum Kind: Equatable, Sendable {
      case hint
      /// It is worth reading again, and so goes to the history.
      case news
      /// So it does too, and to the log.
      case error
      /// It offers to go on with the draft of a note on these papers.
      case draftOffer([ArXivID])
    }

    var text: String
    var kind: Kind

    init(_ text: String, _ kind: Kind = .hint) {
      self.text = text
      self.kind = kind
    }

    var isError: Bool { kind == .error }

    /// The papers whose draft it offers to go on with.
    var draft: [ArXivID]? {
      if case .draftOffer(let ids) = kind { ids } else { nil }
    }
  }
}
