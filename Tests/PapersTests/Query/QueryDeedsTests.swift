import Papers
import Testing

struct QueryDeedsTests {
  @Test(arguments: [
    "is:queued", "is:reading", "is:read", "is:starred", "is:noted", "is:dismissed",
    "tag:vision", "tag:*", "note:proof", "project:thesis", "depth:2..", "depth:1",
    "is:starred cat:cs.LG", "since:7d is:noted", "is:queued OR is:reading",
    "(is:queued OR is:reading) -tag:skip", "--is:starred", "-(-is:starred OR is:dismissed)",
    "-(-is:queued -is:reading)", "is:unread is:starred",
  ])
  func whatTheUserDidIsAskedFor(text: String) throws {
    #expect(try Query(parsing: text).asksForDeeds)
  }

  @Test(arguments: [
    "", "is:unread", "is:unread since:14d", "cat:cs.LG", "is:updated", "is:withdrawn", "is:new",
    "source:starter", "attention", "-tag:skip", "-is:read", "is:starred OR since:7d",
    "-(is:starred OR is:noted)", "-(-is:starred tag:skip)", "depth:0", "depth:..1", "-depth:2",
  ])
  func whatNobodyTouchedMayBeAmongIt(text: String) throws {
    #expect(try !Query(parsing: text).asksForDeeds)
  }
}
