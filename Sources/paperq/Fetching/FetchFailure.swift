import ArXivFeed
import LibraryStore
import Papers

/// Why a fetch did not bring all it should.
struct FetchFailure: Error, Equatable {
  enum Kind: Equatable {
    /// arXiv could not be asked, or did not answer as it should.
    case arXiv(FeedError.ExitClass)
    /// arXiv has no such paper.
    case noSuchPaper
    /// What came could not be saved.
    case disk
    /// The user has had enough.
    case stopped
  }

  var kind: Kind
  /// One line for people.
  var message: String

  init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }

  init(_ error: FeedError) {
    switch error.exitClass {
    case .cancelled: self.init(.stopped, error.message)
    case .disk: self.init(.disk, error.message)
    case let failure: self.init(.arXiv(failure), error.message)
    }
  }

  init(_ error: StoreError) {
    self.init(.disk, error.message)
  }

  static let stopped = FetchFailure(.stopped, "stopped")

  static func unsaved(_ count: Int) -> FetchFailure {
    FetchFailure(.disk, "\(count.papers) could not be saved; the next fetch asks again")
  }

  /// Whether it is about what was asked for, so that arXiv can be asked for something else.
  var isOfThisRequest: Bool {
    switch kind {
    case .arXiv(.badAnswer), .arXiv(.badQuery), .noSuchPaper: true
    case .arXiv, .disk, .stopped: false
    }
  }
}
