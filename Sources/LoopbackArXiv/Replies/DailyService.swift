import Papers

/// The daily announcement feeds (ARXIV.md 7): the papers of the last day on which there are any.
struct DailyService {
  let papers: [Paper]

  /// Why a paper is announced.
  enum Kind: String, CaseIterable {
    case new, cross, replace, replaceCross = "replace-cross"
  }

  func rss(_ spec: String, now: Timestamp) -> LoopbackReply {
    guard let categories = Self.categories(spec) else { return refusal(spec, isAtom: false) }
    let day = announced(in: categories)
    let items = day.map { paper, kind in
      """
          <item>
            <title>\(FeedFormat.escaped(paper.title))</title>
            <link>https://arxiv.org/abs/\(paper.id)</link>
            <description>\(summary(paper, kind))</description>
            <guid isPermaLink="false">oai:arXiv.org:\(paper.reference)</guid>
      \(paper.categories.map { "      <category>\($0)</category>\n" }.joined())\
            <arxiv:announce_type>\(kind.rawValue)</arxiv:announce_type>
      \(paper.dois.first.map { "      <arxiv:DOI>\(FeedFormat.escaped($0))</arxiv:DOI>\n" } ?? "")\
            <dc:creator>\(creators(paper))</dc:creator>
          </item>

      """
    }
    return LoopbackReply(
      headers: ["Content-Type": "application/rss+xml"],
      body: Array(
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <rss xmlns:arxiv="http://arxiv.org/schemas/atom" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
          <channel>
            <title>\(categories.joined(separator: ", ")) updates on arXiv.org</title>
            <link>http://rss.arxiv.org/rss/\(spec)</link>
        \(items.joined())\
          </channel>
        </rss>

        """.utf8))
  }

  func atom(_ spec: String, now: Timestamp) -> LoopbackReply {
    guard let categories = Self.categories(spec) else { return refusal(spec, isAtom: true) }
    let entries = announced(in: categories).map { paper, kind in
      """
        <entry>
          <id>oai:arXiv.org:\(paper.reference)</id>
          <title>\(FeedFormat.escaped(paper.title))</title>
          <updated>\(now)</updated>
          <link href="https://arxiv.org/abs/\(paper.id)" rel="alternate" type="text/html"/>
          <summary>\(summary(paper, kind))</summary>
      \(paper.categories.map { "    <category term=\"\($0)\"/>\n" }.joined())\
          <published>\(now.startOfDay)</published>
          <arxiv:announce_type>\(kind.rawValue)</arxiv:announce_type>
      \(paper.dois.first.map { "    <arxiv:DOI>\(FeedFormat.escaped($0))</arxiv:DOI>\n" } ?? "")\
          <dc:creator>\(creators(paper))</dc:creator>
        </entry>

      """
    }
    return .feed(
      Array(
        """
        <?xml version='1.0' encoding='UTF-8'?>
        <feed xmlns:arxiv="http://arxiv.org/schemas/atom" \
        xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.w3.org/2005/Atom" \
        xml:lang="en-us">
          <id>http://rss.arxiv.org/atom/\(spec)</id>
          <title>\(categories.joined(separator: ", ")) updates on arXiv.org</title>
          <updated>\(now)</updated>
        \(entries.joined())</feed>

        """.utf8))
  }

  /// New and cross-listed papers of the last day, then the replacements of that day, by id.
  private func announced(in categories: [String]) -> [(Paper, Kind)] {
    let listed = papers.filter { paper in
      paper.categories.contains { Self.isListed($0, in: categories) }
    }
    guard let last = listed.map(\.updated).max()?.startOfDay else { return [] }
    return listed.compactMap { paper -> (Paper, Kind)? in
      guard paper.updated >= last, paper.version < 6 else { return nil }
      let isHome = Self.isListed(paper.primaryCategory, in: categories)
      let kind: Kind =
        paper.version > 1 ? (isHome ? .replace : .replaceCross) : (isHome ? .new : .cross)
      return (paper, kind)
    }.sorted { left, right in
      let order = Kind.allCases
      let places = (order.firstIndex(of: left.1) ?? 0, order.firstIndex(of: right.1) ?? 0)
      return places.0 == places.1 ? left.0.id < right.0.id : places.0 < places.1
    }
  }

  private static func isListed(_ category: String, in categories: [String]) -> Bool {
    categories.contains { category.lowercased() == $0 || category.lowercased().hasPrefix($0 + ".") }
  }

  private static func categories(_ spec: String) -> [String]? {
    let parts = spec.split(separator: "+", omittingEmptySubsequences: false).map { $0.lowercased() }
    let isFine = parts.allSatisfy { part in
      !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-" || $0 == ".") }
    }
    return isFine ? parts : nil
  }

  private func summary(_ paper: Paper, _ kind: Kind) -> String {
    "arXiv:\(paper.reference) Announce Type: \(kind.rawValue) \nAbstract: "
      + FeedFormat.escaped(paper.abstract)
  }

  private func creators(_ paper: Paper) -> String {
    let names = paper.authors.map { author in
      author.affiliations.isEmpty
        ? author.name : "\(author.name) (\(author.affiliations.joined(separator: ", ")))"
    }
    return FeedFormat.escaped(names.joined(separator: ", "))
  }

  private func refusal(_ spec: String, isAtom: Bool) -> LoopbackReply {
    let title = "Feed error for query: \(FeedFormat.escaped(spec))"
    let words = "Bad archive or category. See https://info.arxiv.org/help/rss.html"
    let body =
      isAtom
      ? "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>\(title)</title>"
        + "<subtitle>\(words)</subtitle></feed>"
      : "<rss version=\"2.0\"><channel><title>\(title)</title>"
        + "<description>\(words)</description></channel></rss>"
    return .feed(Array(body.utf8), status: 400)
  }
}
