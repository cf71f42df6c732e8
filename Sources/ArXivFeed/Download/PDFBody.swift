import Synchronization

/// The body of a PDF on its way into a partial file: asks for what is missing, and takes what is the
/// rest of it, or the whole anew.
final class PDFBody: BodySink {
  private struct State {
    /// The first byte that was asked for; 0 asks for all.
    var askedFrom: Int64 = 0
    /// Bytes of the whole file; nil when the server did not say.
    var total: Int64?
    var received: Int64 = 0
    /// How many bytes must have come for progress to be told again.
    var nextReport: Int64 = 0
  }

  /// What an answer is, by its head.
  private enum Kind {
    case whole(total: Int64?)
    case rest(total: Int64?)
    /// A part that does not fit to what is there, or none.
    case misfit
    case other
  }

  private let file: PartialFile
  private let maximumBytes: Int64
  private let progress: @Sendable (DownloadProgress) -> Void
  private let state = Mutex(State())

  init(
    file: PartialFile, maximumBytes: Int64,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) {
    self.file = file
    self.maximumBytes = maximumBytes
    self.progress = progress
  }

  /// The headers of the next try.
  ///
  /// The last byte that is there is asked for again: a server can refuse to send nothing, and the
  /// whole file may be there already.
  var headers: [String: String] {
    let length = file.length
    let origin = length > 0 ? file.origin : nil
    state.withLock { $0.askedFrom = origin == nil ? 0 : length - 1 }
    // Ranges count the bytes of the file as it is sent, so it must be sent as it is.
    var headers = ["Accept": "application/pdf", "Accept-Encoding": "identity"]
    if let origin, length > 1 {
      headers["Range"] = "bytes=\(length - 1)-"
      headers["If-Range"] = origin.validator
    } else {
      state.withLock { $0.askedFrom = 0 }
    }
    return headers
  }

  func begin(_ head: FeedResponse) throws(FeedError) -> Bool {
    let total: Int64?
    switch kind(of: head) {
    case .whole(let size):
      try file.begin(anew: head.isEncoded ? nil : FileOrigin(head.headers, total: size))
      total = size
    case .rest(let size):
      try file.cut(to: state.withLock(\.askedFrom))
      total = size ?? file.origin?.total
    case .misfit, .other:
      return false
    }
    if let total { try checkSize(total) }
    let received = file.length
    state.withLock { state in
      (state.total, state.received, state.nextReport) = (total, received, 0)
    }
    report()
    return true
  }

  func take(_ bytes: [UInt8]) throws(FeedError) {
    let before = state.withLock(\.received)
    let after = before + Int64(bytes.count)
    try checkSize(after)
    try file.append(bytes)
    state.withLock { $0.received = after }
    if before < Self.signature.count, after >= Self.signature.count { try checkBeginning() }
    report()
  }

  /// Judges an answer whose body, if it was wanted, is in the file. Nil asks once more, for the whole.
  func isComplete(_ response: FeedResponse, _ url: String) throws(FeedError) -> Bool? {
    switch kind(of: response) {
    case .whole, .rest:
      try checkBeginning()
      let (received, total) = state.withLock { ($0.received, $0.total) }
      if let total, received != total { throw .cutShort }
      progress(DownloadProgress(received: received, expected: received))
      return true
    case .misfit:
      try file.begin(anew: nil)
      return nil
    case .other where response.status == 206:
      throw .notAPDF("a part of a file")
    case .other where (200..<300).contains(response.status):
      throw .notAPDF(response.isWebPage ? "a web page" : "'\(response.contentType)'")
    case .other:
      throw .unexpectedStatus(response.status, url: url)
    }
  }

  private func kind(of head: FeedResponse) -> Kind {
    let askedFrom = state.withLock(\.askedFrom)
    switch head.status {
    case 200:
      let length = head.isEncoded ? nil : head.headers["content-length"].flatMap { Int64($0) }
      return head.mayBePDF ? .whole(total: length) : .other
    case 206 where askedFrom > 0:
      let range = ContentRange(head.headers["content-range"])
      guard let range, range.from == askedFrom, !head.isEncoded, let origin = file.origin,
        origin.agrees(with: head.headers, total: range.total)
      else { return .misfit }
      return .rest(total: range.total)
    case 416 where askedFrom > 0: return .misfit
    default: return .other
    }
  }

  private func checkSize(_ bytes: Int64) throws(FeedError) {
    guard bytes > maximumBytes else { return }
    try file.begin(anew: nil)
    throw .oversizedPDF(bytes: maximumBytes)
  }

  private func checkBeginning() throws(FeedError) {
    let beginning = file.prefix(Self.signature.count)
    guard beginning != Self.signature else { return }
    try file.begin(anew: nil)
    let text = String(decoding: beginning, as: UTF8.self)
    throw .notAPDF(text.isEmpty ? "nothing" : "'\(text)…'")
  }

  /// Tells how far it is, a hundred times at most where the size is known.
  private func report() {
    let news: DownloadProgress? = state.withLock { state in
      guard state.received >= state.nextReport else { return nil }
      state.nextReport = state.received + (state.total.map { max(4096, $0 / 100) } ?? 65_536)
      return DownloadProgress(received: state.received, expected: state.total)
    }
    if let news { progress(news) }
  }

  /// What every PDF begins with.
  private static let signature = Array("%PDF-".utf8)
}

extension FeedResponse {
  /// The media type without parameters, in lower case.
  fileprivate var contentType: String {
    (headers["content-type"] ?? "").prefix { $0 != ";" }.lowercased()
      .filter { !$0.isWhitespace }
  }

  fileprivate var isWebPage: Bool { ["text/html", "application/xhtml+xml"].contains(contentType) }

  /// Whether the type does not speak against it; servers of files often do not know it.
  fileprivate var mayBePDF: Bool {
    contentType.isEmpty || contentType.hasSuffix("pdf") || contentType.hasSuffix("/octet-stream")
  }

  /// Whether the bytes that come are not those of the file, so that neither lengths nor ranges fit.
  fileprivate var isEncoded: Bool {
    !["", "identity"].contains((headers["content-encoding"] ?? "").lowercased())
  }
}
