package import Papers
import Synchronization

/// An arXiv on 127.0.0.1, for `paperq demo` and the tests, with faults on demand.
///
/// It speaks the grammar of ARXIV.md over a set of papers: `/api/query`, the daily feeds
/// `/rss/SPEC` and `/atom/SPEC`, and simple pages `/abs/ID` and `/pdf/ID`. Requests are served in
/// parallel and recorded in order of arrival.
package final class LoopbackArXiv: Sendable {
  /// No socket could be had.
  package struct StartError: Error {
    package let message = "cannot start the local arXiv: no free port on 127.0.0.1"
  }

  private struct Rule: Sendable {
    var matches: @Sendable (LoopbackRequest) -> Bool
    var fault: LoopbackFault
  }

  private struct State: Sendable {
    var papers: [Paper]
    var pdfs = LoopbackPDFs()
    var rules: [Rule] = []
    var requests: [LoopbackRequest] = []
    var server: LoopbackServer?
    var port = 0
  }

  private let generation: ArXivGeneration
  private let state: Mutex<State>

  package init(papers: [Paper], generation: ArXivGeneration = .current) {
    self.generation = generation
    state = Mutex(State(papers: papers))
  }

  deinit {
    stop()
  }

  /// Begins to serve on a free port, which is returned.
  @discardableResult
  package func start() throws(StartError) -> Int {
    let server = LoopbackServer { [weak self] request in
      self?.reply(to: request) ?? .html("stopped", status: 503)
    }
    guard let port = server.start() else { throw StartError() }
    state.withLock { state in
      state.server = server
      state.port = port
    }
    return port
  }

  /// Stops serving and breaks every connection.
  package func stop() {
    state.withLock { state in
      state.server?.stop()
      state.server = nil
    }
  }

  /// `http://127.0.0.1:PORT`, the base of the daily feeds and of the pages.
  package var site: String { "http://127.0.0.1:\(state.withLock(\.port))" }

  /// The address of the query API.
  package var api: String { site + "/api/query" }

  /// The requests so far, in order of arrival.
  package var requests: [LoopbackRequest] { state.withLock(\.requests) }

  /// The papers that are served from now on, e.g. after a daily update.
  package var papers: [Paper] {
    get { state.withLock(\.papers) }
    set { state.withLock { $0.papers = newValue } }
  }

  /// What the PDFs are that are served from now on.
  package var pdfs: LoopbackPDFs {
    get { state.withLock(\.pdfs) }
    set { state.withLock { $0.pdfs = newValue } }
  }

  /// Answers all further requests that `matches` accepts with `fault`; the latest call wins.
  package func answer(
    with fault: LoopbackFault, when matches: @escaping @Sendable (LoopbackRequest) -> Bool
  ) {
    state.withLock { $0.rules.append(Rule(matches: matches, fault: fault)) }
  }

  /// Answers every further request with `fault`.
  package func answerAll(with fault: LoopbackFault) {
    answer(with: fault) { _ in true }
  }

  /// Answers the next requests with these faults, one each; nil answers truly.
  package func answerNext(with faults: [LoopbackFault?]) {
    state.withLock { state in
      let first = state.requests.count + 1
      for (offset, fault) in faults.enumerated() {
        guard let fault else { continue }
        state.rules.append(Rule(matches: { $0.number == first + offset }, fault: fault))
      }
    }
  }

  /// Answers matching requests with these bytes, as a feed, e.g. with a recorded reply.
  package func serve(
    _ feed: [UInt8], status: Int = 200,
    when matches: @escaping @Sendable (LoopbackRequest) -> Bool = { _ in true }
  ) {
    answer(
      with: .reply(
        status: status, contentType: "application/atom+xml; charset=utf-8", body: feed),
      when: matches)
  }

  /// Answers truly again.
  package func clearFaults() {
    state.withLock { $0.rules = [] }
  }

  private func reply(to request: LoopbackRequest) -> LoopbackReply {
    let (request, papers, fault) = state.withLock { state in
      var request = request
      request.number = state.requests.count + 1
      state.requests.append(request)
      return (request, state.papers, state.rules.last { $0.matches(request) }?.fault)
    }
    var distortion = QueryService.Distortion()
    switch fault {
    case .status(let status, let retryAfter): return Self.failure(status, retryAfter: retryAfter)
    case .html: return .html("arXiv is busy", status: 200)
    case .reset: return LoopbackReply(delivery: .reset)
    case .silence: return LoopbackReply(delivery: .silence)
    case .redirect(let status, let target):
      return LoopbackReply(status: status, headers: ["Location": target])
    case .reply(let status, let type, let body):
      return LoopbackReply(status: status, headers: ["Content-Type": type], body: body)
    case .endless(let more): return LoopbackReply(delivery: .endless(more))
    case .emptyPage(let total):
      distortion.isEmpty = true
      distortion.totalResults = total
    case .totalResults(let total): distortion.totalResults = total
    case .duplicates: distortion.doublesEntries = true
    case .unsorted: distortion.ignoresOrder = true
    case .shifted(let count): distortion.shift = count
    case .cutBody, .truncatedXML, .slowBody, .stalledBody, .packed, nil: break
    }
    var reply = route(request, papers: papers, distortion: distortion)
    switch fault {
    case .cutBody(let count): reply.delivery = .cut(afterBytes: count)
    case .stalledBody(let count): reply.delivery = .stalled(afterBytes: count)
    case .truncatedXML(let count): reply.body = Array(reply.body.prefix(count))
    case .packed:
      reply.body = Gzip.packed(reply.body)
      reply.headers["Content-Encoding"] = "gzip"
    case .slowBody(let bytes, let pause):
      reply.delivery = .dribbled(bytes: bytes, pauseMilliseconds: pause)
    default: break
    }
    return reply
  }

  private func route(
    _ request: LoopbackRequest, papers: [Paper], distortion: QueryService.Distortion
  ) -> LoopbackReply {
    let parts = request.path.split(separator: "/", maxSplits: 1).map(String.init)
    switch (parts.first, parts.count > 1 ? parts[1] : "") {
    case ("api", "query"):
      return QueryService(papers: papers, generation: generation)
        .reply(to: request, distortion: distortion)
    case ("rss", let spec):
      return DailyService(papers: papers).rss(spec, now: request.time).marked(for: request)
    case ("atom", let spec):
      return DailyService(papers: papers).atom(spec, now: request.time).marked(for: request)
    case ("abs", let id): return PageService(papers: papers).abstract(id)
    case ("pdf", let id):
      return PDFService(papers: papers, pdfs: pdfs).reply(id, to: request)
    default: return .html("404 Not Found", status: 404)
    }
  }

  private static func failure(_ status: Int, retryAfter: String?) -> LoopbackReply {
    var reply =
      status == 429
      ? LoopbackReply(
        status: status, headers: ["Content-Type": "text/plain"], body: Array("Rate exceeded.".utf8))
      : LoopbackReply.html("\(status)", status: status)
    if let retryAfter { reply.headers["Retry-After"] = retryAfter }
    return reply
  }
}
