import ArXivFeed
import JSONText
import Papers

@testable import paperq

extension FuzzTarget {
  /// A paper for queries to look at.
  private static let library: Library = {
    guard let id = ArXivID("2401.00001") else { preconditionFailure("it is an identifier") }
    let paper = Paper(
      id: id, title: "Schr\\\"odinger's $x^2$", abstract: "A world model.",
      authors: [.init("Ada Lovelace")], categories: ["cs.LG"], published: present)
    return Library(papers: [paper]).applying(
      LibraryChange(
        action: "tag", at: present, steps: [.init(id, .tag("later", isPresent: true))]))
  }()

  static func readQuery(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let query: Query
    do throws(QueryError) {
      query = try Query(parsing: text)
    } catch {
      try requireOneLine(error.message)
      try require((1...text.count + 1).contains(error.column), "an error outside of the query")
      return false
    }
    try requireSound(query)
    return true
  }

  private static func requireSound(_ query: Query) throws(Failure) {
    let printed = query.description
    try require(
      (try? Query(parsing: printed)) == query, "another query when printed and read: \(printed)")
    let found = library.ids(matching: query, now: present)
    try require(
      found.allSatisfy { library.matches($0, query, now: present) }, "found without match")
    do throws(QueryError) {
      _ = try query.searchQuery(now: present)
    } catch {
      try requireOneLine(error.message)
    }
  }

  static func readConfiguration(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let configuration: Configuration
    do throws(ConfigurationError) {
      configuration = try Configuration(reading: bytes, file: "config.json")
    } catch {
      try requireOneLine(error.message)
      return false
    }
    let again = try? Configuration(reading: configuration.effective.encoded, file: "config.json")
    try require(again?.effective == configuration.effective, "another one when printed and read")
    return true
  }

  static func readAtom(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let page: FeedPage
    do throws(FeedError) {
      page = try AtomFeedParser.parse(bytes, receivedAt: present)
    } catch {
      try requireOneLine(error.message)
      return false
    }
    try requireSound(page.papers)
    return true
  }

  static func readDaily(_ bytes: [UInt8]) throws(Failure) -> Bool {
    let feed: DailyFeed
    do throws(FeedError) {
      feed = try DailyFeedParser.parse(bytes, receivedAt: present)
    } catch {
      try requireOneLine(error.message)
      return false
    }
    try requireSound(feed.announcements.map(\.paper))
    return true
  }

  private static func requireSound(_ papers: [Paper]) throws(Failure) {
    for paper in papers {
      try require(
        !paper.title.isEmpty && paper.title == paper.title.onOneLine, "a title of several lines")
      try require(Paper(id: paper.id, json: paper.json) == paper, "another paper from the library")
    }
  }
}
