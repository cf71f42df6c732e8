import Papers

/// The bundled list of papers to begin with.
enum StarterList {
  /// The source that its papers name: `source:starter`.
  static let sourceName = "starter"

  /// The papers of the list in reading order, without their abstracts.
  static func papers(added: Timestamp) -> [Paper] {
    []
  }
}
