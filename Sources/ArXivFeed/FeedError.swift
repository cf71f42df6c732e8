package import Papers

/// Why arXiv could not be asked, or what is wrong with its answer.
package enum FeedError: Error, Equatable, Sendable {
  /// No connection could be made, or it broke; `reason` is what the system says.
  case unreachable(host: String, reason: String)
  /// Nothing came for as long as we wait.
  case timedOut(host: String)
  /// A 5xx status, after every try.
  case serverFailed(host: String, status: Int)
  /// Status 429, or a Retry-After that is too long to wait for; nil when arXiv did not say how long.
  case rateLimited(retryAfterSeconds: Int?)
  /// An error feed; arXiv's own words.
  case refused(String)
  /// A status that ends the matter, e.g. 403 or 404.
  case unexpectedStatus(Int, url: String)
  /// A redirect to a host that the configuration does not name, or without a readable address.
  case redirectRefused(to: String)
  case tooManyRedirects
  /// More than `bytes`, unpacked.
  case tooLarge(bytes: Int)
  case emptyAnswer
  case html
  /// Text that is no XML; its beginning.
  case notXML(String)
  /// XML with another root than a feed's.
  case notAFeed(root: String)
  /// A document type declaration, which no feed of arXiv has.
  case documentType
  /// The answer ends before the feed does.
  case cutShort
  case malformed(line: Int, reason: String)
  /// A page without papers where papers are due (ARXIV.md 13).
  case emptyPage
  /// A list that ended before all came that arXiv had named for it.
  case incomplete(named: Int, given: Int)
  /// A list in another order than asked for, so that its first papers are not the newest.
  case otherOrder
  /// The query has a field that arXiv's search does not know.
  case untranslatableQuery(QueryError)
  /// arXiv has no PDF of this version.
  case noPDF(ArXivReference)
  /// What came where a PDF is due, in a few words.
  case notAPDF(String)
  /// A PDF of more than `bytes`.
  case oversizedPDF(bytes: Int64)
  /// A file could not be written; `reason` is what the system says.
  case cannotSave(file: String, reason: String)
  case cancelled

  /// What a failure means to whoever started the program (SPEC.md 6).
  package enum ExitClass: Int32, Sendable {
    case badQuery = 65
    case unreachable = 69
    case disk = 74
    case rateLimited = 75
    case badAnswer = 76
    case cancelled = 130
  }

  package var exitClass: ExitClass {
    switch self {
    case .unreachable, .timedOut, .serverFailed: .unreachable
    case .rateLimited: .rateLimited
    case .cancelled: .cancelled
    case .untranslatableQuery: .badQuery
    case .cannotSave: .disk
    case .refused, .unexpectedStatus, .redirectRefused, .tooManyRedirects, .tooLarge,
      .emptyAnswer, .html, .notXML, .notAFeed, .documentType, .cutShort, .malformed, .emptyPage,
      .incomplete, .otherOrder, .noPDF, .notAPDF, .oversizedPDF:
      .badAnswer
    }
  }

  /// One line for people; text of the feed in it has no control characters and is cut.
  package var message: String {
    switch self {
    case .unreachable(let host, let reason):
      "cannot reach '\(FeedText.inMessage(host))': \(FeedText.inMessage(reason))"
        + (["unknown host", "no network"].contains(reason) ? "; are you online?" : "")
    case .timedOut(let host):
      "cannot reach '\(FeedText.inMessage(host))': no answer in time"
    case .serverFailed(let host, let status):
      "cannot fetch from '\(FeedText.inMessage(host))': it fails with status \(status); "
        + "try again later"
    case .rateLimited(let seconds):
      "arXiv asks to come back later: too many requests; try again "
        + (seconds.map { "in \($0) seconds" } ?? "in some minutes")
    case .refused(let words):
      "arXiv refused the request: \(FeedText.inMessage(words))"
    case .unexpectedStatus(let status, let url):
      "cannot fetch '\(FeedText.inMessage(url))': arXiv answered with status \(status)"
    case .redirectRefused(let target):
      "cannot follow arXiv's redirect to '\(FeedText.inMessage(target))': "
        + "not a host of the configuration"
    case .tooManyRedirects: "cannot fetch from arXiv: it redirects in circles"
    case .tooLarge(let bytes):
      "cannot read arXiv's answer: over \(bytes / 1_048_576) MB; ask for smaller pages"
    case .emptyAnswer: "cannot read arXiv's answer: it is empty"
    case .html: "cannot read arXiv's answer: a web page instead of a feed"
    case .notXML(let text):
      "cannot read arXiv's answer: '\(FeedText.inMessage(text, limit: 60))' is no feed"
    case .notAFeed(let root):
      "cannot read arXiv's answer: '\(FeedText.inMessage(root, limit: 60))' instead of a feed"
    case .documentType: "cannot read arXiv's answer: it has a document type declaration"
    case .cutShort: "cannot read arXiv's answer: it is cut short"
    case .malformed(let line, let reason):
      "cannot read arXiv's answer: line \(line): \(FeedText.inMessage(reason))"
    case .emptyPage: "arXiv answered with an empty page; what came before it is kept"
    case .incomplete: "\(cause); the next fetch asks for the rest"
    case .otherOrder: "\(cause), so that the newest cannot be told; the next fetch asks again"
    case .untranslatableQuery(let error):
      "cannot ask arXiv: column \(error.column): \(FeedText.inMessage(error.message))"
    case .noPDF(let reference):
      "arXiv has no PDF of '\(reference)': it is withdrawn, or there is no such version"
    case .notAPDF(let text):
      "cannot read arXiv's answer: \(FeedText.inMessage(text, limit: 60)) instead of a PDF"
    case .oversizedPDF(let bytes):
      "cannot download the PDF: it has over \(bytes / 1_048_576) MB"
    case .cannotSave(let file, let reason):
      "cannot save '\(FeedText.inMessage(file))': \(FeedText.inMessage(reason))"
    case .cancelled: "stopped"
    }
  }
}
