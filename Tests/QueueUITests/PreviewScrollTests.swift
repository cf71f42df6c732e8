import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct PreviewScrollTests {
  private let library: Library = {
    let abstract = (1...12).map { "Sentence \($0)." }.joined(separator: "\n")
    return Library(
      papers: [("2611.00001", "A Long Abstract", 20), ("2611.00002", "Another", 19)].map {
        Paper(
          id: ArXivID(literal: $0.0), title: $0.1, abstract: abstract, categories: ["cs.LG"],
          published: Timestamp(literal: "2026-11-\($0.2)T09:00:00Z"))
      })
  }()

  /// What stands in the rows of the preview.
  private func preview(_ app: DrivenApp) -> [String] {
    let rect = app.state.layout.preview
    return (rect.row..<rect.row + rect.rows).map { row in
      let cells = app.state.rendered()[row: row].dropFirst(rect.column)
      let text = cells.map(\.text).joined()
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test func keysScrollThePreviewByALineAndSignsSayWhereMoreIs() {
    var app = DrivenApp(library, columns: 40, rows: 15)
    let blank = String(repeating: " ", count: 39)
    #expect(
      preview(app) == ["A Long Abstract", "", "2611.00001v1  cs.LG", "", "Sentence 1.".sign("↓")])
    app.press("^E")
    #expect(
      preview(app) == [blank + "↑", "2611.00001v1  cs.LG", "", "Sentence 1.", blank + "↓"])
    app.press("^E")
    #expect(
      preview(app) == [
        "2611.00001v1  cs.LG".sign("↑"), "", "Sentence 1.", "", "Sentence 2.".sign("↓"),
      ])
    app.press("^Y", "^Y", "^Y")
    #expect(
      preview(app) == ["A Long Abstract", "", "2611.00001v1  cs.LG", "", "Sentence 1.".sign("↓")])
    for _ in 0..<99 { app.press("^E") }
    #expect(preview(app).last == "Sentence 12.")
    #expect(!preview(app).joined().contains("↓"))
    app.press("^Y")
    #expect(preview(app).last == blank + "↓")
    #expect(app.state.list.cursor == 0)
  }

  @Test func besideTheListTheSignsStandInTheLineBetween() {
    var app = DrivenApp(library, columns: 120, rows: 16)
    func divider() -> String {
      let rect = app.state.layout.divider
      let grid = app.state.rendered()
      return (rect.row..<rect.row + rect.rows).map { row in
        grid[row: row].dropFirst(rect.column).prefix(1).map(\.text).joined()
      }.joined()
    }
    #expect(divider() == "││││││││││││↓")
    #expect(preview(app).last == "Sentence 5.")
    app.press("^E")
    #expect(divider() == "↑│││││││││││↓")
    #expect(preview(app).first == "")
    for _ in 0..<99 { app.press("^E") }
    #expect(divider() == "↑││││││││││││")
    // Where there is room for all of it again, nothing is scrolled away.
    app.resize(columns: 120, rows: 60)
    #expect(preview(app).first == "A Long Abstract")
    #expect(!app.screen.contains("↑") && !app.screen.contains("↓"))
  }

  @Test func thePreviewOfAnotherPaperBeginsAtItsTop() {
    var app = DrivenApp(library, columns: 40, rows: 15)
    app.press("^E", "^E", "j")
    #expect(preview(app).first == "Another")
    app.press("^E", "k")
    #expect(preview(app).first == "A Long Abstract")
  }

  @Test func withoutAPreviewTheKeysSayWhy() {
    var app = DrivenApp(library, columns: 40, rows: 12)
    app.press("^E")
    #expect(app.screen.contains("\n the preview needs 15 rows  "))
    app.resize(columns: 40, rows: 20)
    app.press("z", "^Y")
    #expect(app.screen.contains("\n the preview is hidden; z shows it  "))
  }

  @Test(arguments: [
    (KeyMap.Preset.vim, "^E", "^Y"), (.newsboat, "Alt-j", "Alt-k"), (.mutt, "^E", "^Y"),
  ])
  func onAPageTheSameKeysScrollByALine(preset: KeyMap.Preset, down: String, up: String) {
    var app = DrivenApp(library, columns: 40, rows: 10) { $0.keyMap = KeyMap(preset: preset) }
    app.press("Enter", down, down)
    #expect(app.state.screens.last?.scroll == 2)
    app.press(up)
    #expect(app.state.screens.last?.scroll == 1)
    app.press("?", down)
    #expect(app.state.screens.last?.scroll == 1)
  }
}

extension String {
  /// It with a sign in the last of so many columns.
  fileprivate func sign(_ sign: String, columns: Int = 40) -> String {
    padded(toColumns: columns - 1) + sign
  }
}
