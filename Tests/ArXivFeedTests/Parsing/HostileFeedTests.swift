import Papers
import Testing

@testable import ArXivFeed

/// Feeds that mean harm, and feeds without measure.
struct HostileFeedTests {
  private let received = Timestamp(milliseconds: 1_795_000_000_000)

  private func page(_ text: String) throws -> FeedPage {
    try AtomFeedParser.parse(Array(text.utf8), receivedAt: received)
  }

  private func paper(_ more: String, title: String = "A Title") throws -> Paper {
    try #require(
      try page(feed(entry("2401.00001v1", title: title, more: more))).papers.first)
  }

  /// What an item of a daily feed says, RSS and Atom.
  private func announced(_ fields: String, title: String = "A Title") throws -> [Paper] {
    let names =
      "xmlns:arxiv='http://arxiv.org/schemas/atom' xmlns:dc='http://purl.org/dc/elements/1.1/'"
    let rss =
      "<rss version='2.0' \(names)><channel><item><guid>oai:arXiv.org:2401.00001v1</guid>"
      + "<title>\(title)</title>\(fields)</item></channel></rss>"
    let atom =
      "<feed xmlns='http://www.w3.org/2005/Atom' \(names)><entry><id>oai:arXiv.org:2401.00001v1</id>"
      + "<title>\(title)</title>\(fields)</entry></feed>"
    return try [rss, atom].map { text in
      try #require(
        try DailyFeedParser.parse(Array(text.utf8), receivedAt: received).announcements.first
      ).paper
    }
  }

  // MARK: - Control characters

  /// What XML lets through, written as it is and as references: DEL, C1 with CSI and OSC, marks,
  /// embeddings, overrides, isolates, separators, the byte order mark and tags.
  private static let controls =
    "\u{7F}\u{85}\u{9B}31m\u{9D}0;x\u{9C}\u{200E}\u{202A}\u{202E}\u{2028}"
    + "\u{2066}\u{2069}\u{FEFF}\u{E0041}&#127;&#x9b;&#8238;&#x2067;"

  private func isClean(_ text: String?) -> Bool {
    text.map { text in !text.isEmpty && !text.unicodeScalars.contains { $0.isControl && $0 != "\n" }
    }
      ?? false
  }

  @Test func noControlCharacterOfAnEntryIsKept() throws {
    let text = "a\(Self.controls)b"
    let paper = try paper(
      """
      <summary>\(text)
        \(text)</summary><arxiv:comment>\(text)</arxiv:comment>
      <arxiv:journal_ref>\(text)</arxiv:journal_ref><arxiv:doi>10.1/\(text)</arxiv:doi>
      <author><name>\(text)</name><arxiv:affiliation>\(text)</arxiv:affiliation></author>
      """, title: text)
    #expect(paper.title == "a 31m0;x b")
    #expect(paper.abstract == "a 31m0;x b\na 31m0;x b")
    #expect(paper.comment == "a 31m0;x b" && paper.journalRef == "a 31m0;x b")
    #expect(paper.authors == [.init("a 31m0;x b", affiliations: ["a 31m0;x b"])])
    #expect(paper.dois.count > 1 && paper.dois.allSatisfy(isClean))
  }

  @Test func noControlCharacterOfAnAnnouncementIsKept() throws {
    let text = "a\(Self.controls)b"
    let papers = try announced(
      """
      <description>arXiv:1 Announce Type: new
      Abstract: \(text)</description><summary xmlns="http://www.w3.org/2005/Atom">\(text)</summary>
      <arxiv:journal_reference>\(text)</arxiv:journal_reference><arxiv:DOI>10.1/\(text)</arxiv:DOI>
      <dc:creator>\(text), \(text) (\(text))</dc:creator>
      """, title: text)
    for paper in papers {
      #expect(paper.title == "a 31m0;x b")
      #expect(paper.abstract == "a 31m0;x b" && paper.journalRef == "a 31m0;x b")
      #expect(
        paper.authors == [.init("a 31m0;x b"), .init("a 31m0;x b", affiliations: ["a 31m0;x b"])])
      #expect(paper.dois.allSatisfy(isClean))
    }
  }

  @Test(arguments: [
    "\u{1B}[31m", "\u{1B}]0;x\u{7}", "\u{0}", "\u{1}", "\u{8}", "&#27;", "&#0;", "&#x1F;",
    "&#xFFFE;",
    "&#xD800;", "\u{FFFF}",
  ])
  func charactersThatNoXMLMayHoldAreAnError(text: String) {
    #expect { try page(feed(entry("2401.00001v1", title: "a\(text)b"))) } throws: { error in
      (error as? FeedError)?.exitClass == .badAnswer
    }
  }

  @Test func whatAnErrorFeedSaysIsOneCleanLine() throws {
    let words = "no\(Self.controls)\n  such \(String(repeating: "query ", count: 10_000))"
    for text in [
      feed("<entry><id>http://arxiv.org/api/errors#x</id><summary>\(words)</summary></entry>"),
      "<\(String(repeating: "x", count: 10_000))/>",
    ] {
      #expect { try page(text) } throws: { error in
        guard let message = (error as? FeedError)?.message else { return false }
        return message.count < 260 && message == message.onOneLine
      }
    }
  }

  // MARK: - Entities and declarations

  @Test(arguments: [
    // A billion laughs, a quadratic blow-up, external entities, and their like.
    "<!DOCTYPE feed [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;'>]>",
    "<!DOCTYPE feed [<!ENTITY a '\(String(repeating: "x", count: 10_000))'>]>",
    "<!DOCTYPE feed [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>",
    "<!DOCTYPE feed [<!ENTITY a SYSTEM 'http://127.0.0.1:1/'>]>",
    "<!DOCTYPE feed [<!ENTITY % a SYSTEM 'file:///etc/passwd'> %a;]>",
    "<!DOCTYPE feed SYSTEM 'http://127.0.0.1:1/feed.dtd'>",
    "<!DOCTYPE feed PUBLIC '-//X//EN' 'file:///etc/passwd'>",
    "<!doctype feed>", "<!-- x --> <?x y?><!DOCTYPE feed [<!ENTITY a 'b'>]>",
  ])
  func documentTypesAreRefusedUnread(declaration: String) {
    let body = feed(entry("2401.00001v1", title: "&a;&c;"))
      .replacing("<?xml version='1.0' encoding='UTF-8'?>", with: "")
    for text in ["<?xml version='1.0'?>\n\(declaration)\(body)", "\u{FEFF}\(declaration)\(body)"] {
      #expect(throws: FeedError.documentType) { try page(text) }
      #expect(throws: FeedError.documentType) {
        try DailyFeedParser.parse(Array(text.utf8), receivedAt: received)
      }
    }
  }

  @Test func aDocumentTypeWithinTheFeedDeclaresNothing() {
    let text = feed("<!DOCTYPE feed [<!ENTITY a 'b'>]>" + entry("2401.00001v1", title: "&a;"))
    #expect { try page(text) } throws: { ($0 as? FeedError)?.exitClass == .badAnswer }
  }

  @Test(arguments: ["<?x?>", "<?x ?>", "<?x\n?>"])
  func instructionsWithoutDataAreAnErrorAndNeverATrap(instruction: String) {
    #expect(throws: FeedError.self) { try page(feed(instruction + entry("2401.00001v1"))) }
  }

  @Test func includesAndStyleSheetsAreNotFollowed() throws {
    let papers = try page(
      "<?xml-stylesheet href='file:///etc/passwd'?>"
        + feed(
          "<xi:include xmlns:xi='http://www.w3.org/2001/XInclude' href='file:///etc/passwd'/>"
            + entry(
              "2401.00001v1",
              more: "<summary><xi:include xmlns:xi='http://www.w3.org/2001/XInclude' "
                + "href='file:///etc/passwd' parse='text'/></summary>")
        )
        .replacing("<?xml version='1.0' encoding='UTF-8'?>", with: "")
    ).papers
    #expect(papers.map(\.abstract) == [""])
  }

  // MARK: - Identifiers, dates and encodings

  @Test(arguments: [
    "../../etc/passwd", "http://arxiv.org/abs/../../etc/passwd", "http://arxiv.org/abs/math/../..",
    "http://arxiv.org/abs/math/0309136/../../x", "http://arxiv.org/abs/..%2f2401.00001v1",
    "http://arxiv.org/abs/2401.00001v1/../../x", "http://arxiv.org/abs/2401.00001v0",
    "http://arxiv.org/abs/2401.00000v1", "http://arxiv.org/abs/2413.00001v1",
    "http://arxiv.org/abs/2401.00001v99999999999999999999", "http://arxiv.org/abs/-e2401.00001",
    "http://arxiv.org/abs/$(id)", "http://arxiv.org/abs/2401.00001;id",
    "javascript:alert(1)//abs/x", "file:///abs/2401.00001/../..", "http://arxiv.org/abs/",
    "http://arxiv.org/abs/hep-th/9901001\u{202E}x", "http://arxiv.org/abs/٢٤٠١.٠٠٠٠١v1",
  ])
  func whatIsNoIdentifierIsNoPaper(id: String) throws {
    let title =
      "<title>x</title><published>2024-01-02T00:00:00Z</published>"
      + "<updated>2024-01-02T00:00:00Z</updated>"
    let good = entry("2401.00002v1")
    let page = try page(feed("<entry><id>\(id)</id>\(title)</entry>\(good)"))
    #expect(page.papers.map(\.reference.description) == ["2401.00002v1"])
    #expect(page.leftOut == 1)
    #expect(page.warnings.count == 1 && page.warnings[0] == page.warnings[0].onOneLine)
  }

  @Test(arguments: [
    "-999999999999-01-01T00:00:00Z", "9999-12-31T23:59:59.999999999999Z",
    "99999999999999999999-01-01T00:00:00Z", "2024-13-41T25:61:61Z", "2024-01-01T00:00:00+99:99",
    "2024-01-01T00:00:00-9999999999:00", "", "0", "\u{0661}",
  ])
  func oddDatesAreReadOrLeftOut(date: String) throws {
    let entry =
      "<entry><id>http://arxiv.org/abs/2401.00001v1</id><title>x</title>"
      + "<published>\(date)</published><updated>\(date)</updated></entry>"
    let page = try page(feed(entry))
    #expect(page.papers.count + page.leftOut == 1)
    let dated = try announced("<pubDate>\(date)</pubDate><published>\(date)</published>")
    #expect(dated.count == 2)
  }

  @Test(arguments: [
    "Mon, 99999999999999999999 Jan 2024 00:00:00 +0000", "1 Jan 9223372036854775807 0:0:0 GMT",
    "1 Jan 2024 99:99:99 +9999", "31 Feb 2024 00:00:00 -9999", "1 Jan -2024 00:00:00 +-999",
    "1 Jan 2024 : : GMT", ", , , , ,",
  ])
  func oddInternetDatesAreReadOrNone(date: String) throws {
    _ = InternetDate.parse(date)
    #expect(RetryPolicy.retryAfterSeconds(date, now: received).map { $0 >= 0 } != false)
  }

  @Test(
    arguments: [
      [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80],
      [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFF], [0xFE], [0x80], [0xC3], [0xE2, 0x82],
      [0xF0, 0x9F, 0x92],
      [0xC0, 0xAE, 0xC0, 0xAE, 0x2F],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreAnErrorAndNeverATrap(bytes: [UInt8]) {
    let marks = ["A Title", "2401.00001v1", "<title", "term='", "</entry>"]
    for mark in marks {
      let text = Array(feed(entry("2401.00001v1", more: "<category term='cs.LG'/>")).utf8)
      guard let place = text.firstRange(of: Array(mark.utf8)) else {
        Issue.record("no \(mark)")
        continue
      }
      let damaged = text[..<place.upperBound] + bytes + text[place.upperBound...]
      #expect { try AtomFeedParser.parse(Array(damaged), receivedAt: received) } throws: {
        ($0 as? FeedError)?.exitClass == .badAnswer
      }
    }
  }

  @Test func otherEncodingsAreRefused() {
    let text = feed(entry("2401.00001v1"))
    let wide = Array(text.utf16)
    let little = wide.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big = wide.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    let long = text.unicodeScalars.flatMap { [0, 0, 0, UInt8($0.value & 0xFF)] }
    for bytes in [little, big, [0xFF, 0xFE] + little, [0xFE, 0xFF] + big, long] {
      #expect { try AtomFeedParser.parse(bytes, receivedAt: received) } throws: {
        ($0 as? FeedError)?.exitClass == .badAnswer
      }
    }
    for name in ["UTF-7", "UTF-16", "ISO-8859-1", "EBCDIC-CP-US", "\u{202E}x"] {
      #expect { try page(text.replacing("UTF-8", with: name)) } throws: { error in
        guard case .malformed(1, _) = error as? FeedError else { return false }
        return true
      }
    }
  }

  // MARK: - Without measure

  @Test func aTitleOfTenMegabytesIsCut() throws {
    // The XML parser itself refuses texts of over ten million bytes.
    let title = try paper("", title: String(repeating: "long title ", count: 900_000)).title
    #expect(title.hasPrefix("long title long") && title.hasSuffix("…"))
    #expect((FieldBound.title - 4...FieldBound.title).contains(title.utf8.count))
  }

  @Test func longFieldsAreCutVisibly() throws {
    let long = String(repeating: "é", count: 30_000)
    let paper = try paper(
      """
      <summary>\(long)</summary><arxiv:comment>\(long)</arxiv:comment>
      <arxiv:journal_ref>\(long)</arxiv:journal_ref><arxiv:doi>10.1/\(long)</arxiv:doi>
      <author><name>\(long)</name>
      \(String(repeating: "<arxiv:affiliation>\(long)</arxiv:affiliation>", count: 60))</author>
      """)
    func isCut(_ text: String?, _ bound: Int) -> Bool {
      text.map { $0.hasSuffix("é…") && (bound - 2...bound).contains($0.utf8.count) } ?? false
    }
    #expect(isCut(paper.abstract, FieldBound.abstract))
    #expect(isCut(paper.comment, FieldBound.comment))
    #expect(isCut(paper.journalRef, FieldBound.journalRef))
    #expect(isCut(paper.dois.first, FieldBound.doi))
    #expect(isCut(paper.authors.first?.name, FieldBound.name))
    #expect(paper.authors.first?.affiliations.count == FieldBound.affiliations)
    #expect(isCut(paper.authors.first?.affiliations.last, FieldBound.affiliation))
  }

  @Test func marksWithoutEndAreNoLongTitle() throws {
    let title = try paper("", title: "Z" + String(repeating: "\u{301}", count: 100_000)).title
    #expect(title.utf8.count <= FieldBound.title)
  }

  @Test func tenThousandAuthorsAreKeptAndMoreAreNot() throws {
    func authors(_ count: Int) -> String {
      (1...count).map { "<author><name>A\($0)</name></author>" }.joined()
    }
    #expect(try paper(authors(10_000)).authors.last?.name == "A10000")
    let many = try paper(authors(10_050)).authors
    #expect(many.count == 10_001 && many.last?.name == "…")
    let names = (1...10_050).map { "A\($0)" }.joined(separator: ", ")
    for paper in try announced(
      "<dc:creator>\(names)\(String(repeating: ", Jr.", count: 1000))</dc:creator>")
    {
      #expect(paper.authors.count == 10_001)
      #expect(paper.authors.allSatisfy { $0.name.utf8.count <= FieldBound.name })
    }
  }

  @Test func aHundredThousandCategoriesAreThoseThatThereAre() throws {
    let terms = (1...100_000).map { "<category term='\($0 % 2 == 0 ? "cs.LG" : "x\($0)")'/>" }
    #expect(try paper(terms.joined()).categories == ["cs.LG"])
    for paper in try announced(terms.joined()) { #expect(paper.categories == ["cs.LG"]) }
  }

  @Test func aHundredThousandDOIsAreTwenty() throws {
    let dois = (1...100_000).map { "10.1/\($0)" }.joined(separator: " ")
    #expect(try paper("<arxiv:doi>\(dois)</arxiv:doi>").dois.count == FieldBound.dois)
    for paper in try announced("<arxiv:DOI>\(dois)</arxiv:DOI>") {
      #expect(paper.dois.count == FieldBound.dois)
    }
  }

  @Test func elementsWithinElementsWithoutEndAreReadOver() throws {
    let deep =
      String(repeating: "<a>", count: 200_000) + String(repeating: "</a>", count: 200_000)
    #expect(try page(feed(deep + entry("2401.00001v1"))).papers.count == 1)
    #expect(try paper(deep).title == "A Title")
  }

  @Test func tenThousandAttributesAndNamespacesAreReadOrRefused() {
    for kind in ["a", "xmlns:a"] {
      let attributes = (1...10_000).map { " \(kind)\($0)='x'" }.joined()
      do {
        #expect(try page(feed("<x\(attributes)/>" + entry("2401.00001v1"))).papers.count == 1)
      } catch {
        #expect((error as? FeedError)?.exitClass == .badAnswer)
      }
    }
  }

  @Test(arguments: ["9223372036854775807", "99999999999999999999", "-1", "1e9", "٣", "", "0x10"])
  func countsThatAreNoneDoNotTrap(count: String) throws {
    let text = feed(entry("2401.00001v1")).replacing(
      "<opensearch:totalResults>1<", with: "<opensearch:totalResults>\(count)<")
    #expect(try page(text).totalResults >= 1)
  }
}
