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
    let built = Self.midnight(before: now)
    let date = Self.internetDate(built)
    let items = announced(in: categories).map { paper, kind in
      """
          <item>
            <title>\(FeedFormat.escaped(paper.title))</title>
            <link>https://arxiv.org/abs/\(paper.id)</link>
            <description>\(summary(paper, kind))</description>
            <guid isPermaLink="false">oai:arXiv.org:\(paper.reference)</guid>
      \(paper.categories.map { "      <category>\($0)</category>\n" }.joined())\
            <pubDate>\(date)</pubDate>
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
            <lastBuildDate>\(date)</lastBuildDate>
            <pubDate>\(date)</pubDate>
        \(items.joined())\
          </channel>
        </rss>

        """.utf8))
  }

  func atom(_ spec: String, now: Timestamp) -> LoopbackReply {
    guard let categories = Self.categories(spec) else { return refusal(spec, isAtom: true) }
    let built = Self.midnight(before: now)
    let entries = announced(in: categories).map { paper, kind in
      """
        <entry>
          <id>oai:arXiv.org:\(paper.reference)</id>
          <title>\(FeedFormat.escaped(paper.title))</title>
          <updated>\(built)</updated>
          <link href="https://arxiv.org/abs/\(paper.id)" rel="alternate" type="text/html"/>
          <summary>\(summary(paper, kind))</summary>
      \(paper.categories.map { "    <category term=\"\($0)\"/>\n" }.joined())\
          <published>\(built)</published>
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
          <updated>\(built)</updated>
        \(entries.joined())</feed>

        """.utf8))
  }

  /// Feeds are made at midnight in New York, here always by its winter time.
  private static func midnight(before now: Timestamp) -> Timestamp {
    let fiveHours: Int64 = 18_000_000
    let there = Timestamp(milliseconds: now.milliseconds - fiveHours)
    return Timestamp(milliseconds: there.startOfDay.milliseconds + fiveHours)
  }

  /// A midnight in New York as RSS writes it: `Fri, 20 Nov 2026 00:00:00 -0500`.
  private static func internetDate(_ midnight: Timestamp) -> String {
    let days = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    let weekday = days[Int(((midnight.milliseconds / 86_400_000) % 7 + 7) % 7)]
    return "\(weekday), \(midnight.dayAndMonth) \(midnight.calendarDay.year) 00:00:00 -0500"
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

extension LoopbackReply {
  /// This feed with its mark, and how long it holds; 304 without it for who has it already.
  func marked(for request: LoopbackRequest) -> LoopbackReply {
    guard status == 200 else { return self }
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in body { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var reply = self
    let mark = "\"\(String(hash, radix: 16))\""
    let rest = 86_400 - (request.time.milliseconds / 1000 - 18_000) % 86_400
    reply.headers["ETag"] = mark
    reply.headers["Cache-Control"] = "max-age=\(rest)"
    if request.headers["if-none-match"] == mark {
      reply.status = 304
      reply.headers["Content-Type"] = nil
      reply.body = []
    }
    return reply
  }
}
