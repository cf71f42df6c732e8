import PaperExport
import Papers
import Testing

private func name(_ title: String, id: String = "1706.03762") throws -> String {
  ExportFileName.name(for: try .bare(id, title: title), fileExtension: "md")
}

@Test func aNameIsIdentifierAndTitle() throws {
  #expect(try name("Attention Is All You Need") == "1706.03762 Attention Is All You Need.md")
  #expect(try name("Paper", id: "hep-th/9901001") == "hep-th_9901001 Paper.md")
  #expect(try name("BERT: Pre-training") == "1706.03762 BERT - Pre-training.md")
  #expect(try name("Graphs in 1/2 time?") == "1706.03762 Graphs in 1-2 time.md")
}

@Test func aNameIsSafeWhateverTheTitle() throws {
  #expect(try name("../../etc/passwd") == "1706.03762 ..-..-etc-passwd.md")
  #expect(try name("") == "1706.03762.md")
  #expect(try name(" . . ") == "1706.03762.md")
  #expect(try name("a\0b\n\u{1B}[1m\u{202E}c") == "1706.03762 ab 1mc.md")
  #expect(try name("[[x]] #tag | ^a <b> \"c\" *e*") == "1706.03762 x tag a b c e.md")
}

@Test func aNameIsCutBetweenCharacters() throws {
  let family = "👨‍👩‍👧‍👦"
  let long = try name(String(repeating: family, count: 20))
  #expect(long == "1706.03762 " + String(repeating: family, count: 4) + ".md")
  #expect(try name(String(repeating: "x", count: 500)).utf8.count == ExportFileName.longest)
  #expect(try name("e" + String(repeating: "\u{301}", count: 500)) == "1706.03762.md")
  #expect(
    try name(String(repeating: "x", count: 105) + " yz")
      == "1706.03762 " + String(repeating: "x", count: 105) + ".md")
}

@Test func aFileIsFoundByTheIdentifierAtItsBeginning() throws {
  for (name, id) in [
    ("1706.03762.md", "1706.03762"), ("1706.03762 Any title.md", "1706.03762"),
    ("hep-th_9901001 x.md", "hep-th/9901001"), ("1706.03762v2 x.md", nil), ("notes.md", nil),
    ("1706.03762 x.txt", nil), ("1706.03762-old.md", nil), ("x 1706.03762.md", nil), (".md", nil),
  ] as [(String, String?)] {
    #expect(
      ExportFileName.paper(ofFile: name, fileExtension: "md") == id.flatMap { ArXivID($0) },
      "\(name)")
  }
}
