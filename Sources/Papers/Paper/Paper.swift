package import JSONText

/// What arXiv says about a paper; it can be fetched again.
///
/// Texts are kept as arXiv wrote them, TeX included, with white space collapsed.
package struct Paper: Equatable, Sendable {
  /// Someone who wrote the paper.
  package struct Author: Hashable, Sendable {
    /// As arXiv writes it, TeX included.
    package var name: String
    /// In the order of the feed; seldom given.
    package var affiliations: [String]

    package init(_ name: String, affiliations: [String] = []) {
      self.name = name
      self.affiliations = affiliations
    }
  }

  /// A place in the bundled starter list, and our line on why to read the paper.
  package struct StarterEntry: Hashable, Sendable {
    /// Counted from 1, in reading order.
    package var position: Int
    /// Our line on why to read the paper.
    package var why: String

    package init(position: Int, why: String) {
      self.position = position
      self.why = why
    }
  }

  /// The paper, whatever its version.
  package var id: ArXivID
  /// The version that the other fields describe, from 1.
  package var version: Int
  /// On one line; a paper may be titled `0`.
  package var title: String
  /// Empty while nothing but the starter list has named the paper. Paragraphs are separated by a
  /// newline.
  package var abstract: String
  /// In the order of the paper.
  package var authors: [Author]
  /// arXiv's categories, the primary one first, e.g. `cs.LG`.
  package var categories: [String]
  /// One of `categories`; empty when the feed names none.
  package var primaryCategory: String
  /// Submission of version 1.
  package var published: Timestamp
  /// Submission of this version.
  package var updated: Timestamp
  /// Whether `published` and `updated` are only no earlier than the submissions, being the day of
  /// an announcement, which follows them. They give way to better ones.
  package var hasApproximateDates = false
  /// The authors' remark: pages, venue, links, or that the paper is withdrawn.
  package var comment: String?
  /// Where it was published, as the authors wrote it.
  package var journalRef: String?
  /// The publisher's DOIs, never arXiv's own.
  package var dois: [String]
  /// Names of the sources that brought the paper, sorted.
  package var sources: [String]
  /// When the paper came into this library.
  package var added: Timestamp
  /// Set for papers of the bundled list.
  package var starter: StarterEntry?
  /// The version that the user had seen when a newer one came. Kept when they open the newer one,
  /// until one comes that is newer still; nil for papers that the user does not know.
  package var earlier: PaperVersion?
  /// Members of the stored record that this version of paperq does not know.
  package var unknown: JSONObject

  package init(
    id: ArXivID, version: Int = 1, title: String, abstract: String = "", authors: [Author] = [],
    categories: [String] = [], primaryCategory: String = "", published: Timestamp,
    updated: Timestamp? = nil, comment: String? = nil, journalRef: String? = nil,
    dois: [String] = [], sources: [String] = [], added: Timestamp? = nil,
    starter: StarterEntry? = nil, unknown: JSONObject = [:]
  ) {
    self.id = id
    self.version = version
    self.title = title
    self.abstract = abstract
    self.authors = authors
    self.categories = categories
    self.primaryCategory = primaryCategory.isEmpty ? categories.first ?? "" : primaryCategory
    self.published = published
    self.updated = updated ?? published
    self.comment = comment
    self.journalRef = journalRef
    self.dois = dois
    self.sources = sources
    self.added = added ?? published
    self.starter = starter
    self.unknown = unknown
  }

  /// The paper with its version, as arXiv prints it.
  package var reference: ArXivReference { ArXivReference(id: id, version: version) }

  /// This paper after a feed brought `incoming`, which describes the same paper.
  ///
  /// A newer or the same version replaces what arXiv says; an older one adds nothing but its
  /// source. What only we know (when it came, the starter entry, unknown members) stays, and a
  /// text that a source does not carry (daily feeds have no comment) is not erased by its absence
  /// unless the version is newer; what every paper has (authors, abstract, categories) never is.
  /// Approximate dates replace no better ones.
  /// Merging twice is merging once.
  package func merged(with incoming: Paper) -> Paper {
    precondition(incoming.id == id, "only descriptions of one paper are merged")
    var result = incoming.version >= version ? incoming : self
    if incoming.version >= version {
      if incoming.abstract.isEmpty { result.abstract = abstract }
      if incoming.authors.isEmpty { result.authors = authors }
      if incoming.categories.isEmpty {
        result.categories = categories
        result.primaryCategory = primaryCategory
      }
    }
    if incoming.version == version {
      result.comment = incoming.comment ?? comment
      result.journalRef = incoming.journalRef ?? journalRef
      if incoming.dois.isEmpty { result.dois = dois }
    }
    (result.published, result.updated, result.hasApproximateDates) = mergedDates(with: incoming)
    result.sources = Array(Set(sources).union(incoming.sources)).sorted()
    result.added = min(added, incoming.added)
    result.starter = incoming.starter ?? starter
    // Of two copies of a record, the one whose user has seen more.
    result.earlier = [earlier, incoming.earlier].compactMap(\.self)
      .filter { $0.number < result.version }.max { $0.number < $1.number }
    result.unknown = unknown
    for member in incoming.unknown.members { result.unknown[member.key] = member.value }
    return result
  }

  /// The best that two descriptions know of the dates. Approximate ones are never too early, so the
  /// earlier of two is the better. All versions share the first one's submission.
  private func mergedDates(
    with incoming: Paper
  ) -> (published: Timestamp, updated: Timestamp, areApproximate: Bool) {
    let latest = incoming.version >= version ? incoming : self
    let published =
      switch (hasApproximateDates, incoming.hasApproximateDates) {
      case (false, false): latest.published
      case (true, false): incoming.published
      case (false, true): published
      case (true, true): min(published, incoming.published)
      }
    guard version == incoming.version else {
      return (published, latest.updated, latest.hasApproximateDates)
    }
    let updated =
      switch (hasApproximateDates, incoming.hasApproximateDates) {
      case (_, false): incoming.updated
      case (false, true): updated
      case (true, true): min(updated, incoming.updated)
      }
    return (published, updated, hasApproximateDates && incoming.hasApproximateDates)
  }
}
