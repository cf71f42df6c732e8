import Papers
import TestSupport
import Testing

@testable import paperq

/// What is said of words that begin with '-' and are no options.
struct DashedWordTests {
  @Test(arguments: [
    ("list -is:read", "list -- -is:read"), ("list cs --limit 3 -tag:skip", "list -- -tag:skip"),
    ("--config c.json export --sort -title -au:hill", "export -- -au:hill"),
    ("search -cat:cs.LG", "search -- -cat:cs.LG"),
  ])
  func aQueryIsToldToComeAfterTwoDashes(line: String, right: String) {
    let hint = DashedWord(in: line.split(separator: " ").map(String.init))?.hint
    #expect(hint == "a query that begins with '-' comes after '--': paperq \(right)")
  }

  @Test func otherPlacesHaveTheirOwnWords() {
    #expect(
      DashedWord(in: ["note", "1706.03762", "-2 is wrong"])?.hint
        == "a text that begins with '-' comes after '--': paperq note ID -- -2 is wrong")
    #expect(
      DashedWord(in: ["mark", "read", "--query", "-is:read"])?.hint
        == "a query that begins with '-' is written '--query=-is:read'")
  }

  @Test(arguments: [
    "list -h", "list --sot title", "list --sort -title", "list -- -is:read", "note 1706.03762 -",
    "next -x", "-h", "",
  ])
  func optionsAreLeftToTheParser(line: String) {
    #expect(DashedWord(in: line.split(separator: " ").map(String.init)) == nil)
  }

  @Test func theProgramSaysIt() async throws {
    let paperq = try BuiltProgram()
    #expect(
      try await paperq("list", "-is:read")
        == .init(
          errors: "paperq: Unknown option '-is:read'; a query that begins with '-' comes after "
            + "'--': paperq list -- -is:read\n", code: 64))
    #expect(
      try await paperq("list", "-au:hill")
        == .init(
          errors: "paperq: a query that begins with '-' comes after '--': "
            + "paperq list -- -au:hill\n", code: 64))
    #expect(
      try await paperq("star", "--query", "-is:read").errors.contains("'--query=-is:read'"))
    try paperq.stock(try Paper.three())
    #expect(try await paperq("star", "--query=-is:read").code == 0)
    #expect(try await paperq("list", "--", "-is:starred").code == 1)
    #expect(try await paperq("list", "-h").code == 0)
  }
}
