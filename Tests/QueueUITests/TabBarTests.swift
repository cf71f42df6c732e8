import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct TabBarTests {
  private let names = ["Inbox", "Queue", "Starred", "Noted", "Canon", "All"]

  private func row(_ bar: TabBar, columns: Int) -> String {
    var grid = Grid(size: GridSize(rows: 1, columns: columns))
    if bar.isCutLeft { grid.write("‹", at: Position(row: 0, column: 0)) }
    for tab in bar.tabs {
      grid.write(tab.text + tab.count, at: Position(row: 0, column: tab.columns.lowerBound))
    }
    if bar.isCutRight { grid.write("›", at: Position(row: 0, column: columns - 1)) }
    return grid.lines[0]
  }

  @Test func unreadPapersAreCountedBehindTheName() {
    let bar = TabBar(names: names, counts: [42, 0, 3, 0, 0, 12345], active: 0, columns: 80)
    #expect(
      row(bar, columns: 80)
        == " 1 Inbox 42  2 Queue  3 Starred 3  4 Noted  5 Canon  6 All 12k")
    #expect(!bar.isCutLeft && !bar.isCutRight)
  }

  @Test func tabsThatDoNotFitAreHintedAtBothEnds() {
    func shown(_ active: Int) -> String {
      row(TabBar(names: names, counts: [42], active: active, columns: 40), columns: 40)
    }
    #expect(shown(0) == " 1 Inbox 42  2 Queue  3 Starred        ›")
    #expect(shown(2) == " 1 Inbox 42  2 Queue  3 Starred        ›")
    #expect(shown(3) == "‹ 2 Queue  3 Starred  4 Noted  5 Canon ›")
    #expect(shown(5) == "‹ 3 Starred  4 Noted  5 Canon  6 All")
  }

  @Test func theActiveTabIsWholeInEveryWidth() {
    let many = (1...30).map { "View number \($0) 拡散" }
    for columns in [40, 41, 79, 120, 300] {
      for active in many.indices {
        let bar = TabBar(
          names: many, counts: many.indices.map { $0 * 400 }, active: active, columns: columns)
        #expect(bar.tabs.contains { $0.index == active })
        #expect(bar.tabs.allSatisfy { $0.columns.upperBound <= columns })
        #expect(bar.isCutRight == (bar.tabs.last?.index != many.count - 1))
        if bar.isCutRight { #expect((bar.tabs.last?.columns.upperBound ?? 0) < columns) }
      }
    }
  }

  @Test func aNameLongerThanTheScreenIsCut() {
    let bar = TabBar(
      names: ["A", String(repeating: "long ", count: 30), "B"], active: 1, columns: 40)
    #expect(row(bar, columns: 40) == "‹ 2 long long long long long long lon… ›")
  }

  @Test func aColumnTellsItsTab() {
    let bar = TabBar(names: names, active: 0, columns: 80)
    #expect([0, 8, 9, 17, 79].map(bar.tab(atColumn:)) == [0, 0, 1, 1, nil])
  }
}
