package import Papers

/// Names of PDFs: `2017 Vaswani - Attention Is All You Need [1706.03762v7].pdf`.
///
/// The identifier with its version comes last, so that names read well and a file is found again when
/// its title has changed, or when the user has given it a name of their own before that.
package enum PDFFileName {
  /// In bytes of UTF-8, the extension included, as Linux has it.
  package static let longest = 255

  /// The name of the PDF of a version of a paper; the year is that of the first version.
  package static func name(for paper: Paper, version: Int) -> String {
    let ending = " [\(paper.id.fileName)v\(version)].pdf"
    let author = paper.authorParts.first?.family ?? ""
    let year = String(paper.published.description.prefix(4))
    let beginning = [year, author.asFileName(bytes: 60)].filter { !$0.isEmpty }
      .joined(separator: " ")
    let room = longest - ending.utf8.count - beginning.utf8.count - 3
    let title = paper.titleText.asFileName(bytes: room)
    return beginning + (title.isEmpty ? "" : " - \(title)") + ending
  }

  /// The version whose PDF a file is, as the end of its name says; nil for other files.
  package static func reference(ofFile name: String) -> ArXivReference? {
    guard name.hasSuffix("].pdf"), let bracket = name.lastIndex(of: "[") else { return nil }
    let text = name[name.index(after: bracket)...].dropLast("].pdf".count)
      .replacing("_", with: "/")
    // Only as it is printed: other spellings are not paperq's.
    guard let reference = ArXivReference(text), reference.version != nil,
      reference.description == text
    else { return nil }
    return reference
  }
}
