/// What the PDFs of the local arXiv are like, and how well it tells and sends parts of them.
package struct LoopbackPDFs: Equatable, Sendable {
  /// The least size of each, in bytes.
  package var minimumBytes = 0
  /// Counts how often the files have been made anew; each edition has other bytes.
  package var edition = 1
  /// How answers begin their `ETag`; nil sends neither that nor `Last-Modified`.
  package var tagPrefix: String? = ""
  /// Whether parts are sent when asked for; otherwise the whole file comes.
  package var servesRanges = true

  package init() {}
}
