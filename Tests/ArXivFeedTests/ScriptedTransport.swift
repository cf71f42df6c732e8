import ArXivFeed
import Papers
import Synchronization

/// A clock that is moved by sleeping, and remembers by how much.
final class ManualClock: FeedClock {
  private struct State {
    var now = Timestamp(milliseconds: 1_795_000_000_000)
    var sleeps: [Int64] = []
  }

  private let state = Mutex(State())

  var now: Timestamp { state.withLock(\.now) }
  /// Every wait so far, in milliseconds.
  var sleeps: [Int64] { state.withLock(\.sleeps) }

  func sleep(milliseconds: Int64) async throws {
    try Task.checkCancellation()
    state.withLock {
      $0.sleeps.append(milliseconds)
      $0.now.milliseconds += milliseconds
    }
  }

  func advance(milliseconds: Int64) {
    state.withLock { $0.now.milliseconds += milliseconds }
  }
}

/// Answers from a list, the last one for ever, and remembers what was asked.
final class ScriptedTransport: FeedTransport {
  typealias Answer = Result<FeedResponse, TransportError>

  private struct State {
    var answers: [Answer]
    var requests: [FeedRequest] = []
  }

  private let state: Mutex<State>

  init(_ answers: [Answer]) {
    state = Mutex(State(answers: answers))
  }

  var requests: [FeedRequest] { state.withLock(\.requests) }
  var urls: [String] { requests.map(\.url) }

  func response(
    to request: FeedRequest, into sink: (any BodySink)?
  ) async throws(TransportError) -> FeedResponse {
    let answer = state.withLock { state in
      state.requests.append(request)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers[0]
    }
    guard let sink, case .success(var response) = answer else { return try answer.get() }
    let body = response.body
    response.body = []
    do throws(FeedError) {
      if try sink.begin(response) { try sink.take(body) }
    } catch {
      throw .notTaken(error)
    }
    return response
  }
}

extension Result where Success == FeedResponse, Failure == TransportError {
  static func feed(_ text: String, status: Int = 200) -> Self {
    .success(FeedResponse(status: status, body: Array(text.utf8)))
  }

  /// A page with these papers, newest of 2024-01.
  static func page(_ numbers: ClosedRange<Int>, total: Int, start: Int = 0) -> Self {
    .feed(ArXivFeedTests.feed(entries(numbers), total: total, start: start))
  }

  static func empty(total: Int) -> Self { .feed(ArXivFeedTests.feed("", total: total)) }

  static func status(_ status: Int, _ headers: [String: String] = [:]) -> Self {
    .success(
      FeedResponse(
        status: status, headers: headers, body: Array("<html><body>\(status)</body></html>".utf8)))
  }

  static func redirect(_ target: String) -> Self { status(301, ["location": target]) }

  private static func entries(_ numbers: ClosedRange<Int>) -> String {
    numbers.map { entry("2401.0\(1000 + $0)v1") }.joined()
  }
}

/// A client with a script in place of arXiv, three seconds between requests, and no jitter.
struct ScriptedClient {
  let clock = ManualClock()
  let transport: ScriptedTransport
  let client: ArXivClient

  init(
    _ answers: [ScriptedTransport.Answer], random: Double = 0,
    onRetry: @escaping @Sendable (ArXivClient.Retry) -> Void = { _ in }
  ) {
    transport = ScriptedTransport(answers)
    client = ArXivClient(
      endpoints: .standard, transport: transport,
      pace: RequestPace(secondsBetweenRequests: 3, clock: clock), clock: clock,
      randomness: { random }, onRetry: onRetry)
  }

  /// One page of a fixed query.
  func page() async throws(FeedError) -> FeedPage {
    try await client.page(of: .search("cat:cs.LG", maxResults: 10))
  }
}

/// Things in the order in which they were noted, from any task.
final class Notes<Item: Sendable>: Sendable {
  private let state = Mutex<[Item]>([])

  var items: [Item] { state.withLock { $0 } }

  func add(_ item: Item) { state.withLock { $0.append(item) } }
}
