import Foundation
package import Papers

extension ArXivClient {
  /// A PDF of more bytes is refused.
  package static let maximumPDFBytes: Int64 = 1 << 30

  /// Downloads the PDF of a version and gives it the name `path`, whose folders are made where they
  /// are missing; a file of that name is left alone, and nothing is asked.
  ///
  /// What came before a failure or a cancellation stays beside `path` in `IDvN.pdf.part`, and the next
  /// attempt goes on with it unless the file at arXiv has changed since. While another program
  /// downloads the same version, this one waits for its outcome, after it has called `onWait`.
  /// `progress` is told how far it is, from any thread.
  package func downloadPDF(
    of reference: ArXivReference, to path: String,
    progress: @escaping @Sendable (DownloadProgress) -> Void = { _ in },
    onWait: @Sendable () -> Void = {}
  ) async throws(FeedError) {
    let name = reference.id.fileName + (reference.version.map { "v\($0)" } ?? "")
    let folder = path.lastIndex(of: "/").map { path[..<$0] + "/" } ?? ""
    let file = try await partialFile(folder + name + ".pdf.part", onWait: onWait)
    var isWorthless = true
    defer { file.close(removing: isWorthless) }
    guard !FileManager.default.fileExists(atPath: path) else { return }
    do {
      try await download(reference, into: file, progress: progress)
      try file.finish(as: path)
      isWorthless = false
    } catch {
      isWorthless = file.length == 0 || file.origin == nil
      throw error
    }
  }

  private func download(
    _ reference: ArXivReference, into file: PartialFile,
    progress: @escaping @Sendable (DownloadProgress) -> Void
  ) async throws(FeedError) {
    let body = PDFBody(file: file, maximumBytes: Self.maximumPDFBytes, progress: progress)
    let exchange = Exchange<Bool>(
      headers: { body.headers }, sink: body, deadlineSeconds: Self.longestPDFSeconds
    ) { (response, url, _) throws(FeedError) in
      if response.status == 404 || response.status == 410 {
        try file.begin(anew: nil)
        throw .noPDF(reference)
      }
      return try body.isComplete(response, url)
    }
    _ = try await answer(from: address(of: reference), in: exchange)
  }

  private func partialFile(
    _ path: String, onWait: @Sendable () -> Void
  ) async throws(FeedError) -> PartialFile {
    var hasWaited = false
    while true {
      if let file = try PartialFile.open(path) { return file }
      if !hasWaited { onWait() }
      hasWaited = true
      do {
        try await clock.sleep(milliseconds: 100)
      } catch {
        throw .cancelled
      }
    }
  }

  private func address(of reference: ArXivReference) -> String {
    var site = endpoints.site.absoluteString
    while site.hasSuffix("/") { site.removeLast() }
    return "\(site)/pdf/\(reference)"
  }

  /// An hour; what has come by then is gone on with by the next try.
  private static let longestPDFSeconds: Double = 3600
}
