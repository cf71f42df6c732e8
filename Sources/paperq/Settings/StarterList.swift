/// The bundled list of papers to begin with.
enum StarterList {
  /// The source that its papers name: `source:starter`.
  static let sourceName = "starter"
}
