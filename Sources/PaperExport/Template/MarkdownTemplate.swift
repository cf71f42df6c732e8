import Papers

/// How a paper is written in Markdown: a Mustache template, ours or the user's.
///
/// It makes the part between the markers; front matter and markers are not its business. `{{name}}`
/// escapes what arXiv says, so that it neither reaches out of its place nor begins a block of
/// Markdown, and `{{{name}}}` does not. Notes are never changed.
package struct MarkdownTemplate: Equatable, Sendable {
  private let mustache: Mustache
  /// Whether it is the template that paperq brings.
  let isStandard: Bool

  /// Paperq's own layout.
  package static let standard = bundled(PackageResources.paper_md_mustache)

  /// The notes of a paper alone, below its title.
  static let notes = bundled(PackageResources.notes_md_mustache)

  private static func bundled(_ bytes: [UInt8]) -> MarkdownTemplate {
    do throws(TemplateError) {
      return try MarkdownTemplate(bytes, isStandard: true)
    } catch {
      preconditionFailure("a bundled template cannot be used: \(error.message(file: "template"))")
    }
  }

  /// Reads a template, which may use the names of ``PaperValues`` and no others: a name that is
  /// misspelt would be left out without a word.
  package init(_ bytes: [UInt8]) throws(TemplateError) {
    try self.init(bytes, isStandard: false)
  }

  private init(_ bytes: [UInt8], isStandard: Bool) throws(TemplateError) {
    mustache = try Mustache(bytes.withoutByteOrderMark)
    self.isStandard = isStandard
    let known = PaperValues.names
    for name in mustache.names {
      for part in name.path where part != "." && !known.contains(part) {
        let hint = part.nearest(in: known).map { "; did you mean '\($0)'?" } ?? ""
        throw TemplateError(line: name.line, "there is no value '\(part.prefix(60))'\(hint)")
      }
    }
  }

  /// Appends a paper, whose heading is of `level`, from 1. It ends with a newline.
  func write(_ item: ExportItem, level: Int, to output: inout [UInt8]) {
    let start = output.count
    mustache.render(PaperValues(item, level: level).value, to: &output) { text, output in
      output.append(markdown: text)
    }
    if output.count > start, output.last != UInt8(ascii: "\n") {
      output.append(UInt8(ascii: "\n"))
    }
  }

  /// What this template makes of a paper alone.
  func text(of item: ExportItem, level: Int) -> [UInt8] {
    var text: [UInt8] = []
    write(item, level: level, to: &text)
    return text
  }
}
