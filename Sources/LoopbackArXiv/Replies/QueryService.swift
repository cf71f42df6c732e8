import Papers

/// Which of arXiv's servers answers: the one in service since November 2025, or the one before.
package enum ArXivGeneration: Sendable {
  case current, legacy
}

/// The query API over a fixed set of papers (ARXIV.md 2 to 4).
struct QueryService: Sendable {
  let papers: [Paper]
  let generation: ArXivGeneration

  /// What faults of the server do to a page.
  struct Distortion: Sendable {
    var totalResults: Int?
    var isEmpty = false
    var doublesEntries = false
    var ignoresOrder = false
    /// How many papers at the top of the list are left out, or, below zero, how many strangers stand
    /// there.
    var shift = 0
  }

  /// The most papers of one page.
  private static let largestPage = 2000
  /// The end of what can be reached by paging.
  private static let lastResult = 10_000

  func reply(to request: LoopbackRequest, distortion: Distortion) -> LoopbackReply {
    let format = FeedFormat(generation: generation, now: request.time)
    do {
      let page = try evaluate(request, ignoresOrder: distortion.ignoresOrder)
      // The present server divides by the page size.
      if page.asked == 0 { return .html("500 Internal Server Error", status: 500) }
      let first = max(0, page.start + distortion.shift)
      var shown = page.found.dropFirst(first).prefix(min(page.asked, Self.largestPage))
      if distortion.isEmpty { shown = [] }
      let entries = distortion.doublesEntries ? shown.flatMap { [$0, $0] } : Array(shown)
      return .feed(
        format.page(
          entries, query: page.query,
          total: distortion.totalResults ?? max(0, page.found.count - distortion.shift),
          start: page.start, asked: page.asked))
    } catch {
      let query =
        "search_query=\(request["search_query"] ?? "")&id_list=\(request["id_list"] ?? "")"
      return .feed(format.error(error.words, id: error.id, query: query), status: 400)
    }
  }

  private struct Page {
    var found: [Paper]
    var query: String
    var start: Int
    var asked: Int
  }

  private struct Refusal: Error {
    var words: String
    var id: String

    init(_ words: String, fragment: String? = nil) {
      self.words = words
      id = "https://arxiv.org/api/errors" + (fragment.map { "#" + $0 } ?? "")
    }

    init(sortWords: String) {
      words = sortWords
      id = "https://arxiv.org/help/api/user-manual#sort"
    }
  }

  private func evaluate(
    _ request: LoopbackRequest, ignoresOrder: Bool
  ) throws(Refusal) -> Page {
    let start = try number("start", in: request, standard: 0)
    let asked = try number("max_results", in: request, standard: 10)
    let sortBy = request["sortBy"] ?? "relevance"
    guard ["relevance", "lastUpdatedDate", "submittedDate"].contains(sortBy) else {
      throw Refusal(sortWords: "sortBy must be in: relevance, lastUpdatedDate, submittedDate")
    }
    let sortOrder = request["sortOrder"] ?? "descending"
    guard ["ascending", "descending"].contains(sortOrder) else {
      throw Refusal(sortWords: "sortOrder must be in: ascending, descending")
    }
    let search = request["search_query"] ?? ""
    let ids = (request["id_list"] ?? "").split(separator: ",").map(String.init)
    guard !search.isEmpty || !ids.isEmpty else {
      throw Refusal("Either a search_query or id_list must be specified for the classic API.")
    }
    guard start + asked <= Self.lastResult else {
      throw Refusal("start + max_results must be at most \(Self.lastResult)")
    }
    var found = ids.isEmpty ? papers : try versions(ids)
    var rewritten = ""
    if !search.isEmpty {
      do {
        let tokens = try SearchTokenizer.tokens(of: search)
        let expression = try SearchExpression(tokens)
        rewritten = Self.text(tokens)
        found = found.filter { expression.matches(SearchablePaper(paper: $0)) }
      } catch {
        throw Refusal("Invalid query string: '\(search)'")
      }
    }
    let query =
      "search_query=\(rewritten)&id_list=\(ids.joined(separator: ","))"
      + "&start=\(start)&max_results=\(asked)"
    return Page(
      found: ignoresOrder
        ? found.sorted { $0.title < $1.title }
        : Self.sorted(found, by: sortBy, order: sortOrder),
      query: query, start: start,
      asked: asked)
  }

  private func number(
    _ name: String, in request: LoopbackRequest, standard: Int
  ) throws(Refusal) -> Int {
    guard let text = request[name] else { return standard }
    guard let value = Int(text), value < 1_000_000_000 else {
      throw Refusal("\(name) must be an integer", fragment: "\(name)_must_be_an_integer")
    }
    guard value >= 0 else {
      throw Refusal("\(name) must be non-negative", fragment: "\(name)_must_be_non-negative")
    }
    return value
  }

  /// The papers of an id list; those that do not exist are left out, and so are spellings that the
  /// server takes for ids but does not find.
  private func versions(_ ids: [String]) throws(Refusal) -> [Paper] {
    var found: [Paper] = []
    let wanted = Set(ids.compactMap { ArXivReference($0)?.id })
    let held = Dictionary(
      papers.filter { wanted.contains($0.id) }.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    for id in ids {
      guard let reference = ArXivReference(id) else {
        let words = "incorrect id format for \(id)"
        throw Refusal(words, fragment: words.replacing(" ", with: "_"))
      }
      guard reference.description == id, var paper = held[reference.id],
        (reference.version ?? 1) <= paper.version
      else { continue }
      if let version = reference.version, version < paper.version {
        paper = GeneratedPapers.version(version, of: paper)
      }
      found.append(paper)
    }
    return found
  }

  private static func sorted(_ papers: [Paper], by key: String, order: String) -> [Paper] {
    let isDescending = order == "descending"
    func inOrder(_ left: Timestamp, _ right: Timestamp) -> Bool {
      isDescending ? left > right : left < right
    }
    return switch key {
    case "submittedDate": papers.sorted { inOrder($0.published, $1.published) }
    case "lastUpdatedDate": papers.sorted { inOrder($0.updated, $1.updated) }
    default: papers
    }
  }

  /// Tokens as a title shows them: blanks everywhere but inside parentheses' edges.
  private static func text(_ tokens: [SearchToken]) -> String {
    var result = ""
    var previous: SearchToken?
    for token in tokens {
      if previous != nil, previous != .open, token != .close { result += " " }
      result += token.text
      previous = token
    }
    return result
  }
}
