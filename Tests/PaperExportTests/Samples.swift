import JSONText
import PaperExport
import Papers
import Testing

extension Paper {
  /// The paper of the examples, as arXiv's API gives it.
  static func attention(title: String = "Attention Is All You Need") throws -> Paper {
    Paper(
      id: try #require(ArXivID("1706.03762")), version: 7, title: title,
      abstract: "Sequence models are complex.\nWe propose the Transformer.",
      authors: [Author("Ashish Vaswani", affiliations: ["Google"]), Author("Noam Shazeer")],
      categories: ["cs.CL", "cs.LG"], published: try time("2017-06-12T17:57:34Z"),
      updated: try time("2023-08-02T00:41:18Z"), comment: "15 pages, 5 figures",
      sources: ["canon"])
  }

  /// A paper with nothing but what every paper has.
  static func bare(_ id: String = "hep-th/9901001", title: String = "A Title") throws -> Paper {
    Paper(
      id: try #require(ArXivID(id)), title: title, published: try time("1999-01-04T12:00:00Z"))
  }
}

extension Note {
  static func sample(_ text: String, id: String = "n1") throws -> Note {
    Note(id: id, created: try time("2026-11-22T01:02:03.004Z"), text: text)
  }
}

extension ExportItem {
  /// The paper of the examples with notes of these texts.
  static func noted(_ texts: String...) throws -> ExportItem {
    var reading = ReadingRecord()
    for (index, text) in texts.enumerated() {
      reading.apply(.note(try .sample(text, id: "n\(index)")), at: try time("2026-11-22T01:02:03Z"))
    }
    return ExportItem(paper: try .attention(), reading: reading)
  }

  /// The paper of the examples, read, with a tag and a note.
  static func read() throws -> ExportItem {
    var item = try noted("Softmax(*QK*)V")
    let now = try time("2026-11-22T01:02:03Z")
    item.reading.apply(.state(.read), at: now)
    item.reading.apply(.depth(.understood), at: now)
    item.reading.apply(.star(true), at: now)
    item.reading.apply(.tag("attention", isPresent: true), at: now)
    item.reading.apply(.tag("gone", isPresent: true), at: now)
    item.reading.apply(.tag("gone", isPresent: false), at: now)
    item.reading.apply(.project("thesis"), at: now)
    return item
  }
}

func time(_ text: String) throws -> Timestamp { try #require(Timestamp(text)) }

extension [UInt8] {
  init(_ text: String) { self.init(text.utf8) }

  var text: String { String(decoding: self, as: UTF8.self) }
}

/// Control characters of every kind that must not leave the library.
let controls =
  "\u{0}\u{7}\u{1B}[31m\u{7F}\u{85}\u{9B}\u{202A}\u{202E}\u{2066}\u{2069}\u{FEFF}"

/// Whether a text has none of ``controls``, escape sequences included; rows of CSV end in CR LF.
func isClean(_ bytes: [UInt8], in format: ExportFormat? = nil) -> Bool {
  bytes.text.unicodeScalars.allSatisfy {
    switch $0.value {
    case 0x0A: true
    case 0x0D: format == .csv
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: false
    default: true
    }
  }
}
