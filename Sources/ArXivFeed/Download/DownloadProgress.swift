/// How far a download is.
package struct DownloadProgress: Equatable, Sendable {
  /// Bytes on the disk, those of an earlier attempt included.
  package var received: Int64
  /// Bytes of the whole file; nil while nobody said.
  package var expected: Int64?

  package init(received: Int64, expected: Int64? = nil) {
    self.received = received
    self.expected = expected
  }
}
