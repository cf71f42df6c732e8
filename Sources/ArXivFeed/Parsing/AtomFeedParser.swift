package import Papers

/// Reads answers of arXiv's query API, of both server generations (ARXIV.md 3 and 4), and the
/// bundled starter list, which has the same shape and two elements of our own.
package enum AtomFeedParser {
  /// The papers of a feed, with `added` set to `receivedAt`.
  ///
  /// All or nothing: bytes that are no feed, or only a part of one, are an error; so is an error
  /// feed (`FeedError.refused`). A single entry that is no paper is left out with a warning.
  package static func parse(
    _ bytes: [UInt8], receivedAt: Timestamp
  ) throws(FeedError) -> FeedPage {
    let handler = try FeedXMLReader.read(bytes, into: AtomFeedHandler(receivedAt: receivedAt))
    if let root = handler.foreignRoot { throw .notAFeed(root: root) }
    if handler.papers.isEmpty, let words = handler.errorWords { throw .refused(words) }
    return FeedPage(
      papers: handler.papers,
      totalResults: handler.totalResults ?? handler.papers.count,
      startIndex: handler.startIndex ?? 0,
      itemsPerPage: handler.itemsPerPage ?? handler.papers.count,
      leftOut: handler.leftOut, warnings: handler.warnings)
  }
}

/// Collects the papers of a feed from its elements: the feed is at depth 1, entries at 2, what they
/// say at 3, names and affiliations of authors at 4. Anything else is ignored.
private struct AtomFeedHandler: FeedElementHandler {
  let receivedAt: Timestamp
  var papers: [Paper] = []
  var warnings: [String] = []
  var leftOut: Int { entryCount - papers.count }
  var errorWords: String?
  var foreignRoot: String?
  var totalResults: Int?
  var startIndex: Int?
  var itemsPerPage: Int?

  private var entry: AtomEntry?
  private var entryCount = 0
  private var isInAuthor = false
  private var authorName = ""
  private var affiliations: [String] = []

  init(receivedAt: Timestamp) {
    self.receivedAt = receivedAt
  }

  mutating func begin(
    _ name: String, in namespace: FeedNamespace, depth: Int, attributes: [String: String]
  ) -> Bool {
    switch depth {
    case 1:
      let isFeed = name == "feed" && namespace == .atom
      if !isFeed { foreignRoot = name }
      return false
    case 2:
      if name == "entry", namespace == .atom, foreignRoot == nil { entry = AtomEntry() }
      return namespace == .openSearch
    case 3 where entry != nil:
      return beginField(name, in: namespace, attributes: attributes)
    case 4 where isInAuthor:
      return name == "name" && namespace == .atom || name == "affiliation" && namespace == .arXiv
    default: return false
    }
  }

  private mutating func beginField(
    _ name: String, in namespace: FeedNamespace, attributes: [String: String]
  ) -> Bool {
    switch (namespace, name) {
    case (.atom, "category"):
      if let term = attributes["term"] { entry?.categories.append(FeedText.collapsed(term)) }
      return false
    case (.arXiv, "primary_category"):
      if let term = attributes["term"] { entry?.primaryCategory = FeedText.collapsed(term) }
      return false
    case (.atom, "author"):
      isInAuthor = true
      authorName = ""
      affiliations = []
      return false
    case (.atom, "link"): return false
    case (.atom, _), (.arXiv, _), (.starter, _): return true
    default: return false
    }
  }

  mutating func end(_ name: String, in namespace: FeedNamespace, depth: Int, text: String) {
    switch depth {
    case 2 where namespace == .openSearch: endCount(name, text: text)
    case 2 where name == "entry" && namespace == .atom: endEntry()
    case 3 where entry != nil:
      if namespace == .atom, name == "author" {
        endAuthor()
      } else {
        endField(name, in: namespace, text: text)
      }
    case 4 where isInAuthor:
      if namespace == .atom, name == "name" { authorName = FeedText.collapsed(text) }
      if namespace == .arXiv, name == "affiliation" {
        let affiliation = FeedText.collapsed(text)
        if !affiliation.isEmpty { affiliations.append(affiliation) }
      }
    default: break
    }
  }

  private mutating func endField(_ name: String, in namespace: FeedNamespace, text: String) {
    switch (namespace, name) {
    case (.atom, "id"): entry?.id = FeedText.collapsed(text)
    case (.atom, "title"): entry?.title = text
    case (.atom, "summary"): entry?.summary = text
    case (.atom, "published"): entry?.published = text
    case (.atom, "updated"): entry?.updated = text
    case (.arXiv, "comment"): entry?.comment = FeedText.filled(text, atMost: FieldBound.comment)
    case (.arXiv, "journal_ref"):
      entry?.journalRef = FeedText.filled(text, atMost: FieldBound.journalRef)
    case (.arXiv, "doi"):
      var dois = entry?.dois ?? []
      AtomEntry.addDOIs(text, to: &dois)
      entry?.dois = dois
    case (.starter, "position"): entry?.starterPosition = Int(FeedText.collapsed(text))
    case (.starter, "why"): entry?.starterWhy = FeedText.collapsed(text)
    default: break
    }
  }

  private mutating func endAuthor() {
    isInAuthor = false
    entry?.authors.take(authorName, affiliations: affiliations)
  }

  private mutating func endEntry() {
    guard let entry else { return }
    self.entry = nil
    entryCount += 1
    if entry.isError {
      errorWords = errorWords ?? entry.errorWords
      warnings.append("entry \(entryCount) left out: \(FeedText.inMessage(entry.errorWords))")
      return
    }
    switch entry.paper(receivedAt: receivedAt) {
    case .success(let paper): papers.append(paper)
    case .failure(let why): warnings.append("entry \(entryCount) left out: \(why.reason)")
    }
  }

  private mutating func endCount(_ name: String, text: String) {
    let count = Int(FeedText.collapsed(text)).flatMap { $0 >= 0 ? $0 : nil }
    if count == nil { warnings.append("'\(FeedText.inMessage(name, limit: 40))' is no number") }
    switch name {
    case "totalResults": totalResults = count
    case "startIndex": startIndex = count
    case "itemsPerPage": itemsPerPage = count
    default: break
    }
  }
}
