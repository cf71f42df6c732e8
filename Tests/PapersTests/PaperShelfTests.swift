import JSONText
import Papers
import TestSupport
import Testing

struct PaperShelfTests {
  private func paper(_ number: Int, title: String = "T") -> Paper {
    Paper(
      id: ArXivID(literal: "2401.\(10_000 + number)"), version: 2, title: title,
      abstract: "é \u{1F600} \\ \"", published: Timestamp(literal: "2024-01-02T03:04:05Z"),
      added: Timestamp(literal: "2024-01-05T00:00:00.123Z"))
  }

  @Test func theFileIsReadBackAsItWas() throws {
    let shelf = PaperShelf([paper(3), paper(1), paper(2), paper(1, title: "Last")])
    let lines = String(decoding: shelf.file, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 5)
    #expect(lines[1].hasPrefix(#""2401.10001":{"abstract":"#) && lines[1].hasSuffix(","))
    let again = try PaperShelf(file: shelf.file)
    #expect(again.file == shelf.file)
    #expect(again.entries.map(\.id.number) == [10_001, 10_002, 10_003])
    #expect(
      (0..<3).compactMap { again.paper(at: $0) } == [paper(1, title: "Last"), paper(2), paper(3)])
    #expect(again[paper(2).id] == paper(2))
    #expect(again[ArXivID(literal: "2401.10004")] == nil)
    #expect(again.entries[0].added == paper(1).added)
    #expect(again.entries[0].version == 2)
    #expect(PaperShelf().file == Array("{}\n".utf8))
  }

  @Test func settingPapersManyTimesIsLikeMakingTheShelfOfTheLast() throws {
    var random = SeededGenerator(seed: 5)
    var shelf = PaperShelf()
    var wanted: [ArXivID: Paper] = [:]
    for round in 0..<300 {
      let papers = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        paper(Int.random(in: 0...20, using: &random), title: "T\(round)")
      }
      shelf = shelf.setting(papers)
      for paper in papers { wanted[paper.id] = paper }
    }
    let all = wanted.values.sorted { $0.id < $1.id }
    #expect(shelf.entries.indices.compactMap { shelf.paper(at: $0) } == all)
    #expect(shelf.file == PaperShelf(all).file)
  }

  @Test func membersThatAreNoPapersAreKept() throws {
    let text = """
      {"2401.10001": {"title": "T", "published": "2024-01-02T03:04:05Z", "x": 1.50},
       "2401.10002": {"title": 5, "published": "2024-01-02T03:04:05Z"}, "later": [1.0, null],
       "2401.10003": "text", "2312.00001": {"title": "T", "published": "2024-01-02T03:04:05Z"}}
      """
    let shelf = try PaperShelf(file: Array(text.utf8), month: ArXivMonth("2401"))
    #expect(shelf.count == 1)
    #expect(shelf.foreign.map(\.key) == ["2401.10002", "later", "2401.10003", "2312.00001"])
    let file = String(decoding: shelf.setting([paper(4)]).file, as: UTF8.self)
    #expect(file.contains(#""2401.10002":{"title":5,"#) && file.contains(#""later":[1.0,null]"#))
    #expect(file.contains(#""x": 1.50"#))
    #expect(try PaperShelf(file: Array(file.utf8), month: ArXivMonth("2401")).count == 2)
  }

  @Test func aRecordOfSeveralLinesIsWrittenOnOne() throws {
    let text = """
      {
        "2401.10001": {
          "title": "T \\u00e9",
          "published": "2024-01-02T03:04:05Z",
          "x": [1.50, 1e400, {"b": 1,
            "a": 2}]
        },
        "2401.10002": {"title": "One line", "published": "2024-01-02T03:04:05Z"}
      }
      """
    let shelf = try PaperShelf(file: Array(text.utf8))
    #expect(
      String(decoding: shelf.file, as: UTF8.self) == """
        {
        "2401.10001":{"title":"T é","published":"2024-01-02T03:04:05Z",\
        "x":[1.50,1e400,{"b":1,"a":2}]},
        "2401.10002":{"title": "One line", "published": "2024-01-02T03:04:05Z"}
        }

        """)
    #expect(try PaperShelf(file: shelf.file).file == shelf.file)
  }

  @Test(arguments: [#"\q"#, #"\u12g4"#, "a\tb", "a\nb", "\u{1}"])
  func aTextThatIsNoneIsRefusedWhereverItStands(text: String) throws {
    for record in [
      #""abstract":"\#(text)","title":"T""#, #""title":"T \#(text)""#,
      #""title":"T","x\#(text)":1"#,
      #""title":"T","x":[{"y":["a long text before \#(text) and another behind it"]}]"#,
    ] {
      let line = #""2401.10002":{"published":"2024-01-02T03:04:05Z",\#(record)}"#
      #expect(throws: JSONError.self, "\(line)") { try PaperShelf(file: Array("{\(line)}".utf8)) }
    }
  }

  @Test(arguments: ["", "[]", "{", "{}x", "{\"2401.10001\":{\"title\":\"T\"", "null"])
  func whatIsNotOneObjectIsRefused(text: String) {
    #expect(throws: JSONError.self) { try PaperShelf(file: Array(text.utf8)) }
  }
}
