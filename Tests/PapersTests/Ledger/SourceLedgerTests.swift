import JSONText
import Papers
import TestSupport
import Testing

struct SourceLedgerTests {
  private typealias Window = SourceLedger.Window
  private typealias Gap = SourceLedger.Gap

  /// A day of November 2026, and an hour of it.
  private func time(_ day: Int, _ hour: Int = 0) -> Timestamp {
    guard let time = Timestamp(year: 2026, month: 11, day: day, hour: hour) else {
      preconditionFailure("no day \(day)")
    }
    return time
  }

  private func answer(
    _ from: Int, _ until: Int, stored: Int = 0, expected: Int? = nil, reached: Int? = nil,
    fillsGap: Bool = false, _ ending: WindowAnswer.Ending = .whole
  ) -> WindowAnswer {
    var answer = WindowAnswer(
      window: time(from)...time(until), fillsGap: fillsGap, at: time(until))
    answer.stored = stored
    answer.expected = expected ?? stored
    answer.reached = reached.map { time($0) }
    answer.ending = ending
    return answer
  }

  private func ledger(
    _ answers: WindowAnswer..., held: (ClosedRange<Timestamp>) -> Int = { _ in 0 }
  ) -> SourceLedger {
    var ledger = SourceLedger(query: "cat:cs.LG")
    for answer in answers { ledger.record(answer, held: held) }
    return ledger
  }

  @Test func overlappingWindowsBecomeOneAndCountTheirPapersOnce() {
    let ledger = ledger(answer(1, 8, stored: 70), answer(5, 12, stored: 80)) { window in
      window == time(5)...time(8) ? 30 : -1
    }
    #expect(ledger.windows == [Window(from: time(1), until: time(12), expected: 120, stored: 120)])
    #expect(ledger.last == .init(at: time(12), outcome: "complete"))
  }

  @Test func windowsThatDoNotTouchStayApart() {
    let ledger = ledger(answer(8, 9, stored: 2), answer(1, 5, stored: 1, expected: 3))
    #expect(
      ledger.windows == [
        Window(from: time(1), until: time(5), expected: 3, stored: 1),
        Window(from: time(8), until: time(9), expected: 2, stored: 2),
      ])
  }

  @Test func aFailureAmidPagesLeavesAGapBelowTheOldestPaper() {
    let ledger = ledger(
      answer(1, 8, stored: 40, expected: 70, reached: 5, .failed(cause: "no luck")))
    #expect(ledger.windows == [Window(from: time(5), until: time(8), expected: 40, stored: 40)])
    #expect(ledger.gaps == [Gap(from: time(1), until: time(5), cause: "no luck", expected: 30)])
    #expect(ledger.last == .init(at: time(8), outcome: "no luck"))
  }

  @Test func aGapMayLieWhereLateAnnouncementsAreDue() {
    let ledger = ledger(
      answer(1, 8), answer(2, 9, stored: 1, reached: 6, .failed(cause: "no luck")))
    #expect(ledger.windows.map(\.from) == [time(1)])
    #expect(ledger.windows.map(\.until) == [time(9)])
    #expect(ledger.gaps == [Gap(from: time(2), until: time(6), cause: "no luck")])
  }

  @Test func whereNothingCameOnlyWhatWasUnknownIsAGap() {
    #expect(
      ledger(answer(1, 8), answer(2, 9, .failed(cause: "down"))).gaps
        == [Gap(from: time(8), until: time(9), cause: "down")])
    #expect(
      ledger(answer(2, 9, .failed(cause: "down")), answer(2, 10, .failed(cause: "still"))).gaps
        == [Gap(from: time(2), until: time(10), cause: "still")])
  }

  @Test func whatTheLimitLeavesOutIsNoGap() {
    let ledger = ledger(answer(1, 8, stored: 50, expected: 50, reached: 6, .limited))
    #expect(
      ledger.windows == [
        Window(from: time(6), until: time(8), expected: 50, stored: 50, isLimited: true)
      ])
    #expect(ledger.gaps == [])
  }

  @Test func aLimitReachedAmidNewsLeavesAnOlderGapToBeFilled() {
    var ledger = ledger(answer(1, 8, stored: 1, reached: 5, .failed(cause: "down")))
    ledger.record(answer(1, 9, stored: 50, reached: 4, .limited)) { _ in 0 }
    #expect(ledger.gaps == [Gap(from: time(1), until: time(4), cause: "down")])
    ledger.record(answer(1, 4, stored: 9, reached: 3, fillsGap: true, .limited)) { _ in 0 }
    #expect(ledger.gaps == [])
    #expect(ledger.windows.map(\.isLimited) == [true])
  }

  @Test(arguments: [
    (3, 7, [] as [ClosedRange<Int>]), (1, 9, []), (3, 5, [5...7]), (5, 7, [3...5]),
    (4, 6, [3...4, 6...7]), (1, 3, [3...7]), (7, 9, [3...7]),
  ])
  func anAnswerFillsAGapAsFarAsItGoes(from: Int, until: Int, left: [ClosedRange<Int>]) {
    var ledger = ledger(answer(3, 7, .failed(cause: "down")))
    ledger.record(answer(from, until)) { _ in 0 }
    #expect(
      ledger.gaps
        == left.map { Gap(from: time($0.lowerBound), until: time($0.upperBound), cause: "down") })
  }

  @Test(arguments: [
    // Days covered, the gap, the window of the source in days; the first day to ask for on the 25th.
    (nil as ClosedRange<Int>?, nil as ClosedRange<Int>?, 7, 18), (10...24, nil, 7, 17),
    (10...24, nil, 1, 17), (10...24, nil, 20, 5), (1...12, nil, 7, 5), (10...24, 19...20, 7, 17),
    (10...24, 15...18, 7, 15), (10...24, 11...13, 7, 17), (10...24, 13...17, 7, 13),
  ])
  func aWindowGoesBackAWeekBehindWhatIsCoveredAndOverTheGapsItTouches(
    covered: ClosedRange<Int>?, gap: ClosedRange<Int>?, days: Int, from: Int
  ) {
    var ledger = SourceLedger()
    if let covered { ledger.record(answer(covered.lowerBound, covered.upperBound)) { _ in 0 } }
    if let gap {
      ledger.record(
        answer(
          gap.lowerBound, gap.upperBound, stored: 1, reached: gap.upperBound,
          .failed(cause: "down"))
      ) { _ in 0 }
    }
    #expect(ledger.windowToAsk(now: time(25), windowDays: days) == time(from)...time(25))
  }

  @Test func anotherQueryBeginsAnew() {
    let ledger = ledger(answer(1, 8, stored: 3))
    #expect(ledger.about("cat:cs.LG") == ledger)
    #expect(ledger.about("cat:cs.CL") == SourceLedger(query: "cat:cs.CL"))
  }

  @Test func theOrderOfAnswersDoesNotMatterToWhatIsCovered() {
    var generator = SeededGenerator(seed: 7)
    let hours = 24 * 28
    for _ in 0..<200 {
      let papers = (0..<300).map { _ in
        time(1).milliseconds + Int64.random(in: 0..<Int64(hours), using: &generator) * 3_600_000
      }
      func count(_ window: ClosedRange<Timestamp>) -> Int {
        papers.count { window.contains(Timestamp(milliseconds: $0)) }
      }
      let answers = (0..<6).map { _ in
        let ends = (0..<2).map { _ in Int.random(in: 0..<hours, using: &generator) }.sorted()
        let window = time(1 + ends[0] / 24, ends[0] % 24)...time(1 + ends[1] / 24, ends[1] % 24)
        var answer = WindowAnswer(window: window, at: time(28))
        answer.stored = count(window)
        answer.expected = answer.stored
        return answer
      }
      var first = SourceLedger()
      var second = SourceLedger()
      for answer in answers { first.record(answer, held: count) }
      for answer in answers.shuffled(using: &generator) { second.record(answer, held: count) }
      #expect(first.windows == second.windows)
      for window in first.windows {
        #expect(window.stored == count(window.from...window.until))
      }
    }
  }

  @Test func onceAllWindowsAreWholeNoGapIsLeft() {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      var ledger = SourceLedger()
      for _ in 0..<8 {
        let days = (0..<3).map { _ in Int.random(in: 1...28, using: &generator) }.sorted()
        let isFailure = Bool.random(using: &generator)
        ledger.record(
          answer(
            days[0], days[2], stored: 1, reached: isFailure ? days[1] : nil,
            isFailure ? .failed(cause: "down") : .whole)
        ) { _ in 0 }
        for (gap, next) in zip(ledger.gaps, ledger.gaps.dropFirst()) {
          #expect(gap.until < next.from)
        }
      }
      for gap in ledger.gaps {
        ledger.record(
          WindowAnswer(window: gap.windowToAsk(now: time(29)), fillsGap: true, at: time(29))
        ) { _ in 0 }
      }
      #expect(ledger.gaps == [])
    }
  }

  // MARK: - What is fresh

  private static let source = Source(
    name: "mine", kind: .ids([ArXivID(literal: "2401.00001"), ArXivID(literal: "2401.00002")]))

  @Test func anAnswerIsFreshWhenNothingIsOwedOfTheSameRequest() {
    let source = Self.source
    var ledger = SourceLedger().about(source.subject)
    func isFresh(_ source: Source, at hour: Int) -> Bool {
      ledger.freshAnswer(to: source, now: time(17, hour)) != nil
    }
    let listed = LedgerEntry.listing(
      ListingAnswer(at: time(17, 12), ending: .listed(.init(expected: 2, stored: 2))))
    let complete = LedgerEntry.complete(at: time(17, 12), request: source.request)
    ledger.record(listed) { _ in 0 }
    #expect(!isFresh(source, at: 13))
    ledger.record(complete) { _ in 0 }
    #expect(isFresh(source, at: 13) && !isFresh(source, at: 11))
    #expect(ledger.freshAnswer(to: source, now: time(18, 1)) == nil)
    #expect(
      ledger.freshAnswer(to: source, now: time(17, 13))?.nextAnnouncement == time(18, 1))
    var other = source
    other.kind = .ids([ArXivID(literal: "2401.00001")])
    #expect(!isFresh(other, at: 13))
    // A later failure makes it stale.
    ledger.record(
      .listing(ListingAnswer(at: time(17, 13), ending: .failed(cause: "down", nil)))
    ) { _ in 0 }
    #expect(!isFresh(source, at: 13))
    // What is owed is not complete, whoever says so.
    ledger.record(
      .listing(ListingAnswer(at: time(17, 13), ending: .listed(.init(expected: 2, stored: 1))))
    ) { _ in 0 }
    ledger.record(complete) { _ in 0 }
    #expect(!isFresh(source, at: 13))
  }

  // MARK: - The file

  private static let file = """
    {
    "learning":{"gaps":[{"cause":"arXiv answered 503 four times","from":"2026-11-18T02:10:00.000Z",\
    "until":"2026-11-18T06:00:00.000Z","why":1.50}],"last":{"at":"2026-11-22T01:02:03.000Z",\
    "outcome":"complete"},"mine":[1e400],"query":"cat:cs.LG","windows":[{"expected":1204,\
    "from":"2026-11-15T00:00:00.000Z","later":{},"limited":true,"stored":1203,\
    "until":"2026-11-22T01:02:03.000Z"}]},
    "odd":[1,2],
    "xs":{"complete":{"at":"2026-11-22T01:02:03.000Z","request":"daily cs"},"gaps":[{"cause":"c",\
    "expected":3,"from":"2026-11-18T02:10:00.000Z","limited":true,"shortfall":true,\
    "until":"2026-11-18T06:00:00.000Z"}],"listing":{"day":"2026-11-20","digest":"2a","etag":"\\"x\\"",\
    "expected":2,"hers":1,"missing":["2401.00001","2401.00002v3"],"stored":1},"updates":{"mine":1,"owed":{\
    "cause":"c","from":"2026-11-18T00:00:00.000Z","position":500,"until":"2026-11-19T00:00:00.000Z"},\
    "since":"2026-11-20T00:00:00.000Z"}}
    }

    """

  @Test func theFileIsReadAndWrittenAsItIsWithWhatIsUnknown() throws {
    let ledgers = try SourceLedgers(file: Array(Self.file.utf8))
    #expect(ledgers["learning"].windows.map(\.stored) == [1203])
    #expect(ledgers["learning"].gaps.map(\.cause) == ["arXiv answered 503 four times"])
    #expect(ledgers["odd"] == SourceLedger())
    #expect(
      ledgers["xs"].listing?.missing == [
        ArXivReference(id: ArXivID(literal: "2401.00001")),
        ArXivReference(id: ArXivID(literal: "2401.00002"), version: 3),
      ])
    #expect(ledgers["xs"].updates?.owed?.position == 500)
    #expect(String(decoding: ledgers.file, as: UTF8.self) == Self.file)
  }

  @Test func whatCannotBeReadIsKeptAndAskedForAgain() throws {
    let text = #"{"windows":[{"from":"yesterday"}],"gaps":7}"#
    var ledger = try #require(SourceLedger(json: JSONValue.parse(Array(text.utf8))))
    #expect(ledger.windows == [] && ledger.gaps == [])
    ledger.record(answer(1, 2, stored: 3)) { _ in 0 }
    #expect(ledger.json.object?["unreadable windows"]?.text == #"[{"from":"yesterday"}]"#)
    #expect(ledger.json.object?["unreadable gaps"]?.text == "7")
    #expect(ledger.windows.count == 1)
  }

  @Test(arguments: ["", "[]", "{", "{}{}"])
  func aFileThatIsNoObjectIsRefused(text: String) {
    #expect(throws: JSONError.self) { try SourceLedgers(file: Array(text.utf8)) }
  }
}
