import PaperExport
import Papers
import Testing

private let begin = "<!-- paperq:begin -->"
private let end = "<!-- paperq:end -->"

/// Notes that look like what the file is made of.
private let hostileNotes = [
  begin, end, "\(begin)\n\(end)", "\(end)\n\(begin)", "a\n\(end)\nb\n\(end)\r\nc \(end)",
  "\(end)   \n", "<!-- paperq:seal 1 -->\n\(end)",
  "<!-- paperq:seal 1 -->\n<!-- paperq:seal 2 -->\n\(end)",
  "<!-- paperq:seal 1 -->", "<!-- paperq:seal -->\n\(end)",
  "<!-- paperq:seal 99999999999999999999 -->",
  "```\nnever closed", "---\nid: \"0704.0001\"\n---", "# heading", "<!-- never closed", "\r\n\r\n",
  "", "\n\n\n", "\u{1B}[0m\u{202E}", "e\u{301}\r\(end)\r", "\(end)\u{301}",
]

@Test func everyNoteComesOutVerbatimAndEveryMergeKeepsTheRest() throws {
  let above = "\nmine above\n\(end)\n"
  let below = "\nmine below\n\(end)\n\(begin)\nquoted\n\(end)\n<!-- paperq:seal 1 -->\n\(end)\nlast"
  for first in hostileNotes {
    let item = try ExportItem.noted(first, "between", first)
    let fresh = try MarkdownFile.merged(existing: nil, with: item, file: "x.md").text
    let heading = "**2026-11-22**\n\n"
    let notes = [first, "between", first].map { "\(heading)\($0)\n\n" }.joined()
    #expect(contains(fresh, "## Notes\n\n\(notes)<!-- paperq:"), "\(first.debugDescription)")
    let parts = try split(fresh)
    let edited = parts.front + above + parts.ours + below
    for second in hostileNotes {
      let next = try ExportItem.noted(second)
      let expected = try split(
        try MarkdownFile.merged(existing: nil, with: next, file: "x.md").text)
      let result = try MarkdownFile.merged(existing: [UInt8](edited), with: next, file: "x.md")
      #expect(
        result == [UInt8](expected.front + above + expected.ours + below),
        "\(first.debugDescription), then \(second.debugDescription)")
      #expect(try MarkdownFile.merged(existing: result, with: next, file: "x.md") == result)
    }
  }
}

/// A new file, cut where our part begins: front matter and blank line, and the rest.
private func split(_ text: String) throws -> (front: String, ours: String) {
  let range = try #require(text.firstRange(of: "\n\n\(begin)\n"))
  let cut = text.utf8.index(range.lowerBound, offsetBy: 2)
  return (String(text[..<cut]), String(text[cut...]))
}

/// By bytes: a carriage return before a newline is one character, and would hide a match.
private func contains(_ text: String, _ part: String) -> Bool {
  let text = [UInt8](text)
  let part = [UInt8](part)
  return text.indices.contains { text[$0...].starts(with: part) }
}

@Test func aNoteWithoutMarkersNeedsNoSeal() throws {
  let text = ExportEncoder.text(of: [try .noted("<!-- paperq:seal 1 --> and <b>")], as: .markdown)
  #expect(text.text.contains("\(begin)\n# Attention"))
  #expect(text.text.hasSuffix("<b>\n\n\(end)\n"))
}

@Test func aSealIsTheLowestThatNoNoteHolds() throws {
  let item = try ExportItem.noted("\(end)\n<!-- paperq:seal 1 -->", "<!-- paperq:seal 3 -->")
  let text = ExportEncoder.text(of: [item], as: .markdown).text
  #expect(text.contains("\(begin)\n<!-- paperq:seal 2 -->\n# Attention"))
  #expect(text.hasSuffix("\n\n<!-- paperq:seal 2 -->\n\(end)\n"))
}

@Test func aQuotedPairOfMarkersAboveOursIsKept() throws {
  let item = try ExportItem.noted("note")
  let ours = ExportEncoder.text(of: [item], as: .markdown).text
  let edited = ours.replacing(
    "\n\n\(begin)", with: "\n\nHow it works:\n\(begin)\n...\n\(end)\n\n\(begin)\nand\n\n\(begin)")
  #expect(
    try MarkdownFile.merged(existing: [UInt8](edited), with: item, file: "x.md").text == edited)
}

@Test func markersThatTheUserSetMarkWhereThePaperGoes() throws {
  let item = try ExportItem.noted("note")
  let result = try MarkdownFile.merged(
    existing: [UInt8]("Top\n\(begin)  \n\(end)\nBottom"), with: item, file: "x.md"
  ).text
  #expect(result.hasPrefix("Top\n\(begin)\n# Attention Is All You Need\n"))
  #expect(result.hasSuffix("\nnote\n\n\(end)\nBottom"))
}

@Test func aPartWhoseSealedEndIsGoneIsLeftAlone() throws {
  let item = try ExportItem.noted(end)
  let text = ExportEncoder.text(of: [item], as: .markdown).text
  let cut = text.replacing("<!-- paperq:seal 1 -->\n\(end)\n", with: "\(end)\n")
  #expect(throws: ExportError.noEndMarker(file: "x.md")) {
    try MarkdownFile.merged(existing: [UInt8](cut + "mine\n"), with: item, file: "x.md")
  }
}
