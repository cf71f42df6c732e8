import Papers
import TestSupport
import Testing

struct ArXivReferenceTests {
  @Test(arguments: [
    ("1706.03762", "1706.03762"), ("1706.03762v7", "1706.03762v7"),
    ("1706.03762V7", "1706.03762v7"),
    ("  1706.03762\n", "1706.03762"), ("arXiv:1706.03762", "1706.03762"),
    ("ARXIV: 1706.03762v2", "1706.03762v2"), ("arxiv:math.GT/0309136", "math/0309136"),
    ("https://arxiv.org/abs/1706.03762", "1706.03762"),
    ("http://www.arxiv.org/pdf/1706.03762v7.pdf", "1706.03762v7"),
    ("https://export.arxiv.org/html/1706.03762v7/", "1706.03762v7"),
    ("arxiv.org/src/hep-th/9901001v3", "hep-th/9901001v3"),
    ("https://ARXIV.org/e-print/1706.03762?x=1#y", "1706.03762"),
    ("https://arxiv.org/format/1706.03762", "1706.03762"),
    ("https://arxiv.org/ps/1706.03762", "1706.03762"),
    ("https://arxiv.org/pdf/1706.03762.pdf#page=3", "1706.03762"),
    ("https://arxiv.org/abs/1706.03762?context=cs.LG", "1706.03762"),
    ("10.48550/arXiv.1706.03762", "1706.03762"),
    ("https://doi.org/10.48550/arXiv.1706.03762", "1706.03762"),
    ("doi:10.48550/ARXIV.HEP-TH/9901001", "hep-th/9901001"),
    ("oai:arXiv.org:2203.01250v3", "2203.01250v3"), ("Hep-Th/9901001", "hep-th/9901001"),
    ("1706.03762.", "1706.03762"), ("1706.03762v7,", "1706.03762v7"),
    ("arXiv:0706.1234v1 [math.FA]", "0706.1234v1"), ("arXiv:0706.1234 [math.FA].", "0706.1234"),
    ("(arXiv:1706.03762v1)", "1706.03762v1"), ("<https://arxiv.org/abs/1706.03762>", "1706.03762"),
    ("[1706.03762]", "1706.03762"), ("\"1706.03762\"", "1706.03762"),
  ])
  func everySpellingIsRead(text: String, canonical: String) {
    #expect(ArXivReference(text)?.description == canonical)
  }

  @Test(arguments: [
    "", " ", ".", "[", "[]", "arXiv:", "https://arxiv.org/", "https://arxiv.org/list/cs.LG/new",
    "https://example.org/abs/1706.03762", "https://arxiv.org.example.org/abs/1706.03762",
    "1706.03762v0", "1706.03762v", "1706.03762v01", "1706.03762v99999", "1706.03762 x",
    "10.1103/PhysRevD.76.013009", "x1706.03762", "1706.03762/../..", "10.48550/1706.03762",
  ])
  func otherTextsAreRefused(text: String) {
    #expect(ArXivReference(text) == nil)
  }

  @Test func allReferencesOfAMessyTextAreFoundOnceAndInOrder() {
    let text = """
      Vaswani et al., arXiv:1706.03762v7 [cs.CL]; see also (https://arxiv.org/abs/2001.08361v1),
      <http://arxiv.org/pdf/hep-th/9901001v3.pdf>, math.GT/0309136 and doi:10.48550/arXiv.2310.16944.
      @misc{brown2020, eprint={2005.14165}, archivePrefix={arXiv}}; vaswani-1512.03385.pdf, again
      1706.03762; x=1406.2661&y, "1810.04805", paper_1301.3781v3.txt 2106.09685-2305.18290\tend.
      [2006.11239](https://arxiv.org/abs/2006.11239)、1412.6980。
      """
    #expect(
      ArXivReference.all(in: text).map(\.description) == [
        "1706.03762v7", "2001.08361v1", "hep-th/9901001v3", "math/0309136", "2310.16944",
        "2005.14165", "1512.03385", "1406.2661", "1810.04805", "1301.3781v3", "2106.09685",
        "2305.18290", "2006.11239", "1412.6980",
      ])
  }

  @Test(arguments: [
    ("arXiv:1706.03762v7 [cs.CL] 2 Aug 2023", "1706.03762v7"),
    ("https://www.alphaxiv.org/abs/1706.03762v7", "1706.03762v7"),
    ("https://alphaxiv.org/overview/1706.03762?tab=b#c", "1706.03762"),
    ("https://ar5iv.labs.arxiv.org/html/1706.03762", "1706.03762"),
    ("https://ar5iv.org/abs/hep-th/9901001", "hep-th/9901001"),
    ("https://huggingface.co/papers/1706.03762#64a1", "1706.03762"),
    ("http://browse.arxiv.org/pdf/1706.03762v7.pdf", "1706.03762v7"),
    ("http://xxx.lanl.gov/abs/hep-th/9901001v2", "hep-th/9901001v2"),
    ("xxx.lanl.gov/abs/math.GT/0309136?context=math", "math/0309136"),
    ("https://scirate.com/arxiv/1706.03762", "1706.03762"),
    ("https://www.semanticscholar.org/arxiv/1706.03762", "1706.03762"),
  ])
  func pagesElsewhereAndStampsNameTheirPaper(text: String, canonical: String) {
    #expect(ArXivReference.all(in: text).map(\.description) == [canonical])
  }

  @Test(arguments: [
    "", "no paper", "10.1145/3292500.3330701", "3.1706.03762", "123456.7890123", "1706.037621234",
    "12.1706.03762", "0000.00000", "1713.12345", "1706,03762", "pi is 3141.59265", "9901001",
    "hep-th/99010012", "2026.1234567", "ISBN 978-0-1234.56789",
  ])
  func digitsThatOnlyLookLikeAnIdentifierAreLeftAlone(text: String) {
    #expect(ArXivReference.all(in: text).isEmpty, "\(text)")
  }

  @Test func whateverStandsAroundIsNoDanger() {
    var random = SeededGenerator(seed: 3)
    let pieces = [
      " ", "\n", "(", ")", "[", "v1", "v", ".", "-", "é", "👩‍💻", "\u{301}", "arXiv:", "/", "12", "x",
    ]
    for _ in 0..<2000 {
      let id = random.identifier()
      var text = ""
      for _ in 0..<Int.random(in: 0...8, using: &random) {
        text += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }
      let found = ArXivReference.all(in: text + " \(id) " + text)
      #expect(found.map(\.id).contains(id))
      _ = ArXivReference(text + "\(id)" + text)
    }
  }
}
