import ArXivFeed
import Glibc
import LibraryStore
import Papers
import QueueUI

/// What commands and the screen work with: the library on disk, the sources and the views, as the
/// settings have them.
struct Workspace: Sendable {
  let settings: Settings
  /// Names the journal of this machine; actions are undone on the device that did them.
  let device: String

  /// Makes the name of this device when there is none yet.
  init(_ settings: Settings) {
    self.settings = settings
    device = DeviceName.read(in: settings.paths.state)
  }

  /// A workspace under a name of its own, so that nothing is made.
  init(_ settings: Settings, device: String) {
    self.settings = settings
    self.device = device
  }

  var sources: [Source] { settings.configuration.sources }

  /// The names that a fetch takes: those of the sources, and those of the papers that paperq
  /// completes by itself.
  var sourceNames: [String] {
    sources.map(\.name) + [StarterList.sourceName, ImportedPapers.sourceName]
  }

  var views: [ViewDefinition] { settings.configuration.views }

  /// The present time.
  static var now: Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(
      milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// The library on disk, not opened yet.
  ///
  /// `lockTimeout` are the seconds to wait for another paperq that is writing, nil waits for ever;
  /// `onWait` is told when that takes long.
  func makeStore(
    lockTimeout: Double? = 10, onWait: @escaping (LockHolder) -> Void = { _ in }
  ) -> LibraryStore {
    LibraryStore(
      folder: settings.paths.library, device: device, lockTimeout: lockTimeout,
      now: { Self.now }, onWait: onWait)
  }

  /// A client for arXiv that keeps the pace together with all other copies of paperq.
  func makeClient(
    onRetry: @escaping @Sendable (ArXivClient.Retry) -> Void = { _ in },
    onWait: @escaping @Sendable (RequestPace.Wait) -> Void = { _ in }
  ) -> ArXivClient {
    let arxiv = settings.configuration.arxiv
    return ArXivClient(
      endpoints: ArXivEndpoints(api: arxiv.api, feeds: arxiv.feeds, site: arxiv.site),
      transport: URLSessionTransport(),
      pace: RequestPace(
        secondsBetweenRequests: arxiv.secondsBetweenRequests,
        stampFile: settings.paths.state + "/pace"),
      timeoutSeconds: arxiv.timeoutSeconds, onRetry: onRetry, onWait: onWait)
  }

  /// Opens a store; a library that is new begins with the starter list.
  ///
  /// `onMonths` is handed what was read as soon as it was, the newest month first.
  func open(
    _ store: LibraryStore, onMonths: (LibraryUpdate) -> Void = { _ in }
  ) throws(StoreError) -> LibraryStore.Opening {
    try store.open(beginningWith: StarterList.papers(added: Self.now), onMonths: onMonths)
  }
}
