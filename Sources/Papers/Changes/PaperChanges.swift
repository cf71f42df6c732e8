/// What is other in one version of a paper than in another, TeX shown as Unicode.
package struct PaperChanges: Equatable, Sendable {
  /// A part of the metadata in which versions are compared.
  package enum Field: String, CaseIterable, Sendable {
    case title, authors, categories, comment, abstract
  }

  /// A field that changed.
  package struct Change: Equatable, Sendable {
    /// Which one.
    package var field: Field
    /// The field's old and new text in one.
    package var diff: WordDiff
  }

  /// The number of the older version.
  package var from: Int
  /// The number of the newer version.
  package var to: Int
  /// The fields that changed, in the order of ``Field``.
  package var changes: [Change]

  /// Compares two versions of one paper.
  ///
  /// Every paper has an abstract, authors and categories: where one version is without, nobody has
  /// told us of them, and they do not count as changed.
  package init(from old: PaperVersion, to new: PaperVersion) {
    from = old.number
    to = new.number
    changes = Field.allCases.compactMap { field in
      Self.diff(of: field, old, new).map { Change(field: field, diff: $0) }
    }
  }

  private static func diff(
    of field: Field, _ old: PaperVersion, _ new: PaperVersion
  ) -> WordDiff? {
    let diff: WordDiff
    switch field {
    case .title: diff = WordDiff(from: old.title.texAsUnicode, to: new.title.texAsUnicode)
    case .comment:
      diff = WordDiff(
        from: old.comment?.texAsUnicode ?? "", to: new.comment?.texAsUnicode ?? "")
    case .abstract:
      guard !old.abstract.isEmpty, !new.abstract.isEmpty else { return nil }
      diff = WordDiff(from: old.abstract.texAsUnicode, to: new.abstract.texAsUnicode)
    case .authors:
      guard !old.authors.isEmpty, !new.authors.isEmpty else { return nil }
      diff = WordDiff(
        from: old.authors.map(\.name.texAsUnicode), to: new.authors.map(\.name.texAsUnicode),
        separator: ", ")
    case .categories:
      guard !old.categories.isEmpty, !new.categories.isEmpty else { return nil }
      diff = WordDiff(from: old.categories, to: new.categories, separator: " ")
    }
    return diff.isEmpty ? nil : diff
  }
}

extension Library {
  /// What changed in a paper since the version of ``comparedVersion(of:)``; nil when the text of
  /// that version is not held, or there is none.
  package func changes(of id: ArXivID) -> PaperChanges? {
    guard let paper = paper(id), let earlier = paper.earlier,
      earlier.number == comparedVersion(of: id)
    else { return nil }
    return PaperChanges(from: earlier, to: PaperVersion(of: paper))
  }
}
