// swift-format-ignore-file: NeverForceUnwrap

import Papers
import Testing

/// The translation to the grammar of ARXIV.md 2.1.
struct QueryArXivTests {
  private let now = Timestamp("2026-11-22T15:04:05Z")!

  @Test(arguments: [
    ("attention", "all:attention"),
    ("attention mechanism", "(all:attention AND all:mechanism)"),
    ("ti:attention mechanism", "(ti:attention AND all:mechanism)"),
    ("ti:(electron OR proton)", "(ti:electron OR ti:proton)"),
    ("ti:a NOT ti:b", "(ti:a ANDNOT ti:b)"),
    ("ti:a AND NOT ti:b", "(ti:a ANDNOT ti:b)"),
    ("ti:a and ti:b", "(ti:a AND all:and AND ti:b)"),
    ("\"world model\"", "all:\"world model\""),
    ("ti:\"say \\\"hi\\\" now\"", "ti:\"say hi now\""),
    ("ti:\"OR\"", "ti:\"OR\""),
    ("ti:a:b", "ti:\"a:b\""),
    ("zero-shot", "all:zero-shot"),
    ("au:hill", "au:hill"),
    ("au:hill_f", "au:\"hill f\""),
    ("au:del_maestro", "au:\"del maestro\""),
    ("au:\"Felix Hill\"", "au:\"Felix Hill\""),
    ("au:\"Hill, Felix\"", "au:\"Felix Hill\""),
    ("cat:cs.*", "cat:cs.*"),
    ("cat:cs.ai", "cat:cs.AI"),
    ("cat:CS.*", "cat:cs.*"),
    ("cat:ASTRO-PH*", "cat:astro-ph*"),
    ("cat:cs.l*", "cat:cs.L*"),
    ("cat:nosuch.XY", "cat:nosuch.XY"),
    (
      "co:icml jr:nature abs:x all:y id:1706.03762",
      "(co:icml AND jr:nature AND abs:x AND all:y AND id:1706.03762)"
    ),
    ("a b OR c", "((all:a AND all:b) OR all:c)"),
    ("a (b OR c)", "(all:a AND (all:b OR all:c))"),
    ("a -b -c", "(all:a ANDNOT (all:b OR all:c))"),
    ("a -(b OR c)", "(all:a ANDNOT (all:b OR all:c))"),
    ("a -(b c)", "(all:a ANDNOT (all:b AND all:c))"),
    ("a -(b -c)", "(all:a ANDNOT (all:b ANDNOT all:c))"),
    ("a (b OR -c)", "(all:a ANDNOT (all:c ANDNOT all:b))"),
    ("-(-a -b)", "(all:a OR all:b)"),
    ("since:7d", "submittedDate:[202611151504 TO 209812312359]"),
    ("since:2026-11-01", "submittedDate:[202611010000 TO 209812312359]"),
    ("before:2026-11", "submittedDate:[199101010000 TO 202610312359]"),
    ("year:2020..2024", "submittedDate:[202001010000 TO 202412312359]"),
    ("year:2020..", "submittedDate:[202001010000 TO 209812312359]"),
    (
      "cat:cs.LG since:2024 before:2024-02 x",
      "(cat:cs.LG AND submittedDate:[202401010000 TO 202401312359] AND all:x)"
    ),
    (
      "cat:cs.LG -since:2024",
      "(cat:cs.LG ANDNOT submittedDate:[202401010000 TO 209812312359])"
    ),
    (
      "year:2020 OR year:2022",
      "(submittedDate:[202001010000 TO 202012312359] OR "
        + "submittedDate:[202201010000 TO 202212312359])"
    ),
  ])
  func aQueryIsTranslatedFullyParenthesised(text: String, translated: String) throws {
    #expect(try Query(parsing: text).searchQuery(now: now) == translated)
  }

  @Test(arguments: [
    ("", 1, "arXiv needs something to look for; the query is empty"),
    ("a is:unread", 3, "arXiv does not know 'is:'; it is known in your library alone"),
    ("a -tag:x", 4, "arXiv does not know 'tag:'; it is known in your library alone"),
    ("note:x", 1, "arXiv does not know 'note:'; it is known in your library alone"),
    ("a OR source:x", 6, "arXiv does not know 'source:'; it is known in your library alone"),
    ("project:x", 1, "arXiv does not know 'project:'; it is known in your library alone"),
    ("depth:2", 1, "arXiv does not know 'depth:'; it is known in your library alone"),
    ("added:7d", 1, "arXiv does not know 'added:'; it is known in your library alone"),
    (
      "-ti:x", 2,
      "arXiv cannot answer NOT alone; add a term that papers must match, as in 'cat:cs.LG -ti:x'"
    ),
    (
      "NOT (a b)", 6,
      "arXiv cannot answer NOT alone; add a term that papers must match, as in 'cat:cs.LG -ti:x'"
    ),
    (
      "a OR -b", 7,
      "arXiv cannot answer NOT alone; add a term that papers must match, as in 'cat:cs.LG -ti:x'"
    ),
    ("x ti:\"?!\"", 3, "'?!' has no letter that arXiv could look for"),
    ("since:2024 before:2023", 12, "no time is within all these limits"),
    ("before:1900", 1, "arXiv has no papers from before 1991"),
    ("year:1900", 1, "arXiv has no papers of these years"),
  ])
  func whatArXivCannotAnswerIsAnError(text: String, column: Int, message: String) throws {
    let query = try Query(parsing: text)
    #expect(throws: QueryError(message, column: column)) { try query.searchQuery(now: now) }
  }

  @Test func anAgeNeedsToday() throws {
    #expect(
      throws: QueryError("'7d' depends on the day; give a date here, as 2026-11-22", column: 3)
    ) { try Query(parsing: "a since:7d").searchQuery() }
    #expect(
      try Query(parsing: "since:2026").searchQuery()
        == "submittedDate:[202601010000 TO 209812312359]")
  }
}
