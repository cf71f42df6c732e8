package import Papers

/// Names of files with one paper in each: `1706.03762 Attention Is All You Need.md`.
///
/// The identifier comes first, so that a name is unique, sorts by age, and a file is found again
/// when its paper's title has changed. No name holds a character that a file system, a shell's
/// path or a wiki link gives a meaning to, begins with a dot, or is over ``longest`` bytes.
package enum ExportFileName {
  /// In bytes of UTF-8, the extension included.
  package static let longest = 120

  /// The name of a new file; the identifier alone where no more is known of the paper.
  package static func name(for paper: Paper, fileExtension: String) -> String {
    let id = paper.id.fileName
    let room = longest - id.utf8.count - fileExtension.utf8.count - 2
    let title = paper.isIdentifierAlone ? "" : paper.titleText.asFileName(bytes: room)
    return title.isEmpty ? "\(id).\(fileExtension)" : "\(id) \(title).\(fileExtension)"
  }

  /// The paper that a file is of, as its name says: `1706.03762.md` and `1706.03762 any text.md`;
  /// nil for other files.
  package static func paper(ofFile name: String, fileExtension: String) -> ArXivID? {
    guard name.hasSuffix(".\(fileExtension)") else { return nil }
    let stem = name.dropLast(fileExtension.count + 1)
    let id = stem.prefix { $0 != " " }
    return ArXivID(id.replacing("_", with: "/"))
  }
}
