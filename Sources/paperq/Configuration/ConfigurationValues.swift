import Foundation
import JSONText

/// The values of a checked configuration, or of one object in a list of it, by the table's paths.
struct ConfigurationValues {
  private let object: JSONObject
  /// What stands in the table before the paths asked for: `sources[].`.
  private let prefix: String

  init(_ object: JSONObject, prefix: String = "") {
    self.object = object
    self.prefix = prefix
  }

  /// What is written at a path; nil when it is absent.
  func written(_ path: String) -> JSONValue? {
    var value: JSONValue? = .object(object)
    for name in path.split(separator: ".") { value = value?.object?[String(name)] }
    return value
  }

  /// What holds at a path.
  subscript(path: String) -> JSONValue {
    written(path) ?? ConfigurationKey.named(prefix + path).standard.map(JSONValue.init(standard:))
      ?? .null
  }

  func endpoint(_ path: String) -> URL {
    guard let endpoint = self[path].string.flatMap({ Endpoint($0) }) else {
      preconditionFailure("'\(path)' was not checked")
    }
    return endpoint.url
  }

  /// The objects of a list.
  func elements(_ path: String) -> [ConfigurationValues] {
    let standard = ConfigurationKey.lists.first { $0.path == path }?.standard
    let list = written(path) ?? standard.map(JSONValue.init(standard:)) ?? .null
    return (list.array ?? []).map {
      ConfigurationValues($0.object ?? [:], prefix: "\(prefix)\(path)[].")
    }
  }

  /// All keys of the table with what holds, nested as in the file.
  var effective: JSONValue {
    var result = JSONObject()
    for path in ConfigurationKey.topPaths {
      let value =
        ConfigurationKey.lists.contains { $0.path == path }
        ? JSONValue.array(elements(path).map { .object($0.object) }) : self[path]
      let names = path.split(separator: ".").map(String.init)
      if names.count == 2 {
        var inner = result[names[0]]?.object ?? [:]
        inner[names[1]] = value
        result[names[0]] = .object(inner)
      } else {
        result[path] = value
      }
    }
    return .object(result)
  }
}

extension ConfigurationKey {
  /// The paths of all keys and lists that do not lie in a list, in the order of the table.
  static var topPaths: [String] {
    var paths: [String] = []
    for key in all {
      let path = key.path.firstRange(of: "[]").map { key.path[..<$0.lowerBound] } ?? key.path[...]
      if paths.last != String(path) { paths.append(String(path)) }
    }
    return paths
  }
}

extension JSONValue {
  /// The members of an object by key; none when it is something else.
  var dictionary: [String: JSONValue] {
    Dictionary((object?.members ?? []).map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
  }
}
