extension Paper {
  /// The source that papers name which a file described, or only an identifier: `source:import`.
  package static let placeholderSource = "import"

  /// Whether it is as a file described it, and not as arXiv does, which has yet to complete it: its
  /// dates are the end of its identifier's month. One that arXiv completed is none any more, though the
  /// day of its newest version may be known from an announcement alone.
  package var isPlaceholder: Bool {
    hasApproximateDates && published == updated && sources.contains(Self.placeholderSource)
  }

  /// Whether nothing is known of it but that somebody mentioned its identifier.
  package var isIdentifierAlone: Bool {
    isPlaceholder && title == id.placeholderTitle && abstract.isEmpty && authors.isEmpty
  }

  /// The version; nil where a file did not name one, and 1 only stands for it.
  package var knownVersion: Int? { isPlaceholder && version == 1 ? nil : version }

  /// When the first version was submitted; nil where that is made up of the identifier's month.
  package var knownPublished: Timestamp? { isPlaceholder ? nil : published }

  /// When this version was submitted; nil where that is made up of the identifier's month.
  package var knownUpdated: Timestamp? { isPlaceholder ? nil : updated }
}

extension ArXivID {
  /// What stands for the title of a paper until it is known.
  package var placeholderTitle: String { "arXiv:\(self)" }
}
