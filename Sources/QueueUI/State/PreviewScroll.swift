import Papers

/// How far the preview of a paper was scrolled; that of another paper begins at its top.
struct PreviewScroll: Equatable, Sendable {
  var id: ArXivID
  /// The first line that is seen, from 0; fewer where there are not so many.
  var top: Int
}
