/// What a name of a template stands for.
enum MustacheValue {
  /// There is none.
  case nothing
  case flag(Bool)
  case number(Int)
  /// Text that `{{name}}` escapes, so that it stays the text that it is.
  case text(String)
  /// Text that always comes out as it is: the user's own, and what paperq made safe already.
  case verbatim(String)
  case list([MustacheValue])
  /// Names of its own; `.` is what `{{.}}` writes.
  case object((_ name: String) -> MustacheValue)

  /// Nothing for a text that is absent or empty.
  static func text(ifAny text: String?) -> MustacheValue {
    text.map { $0.isEmpty ? .nothing : .text($0) } ?? .nothing
  }

  /// A list of which each element knows whether it is the first, and whether the last.
  ///
  /// `value` gives what the names of an element stand for.
  static func list<Element>(
    of elements: [Element], _ value: @escaping (Element, String) -> MustacheValue
  ) -> MustacheValue {
    .list(
      elements.indices.map { index in
        .object { name in
          switch name {
          case "isFirst": .flag(index == elements.startIndex)
          case "isLast": .flag(index == elements.index(before: elements.endIndex))
          default: value(elements[index], name)
          }
        }
      })
  }

  /// A list of texts, which are `{{.}}`.
  static func list(texts: [MustacheValue]) -> MustacheValue {
    list(of: texts) { text, name in name == "." ? text : .nothing }
  }

  /// Whether a section of this value is written: not for nothing, false, zero, and what is empty.
  var isTrue: Bool {
    switch self {
    case .nothing: false
    case .flag(let flag): flag
    case .number(let number): number != 0
    case .text(let text), .verbatim(let text): !text.isEmpty
    case .list(let elements): !elements.isEmpty
    case .object: true
    }
  }

  /// What `name` stands for in this value; nil when it is not for this value to say.
  func value(named name: String) -> MustacheValue? {
    guard case .object(let value) = self else { return name == "." ? self : nil }
    let found = value(name)
    if case .nothing = found { return nil }
    return found
  }
}
