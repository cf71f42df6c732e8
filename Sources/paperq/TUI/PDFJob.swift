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
        post(.pdfProgressed(reference, .came(progress.received, of: progress.expected)))
      },
      retry: { retry in
        post(.pdfProgressed(reference, .waits(ProgressWait(retry))))
      },
      pace: { wait in
        post(.pdfProgressed(reference, .waits(ProgressWait(wait))))
      },
      wait: {
        post(.pdfProgressed(reference, .waits(ProgressWait("another paperq downloads it"))))
      })
    do throws(FeedError) {
      let pdf = try await retrieval.pdf(of: paper)
      let (id, file, remark) = (paper.id, pdf.file, pdf.remark)
      PDFViewer(settings: workspace.settings).openInBackground(file) { viewer in
        let message = remark ?? "opened '\(file.name)' with '\(viewer)'"
        post(.pdfEnded(id, .opened(file.reference, message: message)))
      } whenFailed: { failure in
        post(.pdfEnded(id, .failed(failure.message ?? "cannot show the PDF")))
      }
    } catch .cancelled {
      post(.pdfEnded(paper.id, .cancelled))
    } catch {
      post(.pdfEnded(paper.id, .failed(error.message)))
    }
  }
}
