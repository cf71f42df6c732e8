/// A list that can be shown: a view of the configuration, or one that stands behind the views as long
/// as it is there.
enum Tab: Hashable, Sendable {
  /// By its index in the configuration.
  case view(Int)
  /// ``QueueState/arXivSearch``.
  case arXivSearch
  /// ``QueueState/similar``.
  case similar
}
