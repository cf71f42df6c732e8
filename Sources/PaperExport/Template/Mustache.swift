/// A Mustache template: text with tags that stand for values.
///
/// It knows variables, sections, inverted sections, comments, dotted names and other delimiters, as
/// the specification has them, and no partials and lambdas: a template is one text that reads no
/// file and runs nothing. Unlike in HTML, how `{{name}}` is escaped is the caller's business.
struct Mustache: Equatable, Sendable {
  /// The name of a tag.
  struct Name: Equatable, Sendable {
    /// Its parts between the dots; one `.` for the value at hand.
    var path: [String]
    /// Where the tag stands, from 1.
    var line: Int
  }

  /// A piece of the template.
  indirect enum Part: Equatable, Sendable {
    case text([UInt8])
    /// `{{name}}`, or `{{{name}}}` and `{{&name}}` when nothing is to be escaped.
    case variable(Name, isEscaped: Bool)
    /// `{{#name}}`, or `{{^name}}` when it is inverted.
    case section(Name, isInverted: Bool, [Part])
  }

  let parts: [Part]

  /// All names of the template, in the order of their tags.
  var names: [Name] { Self.names(in: parts) }

  private static func names(in parts: [Part]) -> [Name] {
    parts.flatMap { part in
      switch part {
      case .text: [Name]()
      case .variable(let name, _): [name]
      case .section(let name, _, let inner): [name] + names(in: inner)
      }
    }
  }

  /// Appends the template with the names of `values` filled in.
  ///
  /// `escape` appends a text so that it is safe where `output` ends.
  func render(
    _ values: MustacheValue, to output: inout [UInt8],
    escape: (_ text: String, _ output: inout [UInt8]) -> Void
  ) {
    withoutActuallyEscaping(escape) { escape in
      var renderer = Renderer(stack: [values], escape: escape)
      renderer.render(parts, to: &output)
    }
  }
}

private struct Renderer {
  /// The values of the sections that are open, the innermost last.
  var stack: [MustacheValue]
  let escape: (String, inout [UInt8]) -> Void

  mutating func render(_ parts: [Mustache.Part], to output: inout [UInt8]) {
    for part in parts {
      switch part {
      case .text(let bytes):
        output.append(contentsOf: bytes)
      case .variable(let name, let isEscaped):
        write(value(of: name), isEscaped: isEscaped, to: &output)
      case .section(let name, let isInverted, let inner):
        let value = value(of: name)
        if isInverted {
          if !value.isTrue { render(inner, to: &output) }
        } else if case .list(let elements) = value {
          for element in elements { render(inner, with: element, to: &output) }
        } else if case .flag(true) = value {
          // It says nothing but yes: `{{.}}` stays the element that is asked for it.
          render(inner, to: &output)
        } else if value.isTrue {
          render(inner, with: value, to: &output)
        }
      }
    }
  }

  private mutating func render(
    _ parts: [Mustache.Part], with value: MustacheValue, to output: inout [UInt8]
  ) {
    stack.append(value)
    render(parts, to: &output)
    stack.removeLast()
  }

  private func write(_ value: MustacheValue, isEscaped: Bool, to output: inout [UInt8]) {
    switch value {
    case .text(let text) where isEscaped: escape(text, &output)
    case .text(let text), .verbatim(let text): output.append(contentsOf: text.utf8)
    case .number(let number): output.append(contentsOf: String(number).utf8)
    case .flag(let flag): output.append(contentsOf: String(flag).utf8)
    case .object(let value):
      let value = value(".")
      if case .object = value { return }
      write(value, isEscaped: isEscaped, to: &output)
    case .nothing, .list: break
    }
  }

  /// The first part of a name is looked for from the innermost section outwards, the others in what
  /// that part stands for.
  private func value(of name: Mustache.Name) -> MustacheValue {
    guard let first = name.path.first else { return .nothing }
    if first == "." { return stack.last ?? .nothing }
    for value in stack.reversed() {
      guard var found = value.value(named: first) else { continue }
      for part in name.path.dropFirst() {
        guard let inner = found.value(named: part) else { return .nothing }
        found = inner
      }
      return found
    }
    return .nothing
  }
}
