import Testing

@testable import Papers

struct FoldedTextTests {
  @Test(arguments: [
    ("", ""), ("abc", "abc"), ("ABC xyz", "abc xyz"), ("  a \n\t b  ", "a b"),
    ("École déjà Ångström", "ecole deja angstrom"), ("e\u{301}", "e"),
    ("Søgaard Łukasz ı", "sogaard lukasz i"),
    ("Kraß STRAẞE", "krass strasse"), ("Æsir Œuvre Þór Ð", "aesir oeuvre thor d"),
    ("ΑΒΓ Ωμέγας", "αβγ ωμεγασ"), ("Йод Ёж", "иод еж"), ("ℝⁿ 𝓛 𝔽₂ χ²", "rn l f2 χ2"),
    ("don’t “stop” a–b", "don't \"stop\" a-b"), ("soft\u{AD}hyphen", "softhyphen"),
    ("日本語 テスト", "日本語 テスト"), ("a\u{A0}b", "a b"), ("ﬁne", "fine"), ("\u{301}", ""),
    ("a \u{301} b", "a b"), ("ԱԲ", "աբ"), ("👩‍👩", "👩👩"), ("a\u{0}b", "a b"),
  ])
  func textIsFolded(text: String, folded: String) {
    #expect(Array(text.folded.unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func foldingTwiceIsFoldingOnce() {
    for code in UInt32(0)...0x1F000 {
      guard let scalar = Unicode.Scalar(code) else { continue }
      let folded = "a\(Character(scalar))b".folded
      if folded.folded != folded { Issue.record("U+\(String(code, radix: 16))") }
    }
  }

  @Test func matchesAreFoundInTheTextAsShown() {
    func matches(_ text: String, _ terms: String...) -> [String] {
      text.ranges(ofFolded: terms).map { String(text[$0]) }
    }
    #expect(matches("The Schrödinger bridge", "SCHRO") == ["Schrö"])
    #expect(matches("Straße, strasse", "asse") == ["aße", "asse"])
    #expect(matches("ei\u{301}n  Wort", "in wort") == ["i\u{301}n  Wort"])
    #expect(matches("banana", "ana", "nan") == ["anana"])
    #expect(matches("banana", "", "x") == [])
    #expect(matches("Kraß", "s") == ["ß"])
  }
}
