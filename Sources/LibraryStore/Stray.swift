import JSONText
import Papers

/// A record in a month file where it is not found: of another month, or under an identifier with a
/// version, such as `1706.03762v2`.
struct Stray {
  /// How the file calls it.
  let key: String
  /// The paper it is about.
  let id: ArXivID
  let value: JSONValue

  private init?(key: String, value: JSONValue) {
    guard value.object != nil, let id = ArXivReference(key)?.id else { return nil }
    self.key = key
    self.id = id
    self.value = value
  }

  /// The strays among papers; what is no paper is left where it is.
  static func papers(in shelf: PaperShelf) -> [Stray] {
    shelf.foreign.compactMap { Stray(key: $0.key, value: $0.value) }
      .filter { Paper(id: $0.id, json: $0.value) != nil }
  }

  /// The strays among reading records.
  static func records(in lines: ReadingLines) -> [Stray] {
    lines.foreign.compactMap { Stray(key: $0.key, value: $0.value) }
  }
}
