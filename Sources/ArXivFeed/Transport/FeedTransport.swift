/// One GET request.
package struct FeedRequest: Equatable, Sendable {
  /// Absolute, `http` or `https`, percent-encoded.
  package var url: String
  /// By name, in any case.
  package var headers: [String: String]
  /// How long nothing may come.
  package var timeoutSeconds: Double
  /// How long the whole answer may take, however steadily it comes.
  package var deadlineSeconds: Double
  /// The most bytes of a body that is collected, unpacked.
  package var maximumBytes: Int

  package init(
    url: String, headers: [String: String] = [:], timeoutSeconds: Double = 30,
    maximumBytes: Int = 64 * 1_048_576
  ) {
    self.url = url
    self.headers = headers
    self.timeoutSeconds = timeoutSeconds
    deadlineSeconds = timeoutSeconds * 10
    self.maximumBytes = maximumBytes
  }
}

/// An answer, of whatever status, with its whole body.
package struct FeedResponse: Equatable, Sendable {
  /// The status of HTTP, e.g. 200.
  package var status: Int
  /// Names in lower case.
  package var headers: [String: String]
  /// Unpacked, at most as long as the request allowed; empty where a sink took it.
  package var body: [UInt8]

  package init(status: Int, headers: [String: String] = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}

/// Why there is no whole answer.
package enum TransportError: Error, Equatable, Sendable {
  /// The host is not known, or nobody answers there; asking again at once would not help.
  case cannotConnect(reason: String)
  /// The connection broke before there was an answer.
  case connectionLost(reason: String)
  /// The answer ended before its announced length.
  case cutShort
  case timedOut
  /// The body has more bytes than the request allows; the rest was not received.
  case tooLarge
  /// Whoever takes the body took no more of it.
  case notTaken(FeedError)
  case cancelled
}

/// Sends requests; redirects are answers like others, and it is the client who follows them.
package protocol FeedTransport: Sendable {
  /// The answer to one request. Cancelling the task ends it at once.
  ///
  /// With a sink, the body goes there instead of into the answer.
  func response(
    to request: FeedRequest, into sink: (any BodySink)?
  ) async throws(TransportError) -> FeedResponse
}

extension FeedTransport {
  /// The answer to one request, with its body.
  package func response(to request: FeedRequest) async throws(TransportError) -> FeedResponse {
    try await response(to: request, into: nil)
  }
}
