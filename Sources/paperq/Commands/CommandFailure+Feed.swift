import ArXivFeed
import ArgumentParser

extension CommandFailure {
  /// A failure at arXiv, with the exit code of its class.
  init(_ error: FeedError) {
    self.init(ExitCode(error.exitClass.rawValue), error.message)
  }

  /// A failure of a fetch, with the exit code of its kind.
  init(_ failure: FetchFailure) {
    let code: ExitCode =
      switch failure.kind {
      case .arXiv(let failure): ExitCode(failure.rawValue)
      case .noSuchPaper: .noSuchPaper
      case .disk: .disk
      case .stopped: .interrupted
      }
    self.init(code, failure.message)
  }
}
