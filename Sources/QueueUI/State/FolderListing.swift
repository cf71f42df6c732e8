/// What lies in the folder of a path that is being typed.
struct FolderListing: Equatable, Sendable {
  /// The folder as it was typed, with its `/`; empty for the working folder.
  var folder: String
  /// The names in it, those of folders with `/`; nil until they are known.
  var names: [String]?
  /// The step of a Tab that was pressed before.
  var pendingStep: Int?

  /// The names that may follow the beginning of one; hidden ones only when it asks for them.
  func candidates(for word: String) -> [String] {
    if folder.isEmpty, word == "~" { return ["~/"] }
    return (names ?? []).filter { word.hasPrefix(".") || !$0.hasPrefix(".") }
  }
}
