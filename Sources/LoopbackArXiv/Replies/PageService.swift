import Papers

/// A simple form of the page that people open: the abstract of a paper.
struct PageService {
  let papers: [Paper]

  func abstract(_ id: String) -> LoopbackReply {
    guard let paper = papers.paper(id) else { return .html("404 Not Found", status: 404) }
    return .html(FeedFormat.escaped("[\(paper.id)] \(paper.title)"), status: 200)
  }
}

extension [Paper] {
  /// The paper that a path names, if it has such a version.
  func paper(_ id: String) -> Paper? {
    guard let reference = ArXivReference(id) else { return nil }
    return first { $0.id == reference.id && $0.version >= (reference.version ?? 1) }
  }
}
