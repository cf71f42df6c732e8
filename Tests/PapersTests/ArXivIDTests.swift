import Papers
import TestSupport
import Testing

struct ArXivIDTests {
  @Test(arguments: [
    "1706.03762", "0704.0001", "1412.9999", "1501.00001", "2611.99999", "hep-th/9901001",
    "math/0309136", "cs/0703001", "alg-geom/9107001", "9012.00001",
  ])
  func canonicalTextsAreReadAndPrinted(text: String) {
    #expect(ArXivID(text)?.description == text)
  }

  @Test(arguments: [
    "", "1706", "1706.", "1706.0376", "1412.00001", "0703.0001", "1713.00001", "1700.00001",
    "1706.00000", "0704.0000", "1706.037621", "1706.03762v1", " 1706.03762", "1706.03762 ",
    "arXiv:1706.03762", "1706-03762", "１７０６.03762", "hep-th/0704001", "hep-th/9106001",
    "hep-th/9901000", "hep-th/990100", "hep-th/99010011", "nowhere/9901001", "/9901001",
    "hep-th9901001", "-/9901001", "hep-th/９９01001", "17060.3762", "..........", "1706.03 62",
    "+706.03762", "9107.00001", "9999.0001",
  ])
  func otherTextsAreNoIdentifiers(text: String) {
    #expect(ArXivID(text) == nil)
  }

  @Test func theSubjectClassAndTheCaseOfAnOldIdentifierAreDecoration() {
    #expect(ArXivID("math.GT/0309136") == ArXivID("math/0309136"))
    #expect(ArXivID("HEP-TH/9901001") == ArXivID("hep-th/9901001"))
  }

  @Test func printingAndReadingAreInverse() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<5000 {
      let id = random.identifier()
      #expect(ArXivID(id.description) == id)
      #expect(ArXivReference(id.description) == ArXivReference(id: id))
      #expect(ArXivMonth(id.month.description) == id.month)
    }
  }

  @Test func theOrderIsThatOfYearMonthAndNumber() {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<5000 {
      let (left, right) = (random.identifier(), random.identifier())
      let leftKey = (left.month.year, left.month.month, left.number, left.archive ?? "")
      let rightKey = (right.month.year, right.month.month, right.number, right.archive ?? "")
      #expect((left < right) == (leftKey < rightKey))
      #expect((left == right) == (leftKey == rightKey))
    }
    let texts = ["hep-th/9901001", "math/0001001", "0704.0001", "1412.9999", "1501.00001"]
    #expect(texts.reversed().compactMap { ArXivID($0) }.sorted().map(\.description) == texts)
  }

  @Test func theFileNameHasNoSlash() {
    #expect(ArXivID("hep-th/9901001")?.fileName == "hep-th_9901001")
    #expect(ArXivID("1706.03762")?.fileName == "1706.03762")
  }

  @Test func partsAreThoseOfTheText() {
    let id = ArXivID("cond-mat/0612042")
    #expect(id?.month == ArXivMonth(year: 2006, month: 12))
    #expect(id?.number == 42)
    #expect(id?.archive == "cond-mat")
    #expect(ArXivID("1706.03762")?.archive == nil)
    #expect(ArXivMonth("9107")?.year == 1991)
    #expect(ArXivMonth("9013") == nil)
    #expect(ArXivMonth("+101") == nil)
  }
}
