/// A JSON value that can be written back as it was read.
///
/// Numbers keep their text, so that a number which paperq does not know about survives a rewrite
/// exactly, and objects keep the order of their members.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written, e.g. `1.50` or `1e400`.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A whole number.
  package static func integer(_ value: Int) -> JSONValue { .number(String(value)) }

  /// The text of a string, nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// A whole number that fits `Int`, written without fraction or exponent; nil for anything else.
  package var integer: Int? {
    if case .number(let text) = self { Int(text) } else { nil }
  }

  /// Any number as a `Double`; nil for anything else.
  package var double: Double? {
    if case .number(let text) = self { Double(text) } else { nil }
  }

  /// True or false; nil for anything else.
  package var bool: Bool? {
    if case .bool(let value) = self { value } else { nil }
  }

  /// The elements of a list; nil for anything else.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// The members of an object; nil for anything else.
  package var object: JSONObject? {
    if case .object(let object) = self { object } else { nil }
  }

  /// What kind of value this is, in the words of an error message: "a number", "a list".
  package var kind: String {
    switch self {
    case .null: "null"
    case .bool: "true or false"
    case .number: "a number"
    case .string: "a text"
    case .array: "a list"
    case .object: "an object"
    }
  }
}

/// The members of a JSON object in the order in which they were written.
///
/// A key may stand more than once, as JSON allows; looking it up gives the last, as most readers do.
package struct JSONObject: Hashable, Sendable {
  /// A key with its value.
  package struct Member: Hashable, Sendable {
    /// The key, its escapes resolved.
    package var key: String
    /// What stands behind it.
    package var value: JSONValue

    package init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// In the order of the text, keys that stand twice included.
  package var members: [Member]

  package init(members: [Member] = []) {
    self.members = members
  }

  /// The value of a key; setting nil removes every member of that key, setting a value replaces the
  /// last one or appends.
  package subscript(key: String) -> JSONValue? {
    get { members.last { $0.key == key }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.key == key } }
      if let index = members.lastIndex(where: { $0.key == key }) {
        members[index].value = newValue
      } else {
        members.append(Member(key: key, value: newValue))
      }
    }
  }

  /// The same members, sorted by the UTF-8 bytes of their keys.
  package var sortedByKey: JSONObject {
    JSONObject(members: members.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) })
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  package init(dictionaryLiteral elements: (String, JSONValue)...) {
    members = elements.map { Member(key: $0.0, value: $0.1) }
  }
}
