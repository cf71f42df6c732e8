import Foundation
import Papers
import Testing

/// Every text of the recorded replies, where they are at hand.
struct TeXCorpusTests {
  private static let texts: [String] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../../shared/arxiv-feeds")
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil))
      ?? []
    var texts: [String] = []
    for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "xml" {
      guard let data = try? Data(contentsOf: file) else { continue }
      let xml = String(decoding: data, as: UTF8.self)
      for match in xml.matches(
        of: /<(title|summary|description|name|dc:creator|abstract|keyname)[^>]*>([^<]+)</)
      {
        texts.append(
          String(match.output.2).replacing("&lt;", with: "<").replacing("&gt;", with: ">")
            .replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing(
              "&amp;", with: "&"))
      }
    }
    return texts
  }()

  @Test(.enabled(if: !texts.isEmpty)) func textWithoutTeXIsUnchanged() {
    let signs = Set<Character>(["\\", "$", "~", "`"])
    for text in Self.texts where !text.contains(where: signs.contains) && !text.contains("--") {
      #expect(Array(text.texAsUnicode.utf8) == Array(text.utf8))
    }
  }

  /// Letters that are not the name of a command all come out, in order, though perhaps raised, in
  /// another alphabet or with an accent.
  @Test(.enabled(if: !texts.isEmpty)) func noLetterIsLost() {
    for text in Self.texts {
      let source = text.replacing(/\\[A-Za-z]+/, with: " ")
      let runs = source.matches(of: /[A-Za-z]+/).map { String($0.output).lowercased() }
      var rest = Substring(text.texAsUnicode.folded)
      for run in runs {
        guard let found = rest.firstRange(of: run) else {
          Issue.record("\(run) is lost of \(text)")
          break
        }
        rest = rest[found.upperBound...]
      }
    }
  }
}
