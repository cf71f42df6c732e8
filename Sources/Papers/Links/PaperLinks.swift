/// Every link that a paper and its notes hold, numbered for the user by their order.
package enum PaperLinks {
  /// More are not listed: two digits reach every one.
  static let most = 99

  /// The publisher's pages, then what abstract, comment and notes name, in order of appearance and
  /// each once. The paper itself is not among them.
  package static func all(
    of paper: Paper, notes: [Note] = [], site: ArXivSite = .standard
  ) -> [PaperLink] {
    var links = paper.dois.compactMap { doi in
      DOI(doi).map { PaperLink(kind: .doi, address: $0.address) }
    }
    links += self.all(in: paper.abstract, site: site)
    links += self.all(in: paper.comment ?? "", site: site)
    for note in notes {
      links += self.all(in: note.quote ?? "", site: site)
      links += self.all(in: note.text, isNote: true, site: site)
    }
    var seen: Set<String> = ["arxiv:\(paper.id)"]
    return Array(links.filter { seen.insert($0.key).inserted }.prefix(most))
  }

  /// The links of a text in order, some perhaps twice.
  ///
  /// In a note an identifier in brackets is a link; elsewhere it needs its version, for `[2401.01234]`
  /// may be a number.
  package static func all(
    in text: String, isNote: Bool = false, site: ArXivSite = .standard
  ) -> [PaperLink] {
    guard text.utf8.count >= 6 else { return [] }
    var scanner = LinkScanner(text, isNote: isNote, site: site)
    return scanner.links()
  }
}
