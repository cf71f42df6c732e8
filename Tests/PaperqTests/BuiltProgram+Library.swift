import Foundation
import LibraryStore
import Papers
import Testing

extension BuiltProgram {
  /// The library of the home folder, opened anew; so long ago that no temporary file is old.
  func openStore(
    device: String = "tests", at time: Int64 = 1_700_000_000_000
  ) throws -> LibraryStore {
    let store = LibraryStore(
      folder: home.path + "/.local/share/paperq", device: device, lockTimeout: 30,
      now: { Timestamp(milliseconds: time) })
    _ = try store.open()
    return store
  }

  /// Puts papers into the library.
  func stock(_ papers: [Paper]) throws {
    _ = try openStore().merge(papers)
  }

  /// What the user did with a paper.
  func reading(_ id: String) throws -> ReadingRecord {
    try openStore().library.reading(#require(ArXivID(id)))
  }
}

extension Paper {
  /// Three papers of different months, titles and authors.
  static func three() throws -> [Paper] {
    [
      Paper(
        id: try #require(ArXivID("1706.03762")), version: 7, title: "Attention Is All You Need",
        abstract: "We propose the Transformer.",
        authors: [Author("Ashish Vaswani"), Author("Noam Shazeer")],
        categories: ["cs.CL", "cs.LG"], published: try #require(Timestamp("2017-06-12T17:57:34Z")),
        updated: Timestamp("2023-08-02T00:41:18Z"), sources: ["canon"]),
      Paper(
        id: try #require(ArXivID("1512.03385")), title: "Deep Residual Learning",
        abstract: "Residual nets.", authors: [Author("Kaiming He")], categories: ["cs.CV"],
        published: try #require(Timestamp("2015-12-10T19:51:55Z"))),
      Paper(
        id: try #require(ArXivID("hep-th/9711200")), title: "The Large $N$ Limit",
        abstract: "", authors: [Author("Juan Maldacena")], categories: ["hep-th"],
        published: try #require(Timestamp("1997-11-27T20:53:13Z"))),
    ]
  }
}
