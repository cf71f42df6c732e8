import PaperExport
import Papers
import Testing

private func name(_ title: String, by author: String, id: String = "1706.03762") throws -> String {
  var paper = try Paper.bare(id, title: title)
  paper.authors = author.isEmpty ? [] : [Paper.Author(author), Paper.Author("Noam Shazeer")]
  return PDFFileName.name(for: paper, version: 7)
}

@Test func aPDFIsNamedByYearAuthorTitleAndVersion() throws {
  #expect(
    PDFFileName.name(for: try .attention(), version: 7)
      == "2017 Vaswani - Attention Is All You Need [1706.03762v7].pdf")
  #expect(
    try name(#"Schr\"odinger: $\alpha$ in 1/2"#, by: #"Paul Erd\H{o}s"#, id: "hep-th/9901001")
      == "1999 Erdős - Schrödinger - α in 1-2 [hep-th_9901001v7].pdf")
  #expect(
    try name("T-SNE", by: "Laurens van der Maaten")
      == "1999 van der Maaten - T-SNE [1706.03762v7].pdf")
  #expect(try name("", by: "") == "1999 [1706.03762v7].pdf")
  #expect(try name("X", by: "") == "1999 - X [1706.03762v7].pdf")
}

@Test func aPDFsNameIsSafeWhateverTheFeed() throws {
  #expect(
    try name("../../etc/passwd [2401.00001v1].pdf", by: "../a\u{1B}[1m/..")
      == "1999 ..-a1m- - ..-..-etc-passwd 2401.00001v1.pdf [1706.03762v7].pdf")
  #expect(try name("a\0b\n\u{202E}c -rf", by: "-rf") == "1999 -rf - ab c -rf [1706.03762v7].pdf")
}

@Test func aPDFsNameFitsAFileSystemAndKeepsItsVersion() throws {
  for text in [
    String(repeating: "x", count: 500), String(repeating: "拡", count: 500),
    String(repeating: "👨‍👩‍👧‍👦", count: 100), "e" + String(repeating: "\u{301}", count: 500),
  ] {
    for author in ["Ada Lovelace", text] {
      let name = try name(text, by: author, id: "hep-th/9901001")
      #expect(name.utf8.count <= PDFFileName.longest)
      #expect(name.hasPrefix("1999") && name.hasSuffix(" [hep-th_9901001v7].pdf"))
      #expect(!name.contains("\u{FFFD}"))
    }
  }
  #expect(try name(String(repeating: "x", count: 500), by: "A B").utf8.count == 255)
}

@Test func aPDFIsFoundByTheVersionAtTheEndOfItsName() throws {
  for (name, reference) in [
    ("2017 Vaswani - Attention [1706.03762v7].pdf", "1706.03762v7"),
    ("transformer [1706.03762v7].pdf", "1706.03762v7"),
    ("[hep-th_9901001v2].pdf", "hep-th/9901001v2"),
    ("[x] y [1706.03762v12].pdf", "1706.03762v12"), ("x [1706.03762].pdf", nil),
    ("1706.03762v7.pdf.part", nil), ("x [arXiv:1706.03762v7].pdf", nil),
    ("x [1706.03762v7].txt", nil),
    ("x [1706.03762v7] y.pdf", nil), ("].pdf", nil), ("[].pdf", nil), ("", nil),
  ] as [(String, String?)] {
    #expect(PDFFileName.reference(ofFile: name)?.description == reference, "\(name)")
  }
}
