import Testing

@testable import paperq

struct TagCommandTests {
  @Test(arguments: [
    (["tag", "1", "+a", "-b"], ["tag", "--", "1", "+a", "-b"]),
    (
      ["--json", "tag", "1", "-b", "--library", "-x"],
      ["--json", "tag", "--library", "-x", "--", "1", "-b"]
    ),
    (["--config", "tag", "tag", "-b"], ["--config", "tag", "tag", "--", "-b"]),
    (["tag", "1", "--", "--b"], ["tag", "--", "1", "--b"]),
    (["tag", "-h"], ["tag", "-h"]),
    (["list", "tag", "-b"], ["list", "tag", "-b"]),
    (["--config", "tag"], ["--config", "tag"]),
    ([], []),
  ])
  func tagsAreSetApartFromOptions(arguments: [String], expected: [String]) {
    #expect(TagCommand.separatingTags(in: arguments) == expected)
  }
}
