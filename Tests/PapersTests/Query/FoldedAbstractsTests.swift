import JSONText
import TestSupport
import Testing

@testable import Papers

/// Texts in which encoded and folded differ in all ways: by nothing, capitals, escapes, diacritics,
/// TeX, white space, and so close to one another that a word lies over several differences.
private let abstracts = [
  "", "a", "É", "plain words alone", "Capitals In EVERY Word", "one \"quoted\" and a \\ backslash",
  "naïve Bayes für Gödel, Erdős and Łukasiewicz", "  blanks  at   both ends ",
  "lines\nand\ttabs",
  "Schr\\\"odinger's $\\alpha$-divergence of $\\mathcal{D}$, $L_2$ and $O(n \\log n)$",
  "\\'e\\`a\\^o", "$\\alpha$$\\beta$x$\\gamma$", "αβγ ΑΒΓ ﬁne — “dashes”",
  "ends in TeX $\\epsilon$",
  "$\\epsilon$ begins", "ß ß ß", "日本語の要旨", String(repeating: "$\\alpha\\beta$ é ", count: 60),
  "Attention\u{0}is\u{7F}all", "a\u{301}a\u{301}", "xé", "éx",
]

@Test func everyPartOfAFoldedAbstractIsFoundAndNothingElse() throws {
  let shelf = try shelf(of: abstracts)
  for (index, abstract) in abstracts.enumerated() {
    let folded = abstract.texAsUnicode.foldedBytes
    for length in [1, 2, 3, 5, 8, 13, 40] where length <= folded.count {
      for start in 0...folded.count - length {
        let part = Array(folded[start..<start + length])
        #expect(
          shelf.finds(part, at: index), "'\(String(decoding: part, as: UTF8.self))' in \(abstract)")
      }
    }
    for other in abstracts {
      for word in other.texAsUnicode.foldedBytes.split(separator: 0x20) {
        let isPart = folded.indices.contains { folded[$0...].starts(with: word) }
        #expect(shelf.finds(Array(word), at: index) == isPart, "\(Array(word)) in \(abstract)")
      }
    }
    for raw in ["\\", "\\\\", "$", "alpha", "mathcal", "\\u00", "n\\", "\"", "X", "{", "log n"] {
      let needle = Array(raw.utf8)
      let isPart = folded.indices.contains { folded[$0...].starts(with: needle) }
      #expect(shelf.finds(needle, at: index) == isPart, "\(raw) in \(abstract)")
    }
  }
}

@Test(arguments: [1, 7, 160])
func theBeginningOfAnAbstractIsThatOfItsFoldedText(length: Int) throws {
  let shelf = try shelf(of: abstracts)
  for (index, abstract) in abstracts.enumerated() {
    let beginning = shelf.withBytes { bytes in
      shelf.abstracts.beginning(
        at: index, record: .init(rebasing: bytes[shelf.entries[index].record.lowerBound...]),
        length: length)
    }
    #expect(beginning.prefix(length) == abstract.texAsUnicode.foldedBytes.prefix(length))
  }
}

@Test func abstractsAreFoundAfterTheirRecordsMoved() throws {
  var shelf = try shelf(of: abstracts)
  shelf.prepareSearch()
  for round in 0..<60 {
    var paper = try #require(shelf.paper(at: 3))
    paper.abstract = "changed \(round) $\\alpha$"
    shelf = shelf.setting([paper])
    shelf.prepareSearch()
    #expect(shelf.finds(Array("changed \(round) α".utf8), at: 3))
    #expect(shelf.finds("godel".utf8.map(\.self), at: 6))
    #expect(shelf.finds("日本語".utf8.map(\.self), at: 16))
  }
}

@Test func recordsWithoutAnAbstractAreNotSearched() throws {
  let file =
    #"{"2401.00001":{"title":"t","published":"2024-01-01T00:00:00Z"},"#
    + #""2401.00002":{"abstract":7,"title":"t","published":"2024-01-01T00:00:00Z"}}"#
  let shelf = try PaperShelf(file: Array(file.utf8))
  for index in shelf.entries.indices { #expect(!shelf.finds([0x74], at: index)) }
}

/// A shelf with a paper for each abstract, encoded by others in as many ways as there are.
private func shelf(of abstracts: [String]) throws -> PaperShelf {
  let records = abstracts.enumerated().map { index, abstract in
    var encoded: [UInt8] = []
    JSONValue.write(abstract, to: &encoded)
    var text = String(decoding: encoded, as: UTF8.self)
    if index.isMultiple(of: 2) { text.replace("é", with: "\\u00e9") }
    return #""2401.\#(String(index + 10001))":{"abstract":\#(text),"published":"#
      + #""2024-01-01T00:00:00Z","title":"t"}"#
  }
  return try PaperShelf(file: Array("{\(records.joined(separator: ","))}".utf8))
}

extension PaperShelf {
  fileprivate func finds(_ needle: [UInt8], at index: Int) -> Bool {
    var scratch: [UInt8] = []
    return withBytes { bytes in
      abstracts.contains(
        Needle(folded: needle), at: index,
        record: .init(rebasing: bytes[entries[index].record.lowerBound...]), scratch: &scratch)
    }
  }
}
