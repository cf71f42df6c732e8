import ArXivFeed
import Papers
import QueueUI

/// Getting and opening a PDF for the screen, with what it has to tell on the way.
struct PDFJob: Sendable {
  let workspace: Workspace
  let paper: Paper

  /// Downloads the PDF, unless it is there, and starts the viewer; cancelling the task keeps what came.
  func run(post: @escaping @Sendable (Event) -> Void) async {
    let reference = paper.reference
    let retrieval = PDFRetrieval(
      workspace: workspace,
      progress: { progress in
        post(
          .pdfProgressed(
            PDFDownload(reference, received: progress.received, expected: progress.expected)))
      },
      retry: { retry in
        post(.pdfProgressed(PDFDownload(reference, wait: ProgressWait(retry))))
      },
      wait: {
        let wait = ProgressWait("another paperq downloads it")
        post(.pdfProgressed(PDFDownload(reference, wait: wait)))
      })
    do throws(FeedError) {
      let pdf = try await retrieval.pdf(of: paper)
      post(
        .pdfEnded(
          paper.id,
          .opened(pdf.file.reference, message: pdf.remark ?? "opened '\(pdf.file.name)'")))
      PDFViewer(settings: workspace.settings).openInBackground(pdf.file) { failure in
        post(.reported(failure.message ?? "cannot show the PDF", isError: true))
      }
    } catch .cancelled {
      post(.pdfEnded(paper.id, .cancelled))
    } catch {
      post(.pdfEnded(paper.id, .failed(error.message)))
    }
  }
}
