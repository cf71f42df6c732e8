import ArXivFeed
import Papers

/// Gets the PDF of a paper: from the folder, or else from arXiv.
struct PDFRetrieval: Sendable {
  let workspace: Workspace
  /// Is told how far a download is.
  var progress: @Sendable (DownloadProgress) -> Void = { _ in }
  /// Is told of each wait before a request is sent again.
  var retry: @Sendable (ArXivClient.Retry) -> Void = { _ in }
  /// Is told of each noticeable wait for our turn at arXiv.
  var pace: @Sendable (RequestPace.Wait) -> Void = { _ in }
  /// Is told when another paperq is downloading the same file.
  var wait: @Sendable () -> Void = {}

  /// A PDF that may be opened, and what is to be said about it.
  struct Outcome: Equatable, Sendable {
    var file: PDFFolder.File
    /// Why it is not the version that was wanted.
    var remark: String?
  }

  /// The PDF of a version, by default of the one that is described.
  ///
  /// While arXiv is out of reach, an earlier version that is there does too, unless one was named. Of
  /// a paper that arXiv has yet to describe, it is asked for the present version first.
  func pdf(of paper: Paper, version: Int? = nil) async throws(FeedError) -> Outcome {
    let folder = PDFFolder(path: workspace.settings.pdfFolder)
    let present = folder.files(of: paper.id)
    let client = workspace.makeClient(onRetry: retry, onWait: pace)
    var wanted = folder.file(for: paper, version: version ?? paper.version)
    do {
      if version == nil, paper.knownVersion == nil {
        let page = try await client.page(of: .ids([ArXivReference(id: paper.id)]))
        let described = page.papers.first ?? paper
        wanted = folder.file(for: described, version: described.version)
      }
      if let file = present.first(where: { $0.reference == wanted.reference }) {
        return Outcome(file: file)
      }
      try await client
        .downloadPDF(of: wanted.reference, to: wanted.path, progress: progress, onWait: wait)
      return Outcome(file: wanted)
    } catch {
      guard version == nil, error.exitClass == .unreachable, let earlier = present.first else {
        throw error
      }
      return Outcome(
        file: earlier,
        remark: "this is \(earlier.reference), for \(wanted.reference) did not come: "
          + error.message)
    }
  }
}
