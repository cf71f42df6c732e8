// swift-format-ignore-file: NeverForceUnwrap

import Papers
import Testing

struct LibraryQueryTests {
  private static let now = Timestamp("2026-11-22T12:00:00Z")!

  /// Five papers, named a to e from the newest to the oldest.
  private static let library: Library = {
    func paper(
      _ id: String, _ title: String, _ abstract: String, _ authors: [String],
      _ categories: [String],
      _ published: String, version: Int = 1, comment: String? = nil, journalRef: String? = nil,
      sources: [String] = [], added: String? = nil, updated: String? = nil
    ) -> Paper {
      Paper(
        id: ArXivID(id)!, version: version, title: title, abstract: abstract,
        authors: authors.map { Paper.Author($0) }, categories: categories,
        published: Timestamp(published)!, updated: updated.map { Timestamp($0)! },
        comment: comment, journalRef: journalRef, sources: sources,
        added: added.map { Timestamp($0)! })
    }
    var library = Library(papers: [
      paper(
        "2611.00001", "World models in the wild", "Planning with\nlearned dynamics.",
        ["Felix Hill", "Jane Roe"], ["cs.LG", "cs.AI"], "2026-11-20T12:00:00Z", version: 2,
        sources: ["learning"], added: "2026-11-22T08:00:00Z"),
      paper(
        "2610.00002", "Schr\\\"odinger bridges", "Diffusion over $\\chi^2$ balls.",
        ["Erwin Schr\\\"odinger"], ["stat.ML"], "2026-10-30T00:00:00Z", comment: "Accepted at ICML",
        sources: ["Felix Hill", "learning"], added: "2026-11-01T00:00:00Z"),
      paper(
        "1706.03762", "Attention Is All You Need", "The Transformer.", ["Ashish Vaswani"],
        ["cs.CL", "cs.LG"], "2017-06-12T17:57:34Z", version: 7, journalRef: "NIPS 30 (2017)",
        added: "2026-11-01T00:00:00Z"),
      paper(
        "hep-th/9901001", "A note on strings", "World sheets.", ["F. Hill"], ["hep-th"],
        "1999-01-01T00:00:00Z", comment: "This paper has been withdrawn by the author",
        added: "2026-11-01T00:00:00Z"),
      paper(
        "math/9902003", "zeta functions", "Primes.", ["Émile Zöllner"], ["math.NT"],
        "1999-02-01T00:00:00Z", added: "2026-11-01T00:00:00Z"),
    ])
    func set(_ id: String, _ edits: ReadingEdit...) {
      library.apply(
        LibraryChange(
          action: "test", at: now, steps: edits.map { .init(ArXivID(id)!, $0) }))
    }
    set("2611.00001", .seenVersion(1), .tag("RL", isPresent: true), .tag("old", isPresent: false))
    set(
      "2610.00002", .state(.queued), .star(true), .rank(QueueRank("V")),
      .note(Note(id: "n", created: now, edited: now, text: "Reread the Café proof")))
    set(
      "1706.03762", .state(.read), .depth(.understood), .seenVersion(7), .project("Thesis 1"),
      .rank(QueueRank("B")))
    set("math/9902003", .state(.dismissed), .depth(.skimmed))
    return library
  }()

  private static let names = [
    "2611.00001": "a", "2610.00002": "b", "1706.03762": "c", "math/9902003": "d",
    "hep-th/9901001": "e",
  ]

  private func found(_ text: String, sortedBy order: SortOrder = .newest) throws -> String {
    let query = try Query(parsing: text)
    let ids = Self.library.ids(matching: query, sortedBy: order, now: Self.now)
    #expect(Self.library.filtered(ids.reversed(), by: query, now: Self.now) == ids.reversed())
    let everyone = Self.names.keys.compactMap { ArXivID($0) }
    #expect(Set(Self.library.filtered(everyone, by: query, now: Self.now)) == Set(ids))
    for id in Self.names.keys {
      let id = ArXivID(id)!
      #expect(Self.library.matches(id, query, now: Self.now) == ids.contains(id))
    }
    return ids.map { Self.names[$0.description] ?? "?" }.joined()
  }

  @Test(arguments: [
    ("", "abce"),
    ("world", "ae"), ("WORLD", "ae"), ("wor", "ae"), ("orld", "ae"), ("ti:world", "a"),
    ("abs:world", "e"), ("\"world models\"", "a"), ("\"models world\"", ""),
    ("\"with learned\"", "a"), ("ti:(world OR attention)", "ac"),
    ("schrodinger", "b"), ("Schrödinger", "b"), ("ti:SCHRÖDINGER", "b"), ("χ²", "b"), ("χ2", "b"),
    ("au:schrodinger", "b"), ("cafe", "b"), ("note:CAFÉ", "b"), ("note:world", ""), ("rl", "ae"),
    ("au:hill", "ae"), ("au:\"Hill, Felix\"", "ae"), ("au:\"Felix Hill\"", "ae"),
    ("au:hill_f", "ae"),
    ("au:zollner is:dismissed", "d"), ("hill", "ae"),
    ("co:icml", "b"), ("icml", ""), ("all:icml", "b"), ("jr:\"nips 30\"", "c"), ("all:cs.cl", "c"),
    ("cat:cs.LG", "ac"), ("cat:cs.*", "ac"), ("cat:cs", ""), ("cat:CS.lg", "ac"), ("cat:*.ml", "b"),
    ("id:arXiv:1706.03762v2", "c"), ("1706.03762", "c"), ("id:1706.03763", ""),
    ("is:unread", "ae"), ("is:queued", "b"), ("is:read", "c"), ("is:reading", ""),
    ("is:dismissed", "d"), ("is:dismissed OR is:read", "cd"), ("-is:dismissed", "abce"),
    ("-(is:read -is:dismissed)", "abde"), ("--is:dismissed", "d"),
    ("is:starred", "b"), ("is:noted", "b"), ("is:updated", "a"), ("is:withdrawn", "e"),
    ("is:new", "a"),
    ("tag:rl", "a"), ("tag:r", ""), ("tag:r*", "a"), ("tag:old", ""), ("tag:*", "a"),
    ("-tag:rl", "bce"),
    ("source:learning", "ab"), ("source:\"felix hill\"", "b"), ("source:felix", ""),
    ("project:\"thesis 1\"", "c"), ("project:*", "c"), ("project:thesis", ""),
    ("depth:3", "c"), ("depth:0", "abe"), ("depth:2..", "c"), ("depth:1..2 is:dismissed", "d"),
    ("since:7d", "a"), ("since:2d", "a"), ("since:1d", ""), ("since:1m", "ab"),
    ("since:10y", "abc"),
    ("since:2026-10-30", "ab"), ("before:2026-10-30", "ce"), ("since:2026-11", "a"),
    ("since:2026 before:2026-11", "b"), ("before:7d", "bce"),
    ("added:1d", "a"), ("added:2026-11-01", "abce"), ("added:2026-11-02", "a"),
    ("year:2017", "c"), ("year:1999..2017", "ce"), ("year:2018..", "ab"), ("year:..1999", "e"),
    ("year:2026 -au:hill", "b"), ("world -au:roe", "e"), ("world OR attention", "ace"),
    ("(world OR attention) cat:cs.LG", "ac"),
  ])
  func aQueryFindsItsPapers(text: String, expected: String) throws {
    #expect(try found(text) == expected)
  }

  @Test(arguments: [
    ("published", "edcba"), ("-published", "abcde"), ("-added", "abcde"), ("added", "bcdea"),
    ("rank", "cbade"), ("-rank", "bcade"), ("title", "ecbad"), ("author", "aebcd"),
    ("-updated", "abcde"),
  ])
  func papersComeInTheOrderAskedFor(order: String, expected: String) throws {
    #expect(try found("is:dismissed OR -is:dismissed", sortedBy: SortOrder(order)!) == expected)
  }

  @Test func allPapersAreFoundOrAllThatAreNotDismissed() {
    func found(_ query: Query) -> [String] {
      Self.library.ids(matching: query, now: Self.now).map(\.description).sorted()
    }
    let undismissed = ["1706.03762", "2610.00002", "2611.00001", "hep-th/9901001"]
    #expect(found(.undismissed) == undismissed)
    #expect(found(.everything) == (undismissed + ["math/9902003"]).sorted())
  }

  @Test func theStarterListHasItsOwnOrder() {
    let papers = [("1706.03762", 2), ("1512.03385", 1), ("1810.04805", nil)].map { id, place in
      Paper(
        id: ArXivID(id)!, title: id, published: Self.now,
        starter: place.map { .init(position: $0, why: "why") })
    }
    let ids = Library(papers: papers).ids(
      matching: .undismissed, sortedBy: SortOrder(.starter), now: Self.now)
    #expect(ids.map(\.description) == ["1512.03385", "1706.03762", "1810.04805"])
  }

  @Test func aChangedPaperIsFoundByItsNewTextAlone() throws {
    func paper(_ number: Int, _ title: String) -> Paper {
      Paper(
        id: ArXivID("2611.0000\(number)")!, title: title, abstract: "abstract of \(title)",
        authors: [.init("Ada \(title)")], categories: ["cs.LG"], published: Self.now)
    }
    var library = Library(papers: [paper(1, "one"), paper(2, "two"), paper(4, "four")])
    func found(_ text: String) throws -> [Int] {
      library.ids(matching: try Query(parsing: text), now: Self.now).map(\.number)
    }
    #expect(try found("ti:two") == [2])
    #expect(try found("au:four") == [4])
    let before = library
    var merge = FeedMerge()
    merge.changed = [paper(2, "second")]
    merge.new = [paper(3, "three")]
    library.apply(merge)
    #expect(try found("two") == [])
    #expect(try found("abs:second") == [2])
    #expect(try found("au:second OR three") == [3, 2])
    #expect(try found("four") == [4])
    #expect(try found("one OR cat:cs.LG") == [4, 3, 2, 1])
    #expect(before.ids(matching: try Query(parsing: "two"), now: Self.now).map(\.number) == [2])
    library.shelves.values.first?.papers.prepareSearch()
    #expect(try found("abs:three") == [3])
  }

  @Test func manyThreadsMayAskAtOnce() async throws {
    let library = Library(
      papers: (1...200).map {
        Paper(
          id: ArXivID(month: ArXivMonth("2611")!, number: $0)!, title: "Paper number \($0)",
          abstract: "about \($0 % 7)", published: Self.now)
      })
    let query = try Query(parsing: "number abs:\"about 3\"")
    let counts = await withTaskGroup { group in
      for _ in 0..<8 {
        group.addTask { library.ids(matching: query, now: Self.now).count }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 29, count: 8))
  }

  @Test func aYearAgoIsTheSameDayOfTheCalendar() {
    let leapDay = Timestamp("2024-02-29T06:07:08Z")!
    #expect(Query.Moment.ago(1, .years).time(now: leapDay) == Timestamp("2023-02-28T06:07:08Z"))
    #expect(Query.Moment.ago(1, .months).time(now: leapDay) == Timestamp("2024-01-29T06:07:08Z"))
    #expect(Query.Moment.ago(2, .weeks).time(now: leapDay) == Timestamp("2024-02-15T06:07:08Z"))
    #expect(Query.Moment.ago(99_999, .years).time(now: leapDay) == .distantPast)
  }
}
