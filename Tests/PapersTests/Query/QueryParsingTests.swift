// swift-format-ignore-file: NeverForceUnwrap

import TestSupport
import Testing

@testable import Papers

struct QueryParsingTests {
  @Test(arguments: [
    ("", ""),
    ("  \n ", ""),
    ("attention", "attention"),
    ("  attention   is  ", "attention is"),
    (
      "cat:cs.LG au:hill (ti:\"world model\" OR abs:planning) -tag:skip is:unread since:7d",
      "cat:cs.LG au:hill (ti:\"world model\" OR abs:planning) -tag:skip is:unread since:7d"
    ),
    ("a AND b", "a b"),
    ("a b OR c", "(a b) OR c"),
    ("a OR b c OR d", "a OR (b c) OR d"),
    ("a OR (b OR c)", "a OR b OR c"),
    ("((a)) (b (c))", "a b c"),
    ("NOT a", "-a"),
    ("a AND NOT b", "a -b"),
    ("a ANDNOT b", "a -b"),
    ("-(a b)", "-(a b)"),
    ("--a", "--a"),
    ("NOT NOT a", "--a"),
    ("ti:(a OR b)", "ti:a OR ti:b"),
    ("ti:(a -b \"c d\")", "ti:a -ti:b ti:\"c d\""),
    ("-is:(unread OR queued)", "-(is:unread OR is:queued)"),
    ("foo(bar)baz", "foo bar baz"),
    ("foo\"b c\"d", "foo \"b c\" d"),
    ("a and b or c not d", "a and b or c not d"),
    ("TI:x Cat:cs.AI IS:Unread", "ti:x cat:cs.AI is:unread"),
    ("\"OR\" \"-x\" \"ti:x\"", "\"OR\" \"-x\" \"ti:x\""),
    ("\"plain\"", "plain"),
    ("ti:OR tag:-x note:a:b", "ti:OR tag:-x note:a:b"),
    (#""say \"hi\" \alpha \\ x""#, #""say \"hi\" \\alpha \\ x""#),
    ("10:30 zero-shot C++ 日本語", "10:30 zero-shot C++ 日本語"),
    ("id:https://arxiv.org/abs/1706.03762v7", "id:1706.03762"),
    ("https://arxiv.org/pdf/1706.03762v7.pdf", "id:1706.03762"),
    ("arXiv:math.GT/0309136", "id:math/0309136"),
    ("1706.03762", "1706.03762"),
    ("depth:2 depth:2..3 depth:2.. depth:..1", "depth:2 depth:2.. depth:2.. depth:..1"),
    (
      "year:2024 year:2020..2024 year:2020.. year:..2020",
      "year:2024 year:2020..2024 year:2020.. year:..2020"
    ),
    (
      "since:2026-11-22 before:2026-11 added:2026 since:12M",
      "since:2026-11-22 before:2026-11 added:2026 since:12m"
    ),
  ])
  func aQueryHasOneCanonicalSpelling(text: String, canonical: String) throws {
    let query = try Query(parsing: text)
    #expect(query.description == canonical)
    #expect(try Query(parsing: canonical) == query)
  }

  @Test(arguments: [
    ("a (b", 3, "the ')' to this '(' is missing"),
    ("a (", 3, "the ')' to this '(' is missing"),
    ("a) b", 2, "this ')' closes no parenthesis"),
    ("a ()", 3, "the parenthesis is empty"),
    ("ti:( )", 4, "the parenthesis is empty"),
    ("ti:\"open", 4, "the closing quote is missing"),
    ("x \"\"", 3, "the text in quotes is empty"),
    ("ti: x", 4, "a value is missing behind 'ti:'"),
    ("au:)", 4, "a value is missing behind 'au:'"),
    ("OR a", 1, "a term is missing before 'OR'; in quotes it is a word"),
    ("a OR", 3, "a term is missing behind 'OR'; in quotes it is a word"),
    ("a OR OR b", 6, "a term is missing before 'OR'; in quotes it is a word"),
    ("(a AND) b", 4, "a term is missing behind 'AND'; in quotes it is a word"),
    ("a NOT", 3, "a term is missing behind 'NOT'; in quotes it is a word"),
    ("a - b", 3, "a term is missing behind '-'; in quotes it is a word"),
    ("é titel:x", 3, "unknown field 'titel'; did you mean 'ti:'?"),
    ("author:x", 1, "unknown field 'author'; did you mean 'au:'?"),
    ("tga:x", 1, "unknown field 'tga'; did you mean 'tag:'?"),
    ("projct:x", 1, "unknown field 'projct'; did you mean 'project:'?"),
    (
      "zzzzzz:x", 1,
      "unknown field 'zzzzzz'; fields are ti au abs co jr cat id all is tag note source project "
        + "depth since before added year"
    ),
    (
      "is:unraed", 4,
      "unknown value 'unraed' for 'is:'; did you mean 'unread'? allowed are unread, queued, "
        + "reading, read, dismissed, starred, noted, updated, withdrawn, new"
    ),
    (
      "is:xyzxyz", 4,
      "unknown value 'xyzxyz' for 'is:'; allowed are unread, queued, reading, read, dismissed, "
        + "starred, noted, updated, withdrawn, new"
    ),
    ("id:1706", 4, "'1706' is no arXiv id; write 1706.03762 or hep-th/9901001"),
    (
      "since:2026-13", 7,
      "'2026-13' is no time for 'since:'; write a date (2026-11-22, 2026-11, 2026) or an age "
        + "(7d, 2w, 3m, 1y)"
    ),
    ("depth:4", 7, "'4' is no depth; write 0 to 3, 2.. or 1..2"),
    ("year:24", 6, "'24' is no year; write 2024, 2020..2024 or 2020.."),
    ("year:2024..2020", 6, "'2024..2020' is no year; write 2024, 2020..2024 or 2020.."),
    ("year:..", 6, "'..' is no year; write 2024, 2020..2024 or 2020.."),
    ("ti:(a au:b)", 7, "'au:' stands within 'ti:(...)'; put it outside the parenthesis"),
  ])
  func anErrorPointsAtItsColumn(text: String, column: Int, message: String) {
    #expect(throws: QueryError(message, column: column)) { try Query(parsing: text) }
  }

  @Test(arguments: [
    ("au:", true), ("(", true), ("(a", true), ("a OR ", true), ("NOT", true), ("-", true),
    ("\"open", true), ("is:unr", true), ("since:7", true), ("-(ti:x OR au:\"Hill, ", true),
    ("", false), ("whole", false), ("au:x OR y", false), ("is:unr whole", false),
    ("xyz:1", false), ("a )", false), ("() b", false), ("since:7 (a", false),
  ])
  func aTextThatMayBecomeAQueryIsToldFromOneThatIsWrong(text: String, isBegun: Bool) {
    #expect(Query.isBegun(text) == isBegun)
  }

  @Test func nestingIsLimited() throws {
    let deep = String(repeating: "(", count: 49) + "a" + String(repeating: ")", count: 49)
    #expect(try Query(parsing: deep).description == "a")
    let tooDeep = String(repeating: "(", count: 100_000)
    #expect(throws: QueryError("parentheses lie more than 50 deep in one another", column: 51)) {
      try Query(parsing: tooDeep)
    }
    #expect(throws: QueryError.self) {
      try Query(parsing: String(repeating: "-", count: 100_000) + "a")
    }
  }

  @Test func aCombiningMarkBehindAColonBelongsToTheValue() throws {
    let query = try Query(parsing: "ti:\u{301}x OR\u{301} b")
    #expect(query.description == "ti:\u{301}x OR\u{301} b")
    #expect(throws: QueryError("a term is missing behind 'OR'; in quotes it is a word", column: 4))
    {
      try Query(parsing: "e\u{301}a OR")
    }
  }

  @Test func queriesAreCombined() throws {
    let view = try Query(parsing: "is:unread OR is:queued")
    let filter = try Query(parsing: "a b")
    #expect(view.and(filter).description == "(is:unread OR is:queued) a b")
    #expect(Query.undismissed.and(filter) == filter)
    #expect(filter.and(.undismissed) == filter)
    #expect(Query.undismissed.and(.undismissed) == .undismissed)
    #expect(Query.everything.description == "is:dismissed OR -is:dismissed")
  }

  @Test(arguments: ["a", "two words", #"a "quoted" one"#, #"\alpha"#, "is:read", "OR", "(", "-x"])
  func aTextIsAskedForAsItStands(text: String) throws {
    let query = Query(text: text)
    #expect(query == Query(.term(.init(.text(.anywhere, text)))))
    #expect(try Query(parsing: query.description) == query)
  }

  @Test func whatIsPrintedIsReadAsTheSame() throws {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      let query = Query(.random(depth: 4, using: &generator))
      let read = try Query(parsing: query.description)
      #expect(read == query, "\(query)")
      #expect(read.description == query.description)
    }
  }

  @Test func noTextMakesTheParserTrap() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "ti:", "au:", "is:", "(", ")", "\"", "-", "OR", "AND", "NOT", " ", "a", "é", "\u{301}", "\\",
      "since:7d", "year:20", "..", "id:", ":", "\n", "\u{0}", "👩‍👩‍👧", "depth:", "9999999999d",
    ]
    for _ in 0..<3000 {
      let count = Int.random(in: 0..<12, using: &generator)
      let text = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
      do throws(QueryError) {
        let query = try Query(parsing: text)
        #expect(try Query(parsing: query.description) == query)
      } catch {
        #expect((1...text.count + 1).contains(error.column), "\(text)")
      }
    }
  }

  @Test func highlightTermsAreThePositiveTexts() throws {
    let query = try Query(
      parsing:
        "gans ti:\"world model\" -ti:survey au:hill_f au:\"Hill, Felix\" cat:cs.LG -(-x gans)")
    #expect(query.highlightTerms == ["gans", "world model", "hill", "Hill", "Felix", "x"])
  }

  @Test func everyFieldHasHelpAndIsOfferedForCompletion() {
    #expect(Query.completionFields.count == 18)
    #expect(Query.Field.allCases.allSatisfy { !$0.help.isEmpty })
  }
}

extension Query.Expression {
  fileprivate static func random(
    depth: Int, using generator: inout SeededGenerator
  ) -> Query.Expression {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<6, using: &generator)
    switch kind {
    case 1: return .not(random(depth: depth - 1, using: &generator))
    case 2, 3, 4:
      let count = Int.random(in: 1...4, using: &generator)
      let parts = (0..<count).map { _ in random(depth: depth - 1, using: &generator) }
      return kind == 2 ? .or(parts) : .and(parts)
    default: return .term(.init(.random(using: &generator)))
    }
  }
}

extension Query.Condition {
  fileprivate static func random(using generator: inout SeededGenerator) -> Query.Condition {
    let values = [
      "a", "OR", "AND", "NOT", "-x", "ti:x", "x y", "say \"hi\"", "(", "back\\slash", "é",
      "\u{301}",
      "cs.*", "a:b", "\\\"", "日本", "tab\tx", "10:30", "ANDNOT", "--", "x\\",
    ]
    let value = values.randomElement(using: &generator) ?? "a"
    let years = [2020...2024, 2024...2024, 2020...9999, 1...2020, 1...9999]
    let depths = [0...0, 0...3, 1...2, 2...3, 0...1]
    let moments: [Query.Moment] = [
      .ago(7, .days), .ago(2, .weeks), .ago(3, .months), .ago(1, .years), .year(1999),
      .month(year: 2026, month: 2), .day(year: 2024, month: 2, day: 29),
    ]
    let moment = moments.randomElement(using: &generator) ?? .year(2000)
    let all: [Query.Condition] = [
      .text(Query.TextScope.allCases.randomElement(using: &generator) ?? .all, value),
      .text(.anywhere, value), .author(value), .category(value), .tag(value), .note(value),
      .source(value), .project(value),
      .id(ArXivID("1706.03762")!), .id(ArXivID("hep-th/9901001")!),
      .status(Query.Status.allCases.randomElement(using: &generator) ?? .read),
      .depth(depths.randomElement(using: &generator) ?? 0...0),
      .years(years.randomElement(using: &generator) ?? 2024...2024),
      .since(moment), .before(moment), .added(moment),
    ]
    return all.randomElement(using: &generator) ?? .note(value)
  }
}
