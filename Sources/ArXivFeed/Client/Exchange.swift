import Papers

/// What is asked of an address, and what its answers mean.
struct Exchange<Value: Sendable>: Sendable {
  /// Headers beside the User-Agent, made anew for each try.
  var headers: @Sendable () -> [String: String] = { [:] }
  /// Takes bodies while they come; nil has them collected in memory.
  var sink: (any BodySink)?
  /// How long an answer may take in all; nil is ten times the time that a server may be silent.
  var deadlineSeconds: Double?
  /// What an answer from this address means; 429 and 5xx are judged before. Nil asks once more, at
  /// once.
  var read: @Sendable (FeedResponse, _ url: String, Timestamp) throws(FeedError) -> Value?
}

extension Exchange {
  /// Whole bodies, of success or of arXiv's error feeds (ARXIV.md 4).
  ///
  /// With the `mark` of an earlier answer (its `ETag`), `parse` may be given a 304 without a body.
  static func body(
    unlessMarked mark: String? = nil,
    _ parse: @escaping @Sendable (FeedResponse, Timestamp) throws(FeedError) -> Value
  ) -> Exchange {
    Exchange(headers: { mark.map { ["If-None-Match": $0] } ?? [:] }) {
      (response, url, now) throws(FeedError) in
      let isUnchanged = mark != nil && response.status == 304
      if isUnchanged || (200..<300).contains(response.status) { return try parse(response, now) }
      do throws(FeedError) {
        _ = try parse(response, now)
      } catch {
        if case .refused = error { throw error }
      }
      throw .unexpectedStatus(response.status, url: url)
    }
  }
}
