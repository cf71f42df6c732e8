import JSONText
import Papers

/// Holds a configuration against the table of keys, and against what keys promise together.
struct ConfigurationChecker {
  /// How messages name the file.
  let file: String

  func check(_ json: JSONValue) throws(ConfigurationError) {
    guard let object = json.object else {
      throw ConfigurationError(
        "cannot use the config '\(file)': it is \(json.kind); allowed is an object of keys")
    }
    try check(object, tablePath: "", path: "")
    let values = ConfigurationValues(object)
    try checkPacing(values)
    try checkSources(values)
    try checkNames(of: values.elements("views"), list: "views", reserved: [])
    if let problem = KeyBindings.problem(preset: values["keys.preset"], bind: values["keys.bind"]) {
      throw failure(problem.key, problem.message)
    }
  }

  /// `tablePath` is the path in the table, `path` the one of the file, with the numbers of elements.
  private func check(
    _ object: JSONObject, tablePath: String, path: String
  ) throws(ConfigurationError) {
    var seen: Set<String> = []
    for member in object.members {
      let key = member.key
      let innerPath = path + key
      guard Self.names(under: tablePath).contains(key) else { throw unknown(key, tablePath, path) }
      guard seen.insert(key).inserted else { throw failure(innerPath, "stands there twice") }
      try check(member.value, tablePath: tablePath + key, path: innerPath)
    }
  }

  private func check(
    _ value: JSONValue, tablePath: String, path: String
  ) throws(ConfigurationError) {
    if let key = ConfigurationKey.all.first(where: { $0.path == tablePath }) {
      if let problem = key.type.problem(with: value) { throw failure(path, problem) }
      if let twice = value.repeatedKey(below: path) { throw failure(twice, "stands there twice") }
    } else if ConfigurationKey.lists.contains(where: { $0.path == tablePath }) {
      guard let elements = value.array else {
        throw failure(path, "is \(value.kind); allowed is a list of objects")
      }
      if tablePath == "views", elements.isEmpty {
        throw failure(path, "is an empty list; allowed is at least one view")
      }
      for (index, element) in elements.enumerated() {
        let elementPath = "\(path)[\(index)]"
        guard let object = element.object else {
          throw failure(elementPath, "is \(element.kind); allowed is an object")
        }
        try check(object, tablePath: "\(tablePath)[].", path: elementPath + ".")
      }
    } else {
      guard let object = value.object else {
        throw failure(path, "is \(value.kind); allowed is an object")
      }
      try check(object, tablePath: tablePath + ".", path: path + ".")
    }
  }

  /// The names that may stand in the object at a path of the table.
  private static func names(under tablePath: String) -> [String] {
    var names: [String] = []
    for key in ConfigurationKey.all where key.path.hasPrefix(tablePath) {
      let name = key.path.dropFirst(tablePath.count).prefix { $0 != "." && $0 != "[" }
      if names.last != String(name) { names.append(String(name)) }
    }
    return names
  }

  private func unknown(_ name: String, _ tablePath: String, _ path: String) -> ConfigurationError {
    let names = Self.names(under: tablePath)
    if let nearest = name.nearest(in: names) {
      return failure(path + name, "is no key; did you mean '\(path)\(nearest)'?")
    }
    return failure(path + name, "is no key; allowed are \(names.joined(separator: ", "))")
  }

  private func failure(_ path: String, _ problem: String) -> ConfigurationError {
    ConfigurationError(file: file, key: path, problem)
  }

  // MARK: - Keys together

  private func checkPacing(_ values: ConfigurationValues) throws(ConfigurationError) {
    let seconds = values["arxiv.secondsBetweenRequests"]
    guard let number = seconds.double, number < 3 else { return }
    for path in ["arxiv.api", "arxiv.feeds", "arxiv.site"] {
      let address = values[path].string ?? ""
      guard Endpoint(address)?.isLoopback != true else { continue }
      throw failure(
        "arxiv.secondsBetweenRequests",
        "is \(seconds.text) while '\(path)' is '\(address)'; allowed is 3 or more, unless all "
          + "three servers are on this machine")
    }
  }

  private func checkSources(_ values: ConfigurationValues) throws(ConfigurationError) {
    let sources = values.elements("sources")
    for (index, source) in sources.enumerated() {
      let kinds = ["query", "daily", "ids"].filter { source.written($0) != nil }
      guard kinds.count == 1 else {
        throw failure(
          "sources[\(index)]",
          (kinds.isEmpty ? "says not what to fetch" : "holds " + kinds.joined(separator: " and "))
            + "; allowed is one of query, daily and ids")
      }
      for name in ["window", "limit"] where kinds != ["query"] && source.written(name) != nil {
        throw failure("sources[\(index)].\(name)", "is for a source with a query only")
      }
      if kinds != ["daily"], source.written("types") != nil {
        throw failure("sources[\(index)].types", "is for a daily source only")
      }
    }
    try checkNames(
      of: sources, list: "sources", reserved: [StarterList.sourceName, ImportedPapers.sourceName])
  }

  private func checkNames(
    of elements: [ConfigurationValues], list: String, reserved: [String]
  ) throws(ConfigurationError) {
    var seen: Set<String> = []
    for (index, element) in elements.enumerated() {
      guard let name = element.written("name")?.string else {
        throw failure("\(list)[\(index)]", "has no name")
      }
      if reserved.contains(name) {
        throw failure("\(list)[\(index)].name", "is '\(name)', which is paperq's own")
      }
      guard seen.insert(name).inserted else {
        throw failure("\(list)[\(index)].name", "is '\(name)', as is that of another one before it")
      }
    }
  }
}

extension JSONValue {
  /// The path of a key that stands twice in one object, at any depth; nil when none does.
  fileprivate func repeatedKey(below path: String) -> String? {
    var seen: Set<String> = []
    for member in object?.members ?? [] {
      let memberPath = "\(path).\(member.key)"
      guard seen.insert(member.key).inserted else { return memberPath }
      if let repeated = member.value.repeatedKey(below: memberPath) { return repeated }
    }
    return nil
  }
}
