import Foundation
import Papers

/// Asks arXiv, politely: one request at a time at its pace, named, patient when told to come back.
package struct ArXivClient: Sendable {
  /// A request failed and is sent again.
  package struct Retry: Equatable, Sendable {
    package var error: FeedError
    /// How long we wait before.
    package var waitMilliseconds: Int64
    /// The number of the next try, from 2 to `mostTries`.
    package var nextTry: Int
    /// How often a request is sent at most.
    package static let mostTries = RetryPolicy.mostTries
  }

  /// How paperq introduces itself to arXiv.
  package static let userAgent = "paperq/1.0 (+https://github.com/paperq/paperq)"

  package let endpoints: ArXivEndpoints
  let clock: any FeedClock
  private let transport: any FeedTransport
  private let pace: RequestPace
  private let randomness: @Sendable () -> Double
  private let timeoutSeconds: Double
  private let onRetry: @Sendable (Retry) -> Void
  private let onWait: @Sendable (RequestPace.Wait) -> Void

  /// `randomness` gives numbers from 0 to 1; `onRetry` is told of each wait before it begins,
  /// and `onWait` of those for our turn that are long enough to be noticed.
  package init(
    endpoints: ArXivEndpoints, transport: any FeedTransport, pace: RequestPace,
    clock: any FeedClock = SystemClock(), timeoutSeconds: Double = 30,
    randomness: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) },
    onRetry: @escaping @Sendable (Retry) -> Void = { _ in },
    onWait: @escaping @Sendable (RequestPace.Wait) -> Void = { _ in }
  ) {
    self.endpoints = endpoints
    self.transport = transport
    self.pace = pace
    self.clock = clock
    self.timeoutSeconds = timeoutSeconds
    self.randomness = randomness
    self.onRetry = onRetry
    self.onWait = onWait
  }

  /// One page of the query API, whole, or an error; failures that may pass are tried again.
  package func page(of query: FeedQuery) async throws(FeedError) -> FeedPage {
    try await answer(from: query.url(api: endpoints.api)) {
      (response, now) throws(FeedError) in
      try AtomFeedParser.parse(response.body, receivedAt: now)
    }
  }

  /// Asks `url` until `read` accepts the answer, at most four times.
  ///
  /// With the `mark` of an earlier answer (its `ETag`), `read` may be given a 304 without a body.
  func answer<Value: Sendable>(
    from url: String, unlessMarked mark: String? = nil,
    read: @escaping @Sendable (FeedResponse, Timestamp) throws(FeedError) -> Value
  ) async throws(FeedError) -> Value {
    try await answer(from: url, in: .body(unlessMarked: mark, read))
  }

  /// Asks `url` until the exchange accepts the answer, at most four times.
  func answer<Value>(
    from url: String, in exchange: Exchange<Value>
  ) async throws(FeedError) -> Value {
    let policy = RetryPolicy(pauseMilliseconds: pace.pauseMilliseconds)
    var number = 1
    while true {
      let failure: Failure
      let isLast = number == RetryPolicy.mostTries
      let patience = isLast ? 0 : policy.wait(afterTry: number, random: randomness())
      switch await attempt(url, patience: patience, exchange) {
      case .success(let value): return value
      case .failure(let error): failure = error
      }
      guard failure.mayPass, !isLast else { throw failure.error }
      let wait = failure.retryAfterSeconds.map { Int64($0) * 1000 } ?? patience
      number += 1
      onRetry(Retry(error: failure.error, waitMilliseconds: wait, nextTry: number))
      do {
        if wait > 0 { try await clock.sleep(milliseconds: wait) }
      } catch {
        throw .cancelled
      }
    }
  }

  /// A try that came to nothing.
  private struct Failure: Error {
    var error: FeedError
    var mayPass: Bool
    var retryAfterSeconds: Int?

    init(_ error: FeedError, mayPass: Bool? = nil, retryAfterSeconds: Int? = nil) {
      self.error = error
      self.mayPass = mayPass ?? error.isPassing
      self.retryAfterSeconds = retryAfterSeconds
    }
  }

  /// One try, redirects included. `patience` is how long we wait, in milliseconds, before the next one
  /// when arXiv does not say how long.
  private func attempt<Value>(
    _ url: String, patience: Int64, _ exchange: Exchange<Value>
  ) async -> Result<Value, Failure> {
    let rule = RedirectRule(hosts: endpoints.hosts)
    var url = url
    for _ in 0...RedirectRule.most {
      do throws(Failure) {
        let response = try await send(url, patience: patience, exchange)
        if RedirectRule.isRedirect(response.status) {
          do {
            url = try rule.target(of: response.headers["location"], from: url)
          } catch {
            throw Failure(error)
          }
          continue
        }
        if let value = try judge(response, url: url, exchange) { return .success(value) }
      } catch {
        return .failure(error)
      }
    }
    return .failure(Failure(.tooManyRedirects))
  }

  /// Sends one request at its turn. When arXiv asks to come back later, every copy of paperq does.
  private func send<Value>(
    _ url: String, patience: Int64, _ exchange: Exchange<Value>
  ) async throws(Failure) -> FeedResponse {
    let host = URL(string: url)?.host(percentEncoded: false) ?? url
    do {
      try await pace.begin(onWait: onWait)
    } catch {
      throw Failure(.cancelled)
    }
    var request = FeedRequest(url: url, headers: exchange.headers(), timeoutSeconds: timeoutSeconds)
    request.headers["User-Agent"] = Self.userAgent
    if let seconds = exchange.deadlineSeconds { request.deadlineSeconds = seconds }
    let result: Result<FeedResponse, TransportError>
    do {
      result = .success(try await transport.response(to: request, into: exchange.sink))
    } catch {
      result = .failure(error)
    }
    if case .success(let response) = result, response.status == 429 || response.status == 503 {
      let seconds = RetryPolicy.retryAfterSeconds(response.headers["retry-after"], now: clock.now)
      let hold = seconds.map { $0 <= RetryPolicy.longestRetryAfter ? Int64($0) * 1000 : 0 }
      await pace.postpone(milliseconds: hold ?? patience)
    }
    await pace.end()
    switch result {
    case .success(let response): return response
    case .failure(.cannotConnect(let reason)):
      throw Failure(.unreachable(host: host, reason: reason), mayPass: false)
    case .failure(.connectionLost(let reason)):
      throw Failure(.unreachable(host: host, reason: reason))
    case .failure(.cutShort): throw Failure(.cutShort)
    case .failure(.timedOut): throw Failure(.timedOut(host: host))
    case .failure(.tooLarge): throw Failure(.tooLarge(bytes: request.maximumBytes))
    case .failure(.notTaken(let error)): throw Failure(error)
    case .failure(.cancelled): throw Failure(.cancelled)
    }
  }

  /// What an answer means, by its status and what is in it (ARXIV.md 4); nil asks once more.
  private func judge<Value>(
    _ response: FeedResponse, url: String, _ exchange: Exchange<Value>
  ) throws(Failure) -> Value? {
    let now = clock.now
    guard response.status == 429 || (500...599).contains(response.status) else {
      do {
        return try exchange.read(response, url, now)
      } catch {
        throw Failure(error)
      }
    }
    let seconds = RetryPolicy.retryAfterSeconds(response.headers["retry-after"], now: now)
    if let seconds, seconds > RetryPolicy.longestRetryAfter {
      throw Failure(.rateLimited(retryAfterSeconds: seconds), mayPass: false)
    }
    let host = URL(string: url)?.host(percentEncoded: false) ?? url
    throw Failure(
      response.status == 429
        ? .rateLimited(retryAfterSeconds: seconds)
        : .serverFailed(host: host, status: response.status),
      retryAfterSeconds: seconds)
  }
}
