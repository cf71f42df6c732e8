package import Papers

/// A PDF on its way to the user.
package struct PDFDownload: Equatable, Sendable {
  /// The version that comes.
  package var reference: ArXivReference
  /// Bytes on the disk.
  package var received: Int64
  /// Bytes of the whole file; nil while that is unknown.
  package var expected: Int64?
  /// What it waits for, when it waits.
  package var wait: ProgressWait?

  package init(
    _ reference: ArXivReference, received: Int64 = 0, expected: Int64? = nil,
    wait: ProgressWait? = nil
  ) {
    self.reference = reference
    self.received = received
    self.expected = expected
    self.wait = wait
  }
}

/// How opening a PDF ended.
package enum PDFOutcome: Equatable, Sendable {
  /// The viewer was started with this version; `message` says what is shown.
  case opened(ArXivReference, message: String)
  case failed(String)
  /// The user stopped it; what had come is kept.
  case cancelled
}
