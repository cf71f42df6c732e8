import Papers

/// A PDF on its way to the user.
struct PDFDownload: Equatable, Sendable {
  /// The version that comes.
  let reference: ArXivReference
  var bytes = Transfer()

  init(_ reference: ArXivReference) {
    self.reference = reference
  }
}
