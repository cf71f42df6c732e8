import ArXivFeed
import Papers
import Testing

/// A feed of the current generation around `entries`.
func feed(_ entries: String, total: Int = 1, start: Int = 0) -> String {
  """
  <?xml version='1.0' encoding='UTF-8'?>
  <feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" \
  xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
    <id>https://arxiv.org/api/x</id>
    <title>arXiv Query: search_query=all:x&amp;id_list=&amp;start=0&amp;max_results=10</title>
    <opensearch:totalResults>\(total)</opensearch:totalResults>
    <opensearch:startIndex>\(start)</opensearch:startIndex>
    <opensearch:itemsPerPage>10</opensearch:itemsPerPage>
    \(entries)
  </feed>
  """
}

/// An entry with what every paper has, and `more`.
func entry(_ reference: String, title: String = "A Title", more: String = "") -> String {
  """
  <entry><id>http://arxiv.org/abs/\(reference)</id><title>\(title)</title>
  <updated>2024-01-03T00:00:00Z</updated><published>2024-01-02T00:00:00Z</published>\(more)</entry>
  """
}

struct AtomFeedParserTests {
  private let received = Timestamp(milliseconds: 1_795_000_000_000)

  private func page(_ text: String) throws -> FeedPage {
    try AtomFeedParser.parse(Array(text.utf8), receivedAt: received)
  }

  private func paper(_ more: String) throws -> Paper {
    try #require(try page(feed(entry("2401.00001v2", more: more))).papers.first)
  }

  @Test func aWholeEntryIsReadFieldByField() throws {
    let paper = try paper(
      """
      <summary>One.
        Two.</summary>
      <category term="cs.AI"/><category term="cs.LG"/>
      <arxiv:comment>5  pages</arxiv:comment><arxiv:primary_category term="cs.LG"/>
      <arxiv:journal_ref>Journal
        of Tests 1</arxiv:journal_ref>
      <author><name> Ada  Lovelace</name><arxiv:affiliation>Analytical
       Society</arxiv:affiliation></author><author><name>Q</name></author>
      <arxiv:doi>10.1/a</arxiv:doi>
      """)
    let day = try #require(Timestamp("2024-01-02T00:00:00Z"))
    #expect(
      paper
        == Paper(
          id: try #require(ArXivID("2401.00001")), version: 2, title: "A Title",
          abstract: "One.\nTwo.",
          authors: [.init("Ada Lovelace", affiliations: ["Analytical Society"]), .init("Q")],
          categories: ["cs.LG", "cs.AI"], primaryCategory: "cs.LG", published: day,
          updated: day.advanced(byDays: 1), comment: "5 pages", journalRef: "Journal of Tests 1",
          dois: ["10.1/a"], added: received))
  }

  @Test func namespacesAreBoundByURIWhateverTheirPrefix() throws {
    let text = """
      <a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry>
      <a:published>2024-01-02T00:00:00Z</a:published><a:updated>2024-01-02T00:00:00Z</a:updated>
      <x:comment xmlns:x="http://arxiv.org/schemas/atom">ours</x:comment>
      <comment xmlns="http://elsewhere.example/">foreign</comment>
      <title xmlns="http://elsewhere.example/">foreign</title>
      <a:title>Ours</a:title><a:id>http://arxiv.org/abs/2401.00001v1</a:id>
      <t:totalResults xmlns:t="http://a9.com/-/spec/opensearch/1.1/">7</t:totalResults>
      </a:entry><t:totalResults xmlns:t="http://a9.com/-/spec/opensearch/1.1/">9</t:totalResults>
      </a:feed>
      """
    let page = try page(text)
    #expect(page.papers.map(\.title) == ["Ours"])
    #expect(page.papers.map(\.comment) == ["ours"])
    #expect(page.totalResults == 9)
  }

  @Test func anEntryMayHoldAnotherFeedsSourceAndUnknownElements() throws {
    let paper = try paper(
      """
      <source><id>http://arxiv.org/abs/2401.99999v9</id><title>Other</title></source>
      <arxiv:report_no>X-1</arxiv:report_no><unknown><name>Nobody</name></unknown>
      """)
    #expect(paper.reference.description == "2401.00001v2")
    #expect(paper.title == "A Title")
    #expect(paper.authors == [])
  }

  @Test func abstractsKeepParagraphsAndUnwrapLines() throws {
    let wrapped = try paper("<summary>  One line\nwrapped.\n  Second   one.\n\nThird.\n</summary>")
    #expect(wrapped.abstract == "One line wrapped.\nSecond one.\nThird.")
    #expect(try paper("<summary>a\r\nb\r\n  c</summary>").abstract == "a b\nc")
    #expect(try paper("<summary/>").abstract == "")
    #expect(
      try paper("<summary>x &lt; y &amp;amp; <![CDATA[<z> & w]]></summary>").abstract
        == "x < y &amp; <z> & w")
  }

  @Test func codesOfOtherSchemesAreNoCategories() throws {
    let terms = [
      "53D10, 53D15", "68T05", "I.2.6", "cs.LG", "math.MP", "cond-mat.mtrl-sci", "astro-ph",
      "cs", "cs.lg", "hep-th", "cs.LG", "", "physics.flu-dyn", "supr-con",
    ].map { "<category term=\"\($0)\"/>" }.joined()
    #expect(
      try paper(terms + "<arxiv:primary_category term=\"hep-th\"/>").categories == [
        "hep-th", "cs.LG", "math.MP", "cond-mat.mtrl-sci", "astro-ph", "physics.flu-dyn",
        "supr-con",
      ])
    #expect(try paper(terms + "<arxiv:primary_category term=\"x\"/>").primaryCategory == "cs.LG")
  }

  @Test func severalDOIsAreToldApartAndArXivsOwnIsDropped() throws {
    let paper = try paper(
      """
      <arxiv:doi>10.1/a 10.2/b;10.3/c ; 10.1/a</arxiv:doi>
      <arxiv:doi>10.48550/arXiv.2401.00001</arxiv:doi><arxiv:doi>10.4/d</arxiv:doi>
      """)
    #expect(paper.dois == ["10.1/a", "10.2/b", "10.3/c", "10.4/d"])
  }

  @Test func whatLeadsToADOIIsNoPartOfIt() throws {
    let paper = try paper(
      """
      <arxiv:doi>https://doi.org/10.1/a doi:10.2/b HTTP://DX.DOI.ORG/10.3/c 10.1/a</arxiv:doi>
      <arxiv:doi>https://doi.org/10.48550/arXiv.2401.00001 DOI: 10.4/d doi:</arxiv:doi>
      """)
    #expect(paper.dois == ["10.1/a", "10.2/b", "10.3/c", "10.4/d"])
  }

  @Test func aNameWithoutALetterIsNoAuthor() throws {
    let paper = try paper(
      """
      <author><name>Fermi-LAT Collaboration</name></author>
      <author><name>:</name><arxiv:affiliation>Nowhere</arxiv:affiliation></author>
      <author><name>S. Abdollahi</name></author><author><name>学</name></author>
      """)
    #expect(
      paper.authors == [.init("Fermi-LAT Collaboration"), .init("S. Abdollahi"), .init("学")])
  }

  @Test func entriesWithoutIdTitleOrDatesAreLeftOutWithAWarning() throws {
    let page = try page(
      feed(
        """
        <entry><title>No id</title></entry>
        <entry><id>http://arxiv.org/abs/nonsense</id><title>x</title></entry>
        \(entry("2401.00002v1", title: " "))
        <entry><id>http://arxiv.org/abs/2401.00003v1</id><title>x</title>
        <published>soon</published><updated>2024-01-02T00:00:00Z</updated></entry>
        \(entry("2401.00004v1", title: "0"))
        """, total: 5))
    #expect(page.papers.map(\.title) == ["0"])
    #expect(
      page.warnings == [
        "entry 1 left out: it has no id",
        "entry 2 left out: 'http://arxiv.org/abs/nonsense' is no arXiv id",
        "entry 3 left out: '2401.00002v1' has no title",
        "entry 4 left out: '2401.00003v1' has no dates that can be read",
      ])
  }

  @Test func aStarterEntryHasAPlaceAndAReason() throws {
    let paper = try paper(
      """
      <s:position xmlns:s="https://paperq.example/ns/starter"> 3 </s:position>
      <s:why xmlns:s="https://paperq.example/ns/starter">Because it
      began here.</s:why>
      """)
    #expect(paper.starter == .init(position: 3, why: "Because it began here."))
    #expect(paper.abstract == "")
  }

  @Test(arguments: [
    ("", FeedError.emptyAnswer), (" \n\t", .emptyAnswer),
    ("Rate exceeded.", .notXML("Rate exceeded.")),
    ("<!DOCTYPE html><html><body>Busy</body></html>", .html),
    ("<html><body>Busy</body></html>", .html), ("\n<!-- x --><HTML>", .html),
    ("<?xml version='1.0'?><!DOCTYPE feed [<!ENTITY a 'b'>]><feed/>", .documentType),
    ("<!DOCTYPE feed SYSTEM 'file:///etc/passwd'><feed/>", .documentType),
    ("<rss version='2.0'><channel/></rss>", .notAFeed(root: "rss")),
    ("<feed><entry/></feed>", .notAFeed(root: "feed")),
    ("<?xml version='1.0'?>", .cutShort), ("<!-- never closed", .cutShort),
    ("<feed xmlns='http://www.w3.org/2005/Atom'><entry>", .cutShort),
    (
      "<?xml version='1.0' encoding=\"UTF-7\"?><feed/>",
      .malformed(line: 1, reason: "encoding 'utf-7' instead of UTF-8")
    ),
  ])
  func whatIsNoFeedIsATypedError(text: String, error: FeedError) {
    #expect(throws: error) { try page(text) }
  }

  @Test func brokenXMLNamesItsLine() {
    let text = "<feed xmlns='http://www.w3.org/2005/Atom'>\n<a></b>\n</feed>"
    #expect { try page(text) } throws: { error in
      guard case .malformed(let line, _) = error as? FeedError else { return false }
      return line >= 2
    }
  }

  @Test func entitiesThatNobodyDeclaredAreAnError() {
    #expect(throws: FeedError.self) { try page(feed(entry("2401.00001v1", title: "&boom;"))) }
  }

  @Test func bytesThatAreNotUTF8AreRefusedWhereverTheyStand() {
    let bytes = Array(feed("\n<entry a\u{E9}='1'/>").utf8)
    for index in bytes.indices where bytes[index] == 0xA9 {
      var damaged = bytes
      damaged[index] = UInt8(ascii: "x")
      #expect(throws: FeedError.malformed(line: 9, reason: "not UTF-8")) {
        try AtomFeedParser.parse(damaged, receivedAt: received)
      }
    }
  }

  @Test func anErrorEntryAmongPapersIsOnlyAWarning() throws {
    let error =
      "<entry><id>https://arxiv.org/api/errors#x</id><title>Error</title>"
      + "<summary>odd\u{202E} thing\u{9B}1m</summary></entry>"
    #expect(throws: FeedError.refused("odd thing1m")) { try page(feed(error)) }
    let mixed = try page(feed(error + entry("2401.00001v1")))
    #expect(mixed.papers.count == 1)
    #expect(mixed.warnings == ["entry 1 left out: odd thing1m"])
  }

  @Test func messagesAreOneCleanLineOfSaneLength() {
    let words = String(repeating: "long ", count: 200) + "\u{1B}[31m\nend"
    let message = FeedError.refused("\u{1B}]0;x\u{07} " + words).message
    #expect(message.hasPrefix("arXiv refused the request: ]0;x long long"))
    #expect(message.count < 240)
    #expect(!message.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func anEntryOfTheLegacyServerIsReadFieldByField() throws {
    let ours = "xmlns:arxiv=\"http://arxiv.org/schemas/atom\""
    let text = """
      <?xml version="1.0" encoding="UTF-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom">
        <title type="html">ArXiv Query: search_query=au:x&amp;id_list=&amp;start=0</title>
        <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">31\
      </opensearch:totalResults>
        <entry>
          <id>http://arxiv.org/abs/math.GT/0309136v3</id>
          <updated>2004-01-03T00:00:00Z</updated>
          <published>2003-09-08T16:00:00-04:00</published>
          <title>A long title that was broken
        by the server</title>
          <summary>  First line of it
      goes on here.
        A second paragraph.
      </summary>
          <author><name> William</name><arxiv:affiliation \(ours)>Randy</arxiv:affiliation></author>
          <arxiv:doi \(ours)>10.1/a</arxiv:doi>
          <link title="doi" href="http://dx.doi.org/10.1/a" rel="related"/>
          <arxiv:comment \(ours)>3 pages,
        no figures</arxiv:comment>
          <arxiv:primary_category \(ours) term="math.GT" scheme="http://arxiv.org/schemas/atom"/>
          <category term="math.GT" scheme="http://arxiv.org/schemas/atom"/>
          <category term="57M25, 57M27" scheme="http://arxiv.org/schemas/atom"/>
        </entry>
      </feed>
      """
    let page = try page(text)
    #expect(page.totalResults == 31)
    #expect(
      page.papers == [
        Paper(
          id: try #require(ArXivID("math/0309136")), version: 3,
          title: "A long title that was broken by the server",
          abstract: "First line of it goes on here.\nA second paragraph.",
          authors: [.init("William", affiliations: ["Randy"])], categories: ["math.GT"],
          published: try #require(Timestamp("2003-09-08T20:00:00Z")),
          updated: Timestamp("2004-01-03T00:00:00Z"),
          comment: "3 pages, no figures", dois: ["10.1/a"], added: received)
      ])
  }

  @Test func damagedFeedsAreReadOrRefusedButNeverTrap() {
    let whole = Array(
      feed((1...3).map { entry("2401.0000\($0)v1", more: "<summary>é &lt; ü</summary>") }.joined())
        .utf8)
    var state: UInt64 = 42
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    var refused = 0
    for _ in 0..<400 {
      var bytes = whole
      for _ in 0...next(4) { bytes[next(bytes.count)] = UInt8(next(256)) }
      do {
        _ = try AtomFeedParser.parse(bytes, receivedAt: received)
      } catch {
        #expect(!error.message.isEmpty)
        refused += 1
      }
    }
    #expect(refused > 100)
  }
}
