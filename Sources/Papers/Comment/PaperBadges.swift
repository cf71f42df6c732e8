/// What comment, journal reference and DOI say of a paper at a glance, read without the network.
///
/// Nothing here is certain: authors write comments as they like. What could be read in two ways
/// gives no badge.
package struct PaperBadges: Equatable, Sendable {
  /// Where it was accepted, as the comment says.
  package var venue: Venue?
  /// Where it came out, as the journal reference or else the DOI says; nil when that is `venue`.
  package var published: Venue?
  /// The publisher, when nothing but a DOI tells that it came out; empty when it is not known.
  package var publisher: String?
  /// As it is written: `12`, `8+4`.
  package var pages: String?
  package var figures: Int?
  /// Whether abstract or comment lead to such things.
  package var hasCode = false
  package var hasModel = false
  package var hasProject = false

  /// Reads the badges of a paper, with the links of its abstract and comment.
  package init(_ paper: Paper) {
    self.init(comment: paper.comment, journalRef: paper.journalRef, dois: paper.dois)
    let links =
      PaperLinks.all(in: paper.abstract) + PaperLinks.all(in: paper.comment ?? "")
    hasCode = links.contains { $0.kind == .code }
    hasModel = links.contains { $0.kind == .model }
    hasProject = links.contains { $0.kind == .project }
  }

  /// Reads what is not a link.
  package init(comment: String?, journalRef: String? = nil, dois: [String] = []) {
    if let comment {
      let reader = VenueReader(comment)
      // A withdrawn paper may have been accepted; that is not what counts of it.
      if !Withdrawal.isAnnounced(comment: comment, abstract: "") { venue = reader.venue }
      let counts = PageCounts(reader.words)
      (pages, figures) = (counts.pages, counts.figures)
    }
    published =
      journalRef.flatMap(JournalReference.venue) ?? dois.lazy.compactMap(Self.venue(ofDOI:)).first
    if let published, let venue {
      if venue.name == published.name, venue.kind == published.kind {
        self.venue?.year = venue.year ?? published.year
        self.published = nil
      } else if !Venue.names.contains(venue.name) {
        // `accepted by ApJ` adds nothing to `The Astrophysical Journal 1001 (2026) 152`.
        self.venue = nil
      }
    }
    if venue == nil, published == nil {
      publisher = dois.lazy.compactMap { DOI($0) }.compactMap(Self.publisher).first
    }
  }

  /// Reads no more than the venue, for a row of a list.
  package static func shortVenue(of paper: Paper) -> String? {
    guard paper.comment != nil || paper.journalRef != nil else { return nil }
    let badges = PaperBadges(comment: paper.comment, journalRef: paper.journalRef)
    return (badges.venue ?? badges.published)?.shortLabel
  }

  /// In a few words each, the most telling first: `ICML 2024 oral`, `12 pages`, `code`.
  package var labels: [String] {
    var labels: [String] = []
    if let venue { labels.append(venue.label) }
    if let published { labels.append("published in \(published.label)") }
    if let publisher {
      labels.append(publisher.isEmpty ? "published" : "published by \(publisher)")
    }
    if let pages { labels.append(pages == "1" ? "1 page" : "\(pages) pages") }
    if let figures { labels.append(figures == 1 ? "1 figure" : "\(figures) figures") }
    if hasCode { labels.append("code") }
    if hasModel { labels.append("model") }
    if hasProject { labels.append("project page") }
    return labels
  }

  // MARK: - DOIs

  /// A venue that a DOI names: `10.1109/CVPR52688.2022.01042`, `10.18653/v1/2020.acl-main.447`.
  private static func venue(ofDOI text: String) -> Venue? {
    guard let doi = DOI(text) else { return nil }
    let words = CommentWords(String(doi.suffix).replacing("_", with: " "))
    for index in 0..<words.count {
      guard
        let spelling = Venue.spellings[words[index].lower]?.first(where: { $0.words.count == 1 }),
        let name = spelling.name, words[index].text.utf8.count >= 3
      else { continue }
      let years = (0..<words.count).compactMap { place in
        words[place].text.utf8.count == 4 ? words[place].number : nil
      }
      let isFindings = words.words.contains { $0.lower == "findings" }
      return Venue(
        name, years.first { (1990...2099).contains($0) }, kind: isFindings ? .findings : .main)
    }
    return nil
  }

  /// Nil for archives, where anybody puts anything.
  private static func publisher(_ doi: DOI) -> String? {
    ["10.48550", "10.5281", "10.6084", "10.31219", "10.2139", "10.36227"]
      .contains(String(doi.prefix)) ? nil : publishers[String(doi.prefix)] ?? ""
  }

  private static let publishers = [
    "10.1002": "Wiley", "10.1007": "Springer", "10.1016": "Elsevier", "10.1017": "Cambridge",
    "10.1021": "ACS", "10.1038": "Nature", "10.1051": "EDP Sciences", "10.1063": "AIP",
    "10.1073": "PNAS", "10.1080": "Taylor & Francis", "10.1088": "IOP", "10.1090": "AMS",
    "10.1093": "Oxford", "10.1103": "APS", "10.1109": "IEEE", "10.1111": "Wiley",
    "10.1126": "Science",
    "10.1137": "SIAM", "10.1145": "ACM", "10.1162": "MIT Press", "10.1177": "SAGE",
    "10.1371": "PLOS", "10.3390": "MDPI", "10.3847": "AAS", "10.18653": "ACL", "10.4204": "EPTCS",
  ]
}

extension Venue {
  /// The short names of the table.
  fileprivate static let names = Set(spellings.values.joined().compactMap(\.name))
}
