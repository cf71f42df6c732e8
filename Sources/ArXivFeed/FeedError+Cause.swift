import Papers

extension FeedError {
  /// Why papers are missing, in a few words for the ledger: "arXiv answered 503 four times".
  package var cause: String {
    switch self {
    case .unreachable(_, let reason): "arXiv was out of reach: \(FeedText.inMessage(reason))"
    case .timedOut: "arXiv did not answer in time"
    case .serverFailed(_, let status): "arXiv answered \(status) four times"
    case .rateLimited: "arXiv asked to come back later"
    case .unexpectedStatus(let status, _): "arXiv answered \(status)"
    case .html: "arXiv answered with a web page"
    case .cutShort: "arXiv's answer was cut short"
    case .emptyPage: "arXiv answered with an empty page"
    case .emptyAnswer: "arXiv's answer was empty"
    case .incomplete(let named, let given):
      "arXiv named \(named.grouped) papers and gave \(given.grouped)"
    case .otherOrder: "arXiv answered in another order than asked"
    case .cancelled: "the fetch was stopped"
    case .refused, .redirectRefused, .tooManyRedirects, .tooLarge, .notXML, .notAFeed,
      .documentType, .malformed, .untranslatableQuery, .noPDF, .notAPDF, .oversizedPDF, .cannotSave:
      message
    }
  }
}
