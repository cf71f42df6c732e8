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
    return files.sorted { $0.path < $1.path }.flatMap { file -> [String] in
      switch file.pathExtension {
      case "xml": return (try? Data(contentsOf: file)).map(textsOfFeed) ?? []
      case "gz": return textsOfRecords(unpacked(file))
      default: return []
      }
    }
  }()

  /// What stands right behind the opening tags of ``elements``.
  private static func textsOfFeed(_ data: Data) -> [String] {
    data.split(separator: UInt8(ascii: "<")).compactMap { part in
      guard let stop = part.firstIndex(of: UInt8(ascii: ">")) else { return nil }
      let tag = part[..<stop].prefix { $0 != UInt8(ascii: " ") }
      guard elements.contains(String(decoding: tag, as: UTF8.self)) else { return nil }
      return String(decoding: part[(stop + 1)...], as: UTF8.self)
        .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
        .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&#39;", with: "'")
        .replacingOccurrences(of: "&amp;", with: "&")
    }
  }

  private static let elements: Set = [
    "title", "summary", "description", "name", "dc:creator", "abstract", "keyname", "forenames",
    "comments", "arxiv:comment", "arxiv:journal_ref", "arxiv:affiliation",
  ]

  /// The strings of records in JSON, one a line.
  private static func textsOfRecords(_ data: Data) -> [String] {
    data.split(separator: UInt8(ascii: "\n")).flatMap { line -> [String] in
      guard let record = try? JSONSerialization.jsonObject(with: line) as? [String: Any] else {
        return []
      }
      let names = (record["authors"] as? [[String: Any]])?.flatMap { $0.values } ?? []
      let fields = ["title", "abstract", "comments", "journal_ref"].compactMap { record[$0] }
      return (fields + names).compactMap { $0 as? String }
    }
  }

  private static func unpacked(_ file: URL) -> Data {
    let gzip = Process()
    gzip.executableURL = URL(filePath: "/bin/gzip")
    gzip.arguments = ["-dc", file.path]
    let output = Pipe()
    gzip.standardOutput = output
    guard (try? gzip.run()) != nil else { return Data() }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    gzip.waitUntilExit()
    return data
  }

  private static func mayBeTeX(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x24, 0x5C, 0x60, 0x7B, 0x7E: return true  // $ \ ` { ~
      case 0x2D: if previous == byte { return true }
      default: break
      }
      previous = byte
    }
    return false
  }

  @Test(.enabled(if: !texts.isEmpty)) func textWithoutTeXIsUnchanged() {
    for text in Self.texts where !Self.mayBeTeX(text) {
      #expect(text.texAsUnicode.utf8.elementsEqual(text.utf8), "\(text)")
    }
  }

  @Test(.enabled(if: !texts.isEmpty)) func noLetterIsLost() {
    for text in Self.texts where Self.mayBeTeX(text) {
      let lost = TeXLetters.lost(of: text, in: text.texAsUnicode)
      #expect(lost == nil, "of \(text)")
    }
  }
}
