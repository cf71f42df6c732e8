import JSONText
import Papers

/// Holds a configuration against the table of keys, and against what keys promise together.
struct ConfigurationChecker {
  /// All that is wrong with it, in the order of the file; what keys promise together comes last. A
  /// file that is something else altogether is not gone through to its end.
  private(set) var faults: [ConfigurationFault] = []
  /// What was wrong by the table alone. What is made of such values says nothing.
  private var misfits: [ConfigurationFault] = []

  private static let most = 100

  init(_ json: JSONValue) {
    guard let object = json.object else {
      note("", "is \(json.kind); allowed is an object of keys")
      return
    }
    check(object, tablePath: "", path: "")
    misfits = faults
    let values = ConfigurationValues(object)
    checkPacing(values)
    checkSources(values)
    checkNames(of: values.elements("views"), list: "views", reserved: [])
    if isSound("keys.bind") {
      faults += KeyBindings.faults(
        preset: isSound("keys.preset") ? values["keys.preset"] : .string("vim"),
        bind: values["keys.bind"])
    }
    if isSound("theme"), isSound("themes") {
      faults += ThemeDefinitions.faults(theme: values["theme"], themes: values["themes"])
    }
  }

  private mutating func note(_ key: String, _ problem: String) {
    guard faults.count < Self.most else { return }
    faults.append(ConfigurationFault(key: key, problem: problem))
  }

  /// Whether the values at a path and below it are as the table says.
  private func isSound(_ path: String) -> Bool {
    !misfits.contains {
      $0.key == path || $0.key.hasPrefix(path + ".") || $0.key.hasPrefix(path + "[")
    }
  }

  // MARK: - Keys by the table

  /// `tablePath` is the path in the table, `path` the one of the file, with the numbers of elements.
  private mutating func check(_ object: JSONObject, tablePath: String, path: String) {
    var seen: Set<String> = []
    for member in object.members {
      let key = member.key
      if !Self.names(under: tablePath).contains(key) {
        noteUnknown(key, tablePath, path)
      } else if !seen.insert(key).inserted {
        note(path + key, "stands there twice")
      } else {
        check(member.value, tablePath: tablePath + key, path: path + key)
      }
    }
  }

  private mutating func check(_ value: JSONValue, tablePath: String, path: String) {
    if let key = ConfigurationKey.all.first(where: { $0.path == tablePath }) {
      if let problem = key.type.problem(with: value) { return note(path, problem) }
      for twice in value.repeatedKeys(below: path) { note(twice, "stands there twice") }
    } else if ConfigurationKey.lists.contains(where: { $0.path == tablePath }) {
      guard let elements = value.array else {
        return note(path, "is \(value.kind); allowed is a list of objects")
      }
      if tablePath == "views", elements.isEmpty {
        note(path, "is an empty list; allowed is at least one view")
      }
      for (index, element) in elements.enumerated() {
        check(element, tablePath: "\(tablePath)[]", path: "\(path)[\(index)]")
      }
    } else {
      guard let object = value.object else {
        return note(path, "is \(value.kind); allowed is an object")
      }
      check(object, tablePath: tablePath + ".", path: path + ".")
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

  private mutating func noteUnknown(_ name: String, _ tablePath: String, _ path: String) {
    let names = Self.names(under: tablePath)
    let hint =
      name.nearest(in: names).map { "did you mean '\(path)\($0)'?" }
      ?? "allowed are \(names.joined(separator: ", "))"
    note(path + name, "is no key; \(hint)")
  }

  // MARK: - Keys together

  private mutating func checkPacing(_ values: ConfigurationValues) {
    let seconds = values["arxiv.secondsBetweenRequests"]
    guard isSound("arxiv"), let number = seconds.double, number < 3 else { return }
    for path in ["arxiv.api", "arxiv.feeds", "arxiv.site"] {
      let address = values[path].string ?? ""
      guard Endpoint(address)?.isLoopback != true else { continue }
      return note(
        "arxiv.secondsBetweenRequests",
        "is \(seconds.text) while '\(path)' is '\(address)'; allowed is 3 or more, unless all "
          + "three servers are on this machine")
    }
  }

  private mutating func checkSources(_ values: ConfigurationValues) {
    let sources = values.elements("sources")
    for (index, source) in sources.enumerated() where isSound("sources[\(index)]") {
      let kinds = ["query", "daily", "ids"].filter { source.written($0) != nil }
      guard kinds.count == 1 else {
        note(
          "sources[\(index)]",
          (kinds.isEmpty ? "says not what to fetch" : "holds " + kinds.joined(separator: " and "))
            + "; allowed is one of query, daily and ids")
        continue
      }
      for name in ["window", "limit"] where kinds != ["query"] && source.written(name) != nil {
        note("sources[\(index)].\(name)", "is for a source with a query only")
      }
      if kinds != ["daily"], source.written("types") != nil {
        note("sources[\(index)].types", "is for a daily source only")
      }
    }
    checkNames(
      of: sources, list: "sources", reserved: [StarterList.sourceName, ImportedPapers.sourceName])
  }

  private mutating func checkNames(
    of elements: [ConfigurationValues], list: String, reserved: [String]
  ) {
    var seen: Set<String> = []
    for (index, element) in elements.enumerated() {
      let path = "\(list)[\(index)]"
      guard let name = element.written("name")?.string else {
        if isSound(path) { note(path, "has no name") }
        continue
      }
      guard isSound("\(path).name") else { continue }
      if reserved.contains(name) {
        note("\(path).name", "is '\(name)', which is paperq's own")
      } else if !seen.insert(name).inserted {
        note("\(path).name", "is '\(name)', as is that of another one before it")
      }
    }
  }
}

extension JSONValue {
  /// The paths of the keys that stand twice in one object, at any depth.
  fileprivate func repeatedKeys(below path: String) -> [String] {
    var seen: Set<String> = []
    return (object?.members ?? []).flatMap { member in
      let memberPath = "\(path).\(member.key)"
      return seen.insert(member.key).inserted
        ? member.value.repeatedKeys(below: memberPath) : [memberPath]
    }
  }
}
