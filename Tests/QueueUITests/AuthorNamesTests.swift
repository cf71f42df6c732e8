import Papers
import Testing

@testable import QueueUI

struct AuthorNamesTests {
  private func short(_ names: [String], _ columns: Int) -> String {
    AuthorNames(names.map { Paper.Author($0) }).short(columns: columns)
  }

  @Test func asManyLastNamesAsFit() {
    let names = ["Ashish Vaswani", "Noam Shazeer", "Niki Parmar"]
    #expect(short(names, 30) == "Vaswani, Shazeer, Parmar")
    #expect(short(names, 20) == "Vaswani, Shazeer +1")
    #expect(short(names, 12) == "Vaswani +2")
    #expect(short(names, 6) == "Va… +2")
    #expect(short([], 6) == "")
  }

  @Test func aCollaborationIsNamedInFull() {
    #expect(short(["The ATLAS Collaboration", ":", "G. Aad"], 40) == "ATLAS Collaboration, Aad")
    #expect(
      short(["ATLAS Collaboration"] + Array(repeating: "A B", count: 2900), 26)
        == "ATLAS Collaboration +2900")
    #expect(short(["on behalf of the Gemma Team"], 40) == "Gemma Team")
    #expect(short(["The Team"], 40) == "The Team")
  }

  @Test func affiliationsStandBehindTheirOwner() {
    let authors = AuthorNames([
      Paper.Author("Ada Lovelace", affiliations: ["London", "Analytical Society"]),
      Paper.Author("Alan Turing"),
    ])
    #expect(authors.full == "Ada Lovelace (London; Analytical Society), Alan Turing")
  }
}
