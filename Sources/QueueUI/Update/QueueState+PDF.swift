import Papers
import TerminalGrid

extension QueueState {
  /// Downloads the current paper's PDF, unless it is there or on its way, and opens it.
  mutating func openPDF() -> [Effect] {
    guard let paper = currentPaper else { return sayNoPaper() }
    let id = paper.id
    guard !downloads.contains(where: { $0.reference.id == id }) else {
      let hint = screens.isEmpty ? "; Esc stops it" : ""
      return say("the PDF of \(id) is on its way" + hint)
    }
    downloads.append(PDFDownload(paper.reference))
    return [.openPDF(id)]
  }

  mutating func cancelDownloads() -> [Effect] {
    say(downloads.count == 1 ? "stopping the download" : "stopping the downloads")
    return [.cancelDownloads]
  }

  mutating func pdfProgressed(_ download: PDFDownload) {
    guard let index = downloads.firstIndex(where: { $0.reference == download.reference }) else {
      return
    }
    let before = downloads[index]
    downloads[index] = download
    if download.wait != nil {
      // A wait says nothing of what has come.
      downloads[index].received = before.received
      downloads[index].expected = before.expected
    }
    downloadPulses[download.reference, default: Pulse()]
      .note(download.received, wait: download.wait, at: now)
  }

  mutating func pdfEnded(_ id: ArXivID, _ outcome: PDFOutcome) -> [Effect] {
    downloads.removeAll { $0.reference.id == id }
    downloadPulses = downloadPulses.filter { $0.key.id != id }
    switch outcome {
    case .opened(let reference, let text):
      let isPresent = reference.version == library.paper(id)?.version
      announce(Message(text, isPresent ? .hint : .news))
      return isPresent ? noteVersion(of: id) : []
    case .failed(let text):
      announce(Message(text, .error))
    case .cancelled:
      announce(Message("the download is stopped; what came of it is kept"))
    }
    return []
  }
}
