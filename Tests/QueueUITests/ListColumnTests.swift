import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct ListColumnTests {
  private static let paper = Paper(
    id: ArXivID(literal: "2401.00001"), title: "Attention Is Mostly What You Need",
    authors: [Paper.Author("Ada Lovelace"), Paper.Author("Alan Turing")], categories: ["cs.LG"],
    published: Timestamp(literal: "2024-01-05T09:00:00Z"), comment: "Accepted at ICML 2024",
    added: Timestamp(literal: "2026-11-20T09:00:00Z"))

  private func row(
    _ columns: [ListColumn], width: Int, dates: DateForm = .absolute, paper: Paper = paper
  ) -> String {
    var reading = ReadingRecord()
    reading.apply(.state(.queued), at: DrivenApp.start)
    reading.apply(.depth(.understood), at: DrivenApp.start)
    reading.apply(.tag("later", isPresent: true), at: DrivenApp.start)
    let line = ListRow(
      paper: paper, reading: reading, isMarked: true, now: DrivenApp.start,
      columns: ListColumns(columns, columns: width, dates: dates), dates: dates
    ).line().text
    #expect(line.displayWidth == width)
    return line
  }

  @Test func columnsStandInTheOrderOfTheConfiguration() {
    #expect(
      row([.id, .state, .title, .venue, .tags, .depth, .added], width: 120)
        == "+2401.00001 queued    Attention Is Mostly What You Need             "
        + "ICML 2024    later           3 understood 2026-11-20")
  }

  @Test func aPaperIsAddedOnADayOfTheClockOnTheWall() {
    func row(_ dates: DateForm, at time: String) -> Substring {
      let columns: [ListColumn] = [.title, .added]
      return ListRow(
        paper: Self.paper, reading: ReadingRecord(), isMarked: false, now: Timestamp(literal: time),
        columns: ListColumns(columns, columns: 100, dates: dates), dates: dates,
        wallClock: WallClock { _ in -10 * 3600 }
      ).line().text.split(separator: " ").last ?? ""
    }
    #expect(row(.absolute, at: "2026-11-20T12:00:00Z") == "2026-11-19")
    #expect(row(.relative, at: "2026-11-20T09:59:00Z") == "today")
    #expect(row(.relative, at: "2026-11-20T10:01:00Z") == "d")
  }

  @Test func columnsGiveWayToTheTitleOneAfterTheOther() {
    let all: [ListColumn] = ListColumn.allCases
    let kept = [300, 130, 110, 100, 80, 60, 50, 40, 30, 20].map { width in
      ListColumns(all, columns: width, dates: .absolute).placed.map(\.column.rawValue)
        .joined(separator: " ")
    }
    #expect(
      kept == [
        "marks date title authors category id tags venue depth added state",
        "marks date title authors category id tags venue state",
        "marks date title authors category id tags state",
        "marks date title authors category id tags state",
        "marks date title authors category id state",
        "marks date title category id",
        "marks date title category",
        "marks date title",
        "marks date title",
        "marks title",
      ])
  }

  @Test func whatIsEmptyInTheWholeLibraryTakesNoRoomUntilItIsUsed() {
    var app = DrivenApp(
      .threeUnread, columns: 60, rows: 10,
      options: { $0.columns = [.title, .tags, .depth, .category] })
    let row = "\n Attention Is Mostly What You Need                  cs.LG\n"
    #expect(app.screen.contains(row))
    app.run("edit-tags +new")
    #expect(app.screen.contains("\n Attention Is Mostly What You Need         new      cs.LG\n"))
    app.press("u")
    #expect(app.screen.contains("\n A Very Large Collaboration Reports Its F…          cs.AI\n"))
    app.run("edit-tags +new")
    app.restart()
    #expect(app.screen.contains("\n Attention Is Mostly What You Need         new      cs.LG\n"))
  }

  @Test func aBlankPartsTheLastColumnFromTheDivider() {
    var app = DrivenApp(
      .threeUnread, columns: 110, rows: 16, options: { $0.columns = [.title, .state] })
    app.press("x")
    #expect(app.screen.contains("  dismissed │"))
  }

  @Test func everyWidthIsFilledExactly() {
    for width in 10...300 {
      let placed = ListColumns(ListColumn.allCases, columns: width, dates: .relative).placed
      #expect(placed.reduce(1) { $0 + $1.width } + placed.count - 1 == width)
    }
  }

  @Test func aTitleIsShownEvenIfNobodyAskedAndNothingTwice() {
    let columns = ListColumns([.date, .date], columns: 80, dates: .absolute)
    #expect(columns.placed.map(\.column) == [.date, .title])
  }

  @Test func agesStandForDatesOnRequest() {
    #expect(
      row([.date, .title], width: 39, dates: .relative)
        == "+  2 y Attention Is Mostly What You Ne…")
  }

  @Test func aWithdrawnPaperHasAMark() {
    var paper = Self.paper
    paper.comment = "This paper has been withdrawn by the authors due to an error"
    #expect(row([.marks, .title], width: 50, paper: paper).hasPrefix("+Q  w Attention"))
  }

  @Test(arguments: [
    ("2026-11-22T00:00:00Z", "today"), ("2026-11-23T00:00:00Z", "today"),
    ("2026-11-21T23:59:59Z", "1 d"), ("2026-11-09T12:00:00Z", "13 d"),
    ("2026-11-08T12:00:00Z", "2 w"), ("2026-09-21T12:00:00Z", "8 w"),
    ("2026-09-20T12:00:00Z", "2 mo"), ("2024-11-24T12:00:00Z", "23 mo"),
    ("2024-11-20T12:00:00Z", "2 y"), ("1991-08-14T12:00:00Z", "35 y"),
  ])
  func agesAreShort(time: String, age: String) throws {
    #expect(try #require(Timestamp(time)).age(now: DrivenApp.start) == age)
  }

  @Test func extremeTimesHaveAnAge() {
    for time in [Int64.min, .max] {
      #expect(!Timestamp(milliseconds: time).age(now: DrivenApp.start).isEmpty)
    }
  }
}
