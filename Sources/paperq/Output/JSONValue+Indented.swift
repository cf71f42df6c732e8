import JSONText

extension JSONValue {
  /// This value for people to read: a line for each member, but short values on one line.
  func indented(by indent: String = "") -> String {
    let line = encodedText
    if line.count <= 60 { return line }
    let inner = indent + "  "
    switch self {
    case .object(let object):
      let members = object.members.map {
        "\(inner)\(JSONValue.string($0.key).encodedText): \($0.value.indented(by: inner))"
      }
      return "{\n" + members.joined(separator: ",\n") + "\n\(indent)}"
    case .array(let values):
      let elements = values.map { inner + $0.indented(by: inner) }
      return "[\n" + elements.joined(separator: ",\n") + "\n\(indent)]"
    default:
      return line
    }
  }

  private var encodedText: String { String(decoding: encoded, as: UTF8.self) }
}
