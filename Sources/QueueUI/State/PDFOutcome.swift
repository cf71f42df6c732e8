package import Papers

/// How opening a PDF ended.
package enum PDFOutcome: Equatable, Sendable {
  /// The viewer was started with this version; `message` says what is shown.
  case opened(ArXivReference, message: String)
  case failed(String)
  /// The user stopped it; what had come is kept.
  case cancelled
}
