/// What can go wrong with an answer of arXiv, on demand.
package enum LoopbackFault: Equatable, Sendable {
  /// A status with the body that arXiv sends with it; `retryAfter` is the header's value.
  case status(Int, retryAfter: String? = nil)
  /// 200 and a web page.
  case html
  /// The connection ends after this many bytes of the body.
  case cutBody(afterBytes: Int)
  /// The body ends after this many bytes, and HTTP says that this is all.
  case truncatedXML(afterBytes: Int)
  /// The body comes in small pieces with pauses.
  case slowBody(bytes: Int, pauseMilliseconds: Int)
  /// This many bytes of the body come, and then nothing more.
  case stalledBody(afterBytes: Int)
  case reset
  /// No answer at all.
  case silence
  case redirect(status: Int, to: String)
  /// A feed without entries; `totalResults` nil tells the true number.
  case emptyPage(totalResults: Int? = nil)
  /// A number of results that is not true.
  case totalResults(Int)
  /// Every entry twice.
  case duplicates
  /// The order that was asked for is ignored, as in November 2025.
  case unsorted
  /// The page is one of a list that lacks this many papers at its top, or, for a negative number,
  /// has more there.
  case shifted(by: Int)
  /// The true answer under `Content-Encoding: gzip`.
  case packed
  /// An answer that never ends; it stops when the client leaves.
  case endless(LoopbackReply.Endless)
  /// Any answer.
  case reply(status: Int, contentType: String, body: [UInt8])
}
