import ArXivFeed
import ArgumentParser

extension CommandFailure {
  /// A failure at arXiv, with the exit code of its class.
  init(_ error: FeedError) {
    self.init(ExitCode(error.exitClass.rawValue), error.message)
  }
}
