import JSONText
import TerminalGrid

/// The configuration of the defaults with a comment on every key, made from the table.
enum ConfigurationExample {
  /// The text of `config.example.json`.
  static var text: String {
    var lines = [
      "// paperq's configuration: every key with its default. All of them are optional.", "{",
    ]
    let paths = ConfigurationKey.topPaths
    var open: Substring?
    for (index, path) in paths.enumerated() {
      let parts = path.split(separator: ".")
      let group = parts.count == 2 ? parts[0] : nil
      let next = index + 1 < paths.count ? paths[index + 1] : nil
      if group != open, let group { lines.append("  \"\(group)\": {") }
      open = group
      let indent = group == nil ? "  " : "    "
      let isLastOfGroup = group.map { next?.hasPrefix($0 + ".") != true } ?? false
      let comma = isLastOfGroup || next == nil ? "" : ","
      lines += entry(path, name: parts[parts.count - 1]).indented(by: indent, ending: comma)
      if isLastOfGroup { lines.append("  }" + (next == nil ? "" : ",")) }
    }
    return (lines + ["}"]).joined(separator: "\n") + "\n"
  }

  private static func comment(on key: ConfigurationKey) -> [String] {
    "\(key.about)\(allowed(by: key))".wrapped(toColumns: 92, keepsWords: true).map {
      "// \($0)"
    }
  }

  /// The values of a key that takes one of a few.
  private static func allowed(by key: ConfigurationKey) -> String {
    switch key.type {
    case .choice, .choices, .sortOrder, .theme: " Takes \(key.type.allowed)."
    default: ""
    }
  }

  private static func entry(_ path: String, name: Substring) -> [String] {
    if let list = ConfigurationKey.lists.first(where: { $0.path == path }) {
      let keys = ConfigurationKey.all.filter { $0.path.hasPrefix("\(path)[].") }
      let notes = keys.flatMap { key in
        let standard = key.standard.map { " Default: \($0)." } ?? ""
        let about = "\(key.path.dropFirst(path.count + 3)): \(key.about)\(allowed(by: key))"
        let lines = "\(about)\(standard)".wrapped(toColumns: 92, keepsWords: true)
        return lines.enumerated().map { "//   \($0.offset == 0 ? "" : "  ")\($0.element)" }
      }
      let lines = list.standard.split(separator: "\n").map(String.init)
      return ["// \(list.about)"] + notes + ["\"\(name)\": \(lines[0])"] + lines.dropFirst()
    }
    let key = ConfigurationKey.named(path)
    return comment(on: key) + ["\"\(name)\": \(key.standard ?? "null")"]
  }
}

extension [String] {
  fileprivate func indented(by indent: String, ending: String) -> [String] {
    enumerated().map { indent + $0.element + ($0.offset == count - 1 ? ending : "") }
  }
}
