import Foundation
import Papers
import Testing

/// The tables of docs/tex.md say what the converter does.
struct TeXDocumentTests {
  private static let rows: [(written: String, shown: String)] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../docs/tex.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    return text.split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|", omittingEmptySubsequences: false)
      guard cells.count == 4, cells[1].contains("`") else { return nil }
      let codes = cells[1].matches(of: /(`+) ?(.+?) ?\1(?!`)/)
      return (
        codes.map { String($0.output.2) }.joined(separator: ", "),
        String(cells[2].dropFirst().dropLast())
      )
    }
  }()

  @Test func theDocumentHasExamples() {
    #expect(Self.rows.count > 25)
  }

  @Test(arguments: rows)
  func examplesAreShownAsDocumented(written: String, shown: String) {
    #expect(
      written.texAsUnicode.precomposedStringWithCanonicalMapping
        == shown.precomposedStringWithCanonicalMapping)
  }
}
