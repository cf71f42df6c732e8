import JSONText
import Papers

/// The YAML block at the beginning of a paper's Markdown file.
///
/// Texts are in double quotes, where JSON's escapes are YAML's too, so that no title can be read as a
/// number, a list or the end of the block. Every value is on one line, or a list of one-line values.
enum FrontMatter {
  private static let fence = "---"

  /// Every key that we write, in order; a key that the user added is none of these, and is kept.
  private static let ownKeys: Set<String> = [
    "id", "version", "title", "authors", "published", "updated", "categories", "tags", "state",
    "depth", "star", "project", "comment", "journal", "doi", "url", "pdf",
  ]

  /// Appends the block of `item`, followed by `kept`, lines that the user added to an earlier one.
  static func write(_ item: ExportItem, keeping kept: [UInt8] = [], to output: inout [UInt8]) {
    let paper = item.paper
    let reading = item.reading
    var block = YAMLBlock()
    block.add("id", text: paper.id.description)
    block.add("version", plain: paper.knownVersion.map(String.init))
    block.add("title", text: paper.titleText.cleanedLine)
    block.add("authors", lines: paper.authorNames.map(\.cleanedLine))
    block.add("published", plain: paper.knownPublished?.date)
    block.add("updated", plain: paper.knownUpdated?.date)
    block.add("categories", list: paper.categories.map(\.cleanedLine))
    block.add("tags", list: reading.tags)
    block.add("state", plain: reading.state.rawValue)
    block.add("depth", plain: String(reading.depth.rawValue))
    block.add("star", plain: String(reading.star))
    block.add("project", text: reading.project)
    block.add("comment", text: paper.comment?.texAsUnicode.cleanedLine)
    block.add("journal", text: paper.journalRef?.texAsUnicode.cleanedLine)
    block.add("doi", text: paper.dois.first?.cleanedLine)
    block.add("url", text: item.url)
    block.add("pdf", text: item.pdf)
    output.append(contentsOf: "\(fence)\n".utf8)
    output.append(contentsOf: block.bytes)
    output.append(contentsOf: kept)
    output.append(contentsOf: "\(fence)\n".utf8)
  }

  /// Where the block of a file lies, its fences included; nil when the file does not begin with one.
  static func range(in bytes: [UInt8]) -> Range<Int>? {
    var lines = TextLines(bytes, from: bytes.byteOrderMarkLength)
    guard let first = lines.next(), bytes[first.content].elementsEqual(fence.utf8) else {
      return nil
    }
    while let line = lines.next() {
      let content = bytes[line.content]
      if content.elementsEqual(fence.utf8) || content.elementsEqual("...".utf8) {
        return first.range.lowerBound..<line.range.upperBound
      }
    }
    return nil
  }

  /// The lines of a block that the user added: keys that are not ours with what belongs to them, and
  /// comments, in their order.
  static func keptLines(of bytes: [UInt8], in range: Range<Int>) -> [UInt8] {
    let lines = Array(TextLines(Array(bytes[range]))).dropFirst().dropLast()
    let block = Array(bytes[range])
    var kept: [UInt8] = []
    var isOurs = false
    for line in lines {
      let content = block[line.content]
      switch content.first {
      case nil, UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "-"):
        // It goes on with what the line before began.
        break
      case UInt8(ascii: "#"):
        isOurs = false
      default:
        let key = content.prefix { $0 != UInt8(ascii: ":") }
        isOurs = ownKeys.contains(String(decoding: key, as: UTF8.self))
      }
      if !isOurs { kept.append(contentsOf: block[line.range]) }
    }
    return kept
  }
}

/// Lines of `key: value`.
private struct YAMLBlock {
  private(set) var bytes: [UInt8] = []

  mutating func add(_ key: String, plain value: String?) {
    guard let value else { return }
    bytes.append(contentsOf: "\(key): \(value)\n".utf8)
  }

  mutating func add(_ key: String, text: String?) {
    guard let text, !text.isEmpty else { return }
    bytes.append(contentsOf: "\(key): ".utf8)
    JSONValue.write(text, to: &bytes)
    bytes.append(UInt8(ascii: "\n"))
  }

  /// A list on one line.
  mutating func add(_ key: String, list: [String]) {
    guard !list.isEmpty else { return }
    bytes.append(contentsOf: "\(key): [".utf8)
    for (index, text) in list.enumerated() {
      if index > 0 { bytes.append(contentsOf: ", ".utf8) }
      JSONValue.write(text, to: &bytes)
    }
    bytes.append(contentsOf: "]\n".utf8)
  }

  /// A list of a line an element.
  mutating func add(_ key: String, lines: [String]) {
    guard !lines.isEmpty else { return }
    bytes.append(contentsOf: "\(key):\n".utf8)
    for text in lines {
      bytes.append(contentsOf: "  - ".utf8)
      JSONValue.write(text, to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}
