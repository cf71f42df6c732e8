extension Mustache {
  /// How deep sections may lie in each other.
  static let depthLimit = 50

  /// Reads a template.
  init(_ bytes: [UInt8]) throws(TemplateError) {
    var parser = MustacheParser(bytes)
    parts = try parser.parse()
  }
}

/// Reads a template from its first byte to its last.
private struct MustacheParser {
  /// A section that is not ended yet.
  private struct Opening {
    let name: Mustache.Name
    let isInverted: Bool
    /// What stood before it.
    let before: [Mustache.Part]

    /// The tag that began it.
    var text: String { "{{\(isInverted ? "^" : "#")\(name.text)}}" }
  }

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1
  private var delimiters = (open: Array("{{".utf8), close: Array("}}".utf8))
  private var parts: [Mustache.Part] = []
  private var openings: [Opening] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func parse() throws(TemplateError) -> [Mustache.Part] {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw TemplateError("it is not UTF-8")
    }
    while let start = index(of: delimiters.open, from: offset) { try takeTag(at: start) }
    addText(upTo: bytes.count)
    if let opening = openings.last {
      throw TemplateError(
        line: opening.name.line,
        "the section '\(opening.text)' is not ended by '{{/\(opening.name.text)}}'")
    }
    return parts
  }

  // MARK: - Tags

  private mutating func takeTag(at start: Int) throws(TemplateError) {
    let line = line + bytes[offset..<start].count { $0 == UInt8(ascii: "\n") }
    var inner = start + delimiters.open.count
    let mark = inner < bytes.count ? bytes[inner] : 0
    let isMarked = "#^/!>&{=<$%".utf8.contains(mark)
    if isMarked { inner += 1 }
    var ending = delimiters.close
    if mark == UInt8(ascii: "{") || mark == UInt8(ascii: "=") {
      ending.insert(mark == UInt8(ascii: "{") ? UInt8(ascii: "}") : mark, at: 0)
    }
    guard let end = index(of: ending, from: inner) else {
      let text = String(decoding: bytes[start..<min(start + 30, bytes.count)], as: UTF8.self)
      let tag = text.split(whereSeparator: \.isNewline).first ?? ""
      throw TemplateError(
        line: line, "the tag '\(tag)' is not ended by '\(String(decoding: ending, as: UTF8.self))'")
    }
    let content = bytes[inner..<end]
    let behind = end + ending.count
    let isVariable = !isMarked || mark == UInt8(ascii: "&") || mark == UInt8(ascii: "{")
    takeText(before: start, tagEnding: behind, isVariable: isVariable)
    switch mark {
    case UInt8(ascii: "!"): break
    case UInt8(ascii: "="): try setDelimiters(content, line: line)
    case UInt8(ascii: "#"), UInt8(ascii: "^"):
      let name = try name(content, line: line)
      guard openings.count < Mustache.depthLimit else {
        throw TemplateError(line: line, "sections lie in each other too deep")
      }
      openings.append(
        Opening(name: name, isInverted: mark == UInt8(ascii: "^"), before: parts))
      parts = []
    case UInt8(ascii: "/"): try endSection(try name(content, line: line))
    case UInt8(ascii: ">"), UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "%"):
      let tag = String(UnicodeScalar(mark))
      throw TemplateError(
        line: line,
        "there are no '{{\(tag)' tags here; a template is one file without parts of others")
    default:
      parts.append(.variable(try name(content, line: line), isEscaped: !isMarked))
    }
  }

  /// Adds the text before a tag. A tag that writes nothing and stands alone on its line takes the
  /// whole line with it.
  private mutating func takeText(before start: Int, tagEnding end: Int, isVariable: Bool) {
    var textEnd = start
    var next = end
    if !isVariable {
      var lineStart = start
      while lineStart > offset, isBlank(bytes[lineStart - 1]) { lineStart -= 1 }
      let isFirst = lineStart == 0 || bytes[lineStart - 1] == UInt8(ascii: "\n")
      var lineEnd = end
      while lineEnd < bytes.count, isBlank(bytes[lineEnd]) { lineEnd += 1 }
      if lineEnd < bytes.count, bytes[lineEnd] == UInt8(ascii: "\r") { lineEnd += 1 }
      let isLast = lineEnd == bytes.count || bytes[lineEnd] == UInt8(ascii: "\n")
      if isFirst, isLast {
        textEnd = lineStart
        next = min(lineEnd + 1, bytes.count)
      }
    }
    addText(upTo: textEnd)
    line += bytes[textEnd..<next].count { $0 == UInt8(ascii: "\n") }
    offset = next
  }

  private mutating func addText(upTo end: Int) {
    let text = bytes[offset..<end]
    line += text.count { $0 == UInt8(ascii: "\n") }
    offset = end
    if !text.isEmpty { parts.append(.text(Array(text))) }
  }

  private mutating func endSection(_ name: Mustache.Name) throws(TemplateError) {
    guard let opening = openings.popLast() else {
      throw TemplateError(line: name.line, "'{{/\(name.text)}}' ends no section")
    }
    guard opening.name.path == name.path else {
      throw TemplateError(
        line: name.line,
        "'{{/\(name.text)}}' stands where '{{/\(opening.name.text)}}' should end the section of line"
          + " \(opening.name.line)")
    }
    parts = opening.before + [.section(opening.name, isInverted: opening.isInverted, parts)]
  }

  private mutating func setDelimiters(
    _ content: ArraySlice<UInt8>, line: Int
  ) throws(TemplateError) {
    let words = content.split { isBlank($0) || $0 == UInt8(ascii: "\n") }
    guard words.count == 2, !words.joined().contains(UInt8(ascii: "=")) else {
      throw TemplateError(
        line: line, "other delimiters are set as in '{{=<% %>=}}', two words without '='")
    }
    delimiters = (Array(words[0]), Array(words[1]))
  }

  private func name(
    _ content: ArraySlice<UInt8>, line: Int
  ) throws(TemplateError) -> Mustache.Name {
    let text = String(decoding: content, as: UTF8.self)
    let words = text.split(whereSeparator: \.isWhitespace)
    guard words.count == 1, let word = words.first else {
      let shown = text.prefix(30).split(whereSeparator: \.isNewline).joined(separator: " ")
      throw TemplateError(
        line: line, words.isEmpty ? "a tag has no name" : "'\(shown)' is no name of one word")
    }
    if word == "." { return Mustache.Name(path: ["."], line: line) }
    let path = word.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard !path.contains("") else {
      throw TemplateError(line: line, "'\(word.prefix(30))' is no name")
    }
    return Mustache.Name(path: path, line: line)
  }

  // MARK: - Bytes

  private func index(of text: [UInt8], from start: Int) -> Int? {
    guard let first = text.first else { return nil }
    var start = start
    while start + text.count <= bytes.count {
      guard let index = bytes[start...].firstIndex(of: first) else { return nil }
      if bytes[index...].starts(with: text) { return index }
      start = index + 1
    }
    return nil
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}

extension Mustache.Name {
  /// The name as it is written.
  var text: String { path.joined(separator: ".") }
}
