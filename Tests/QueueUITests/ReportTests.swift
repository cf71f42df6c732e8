import Papers
import TestSupport
import Testing

@testable import QueueUI

/// What is said of changes that worked.
struct ReportTests {
  private let first = ArXivID(literal: "2611.00003")

  private func status(_ app: DrivenApp) -> String {
    let rows = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
    return String(rows.dropLast().last ?? "")
  }

  @Test(arguments: [
    ("r", "papers read"), ("w", "papers queued"), ("i", "papers started"),
    ("x", "papers dismissed"), ("*", "papers starred"),
    (":set-depth 1", "papers set to depth 1 (skimmed)"), (":annotate good", "papers noted"),
    (":edit-tags +a -b", "papers tagged 'a'"),
  ])
  func aChangeOfManyPapersIsCountedInOneLine(key: String, deed: String) {
    var app = DrivenApp(.many(12), columns: 60, rows: 10, options: { $0.confirms = false })
    app.press("v", "G")
    if key.hasPrefix(":") { app.run(String(key.dropFirst())) } else { app.press(key) }
    #expect(status(app).hasPrefix(" 12 \(deed); u undoes  "))
    app.press("u")
    #expect(status(app).hasPrefix(" undone: 12 \(deed)  "))
    app.press("^R")
    #expect(status(app).hasPrefix(" redone: 12 \(deed)  "))
  }

  @Test func onlyPapersThatChangedAreCounted() {
    var app = DrivenApp(.many(12), columns: 60, rows: 10, options: { $0.confirms = false })
    app.press("r", "j", "r", "A")
    #expect(status(app).hasPrefix(" 10 papers read; u undoes  "))
    app.press("v", "g", "r")
    #expect(status(app).hasPrefix(" 2 papers unread again; u undoes  "))
  }

  @Test func whatTheRowShowsIsNotSaid() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    for key in ["r", "w", "i", "*", "x"] {
      app.press(key)
      #expect(status(app).hasPrefix(" Inbox  "))
    }
    app.run("annotate good")
    #expect(status(app).hasPrefix(" note saved  "))
    app.press("Enter", "*")
    #expect(status(app).hasPrefix(" Inbox  "))
  }

  @Test func tagsAndNotesAreToldAsTheyAreNow() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 24)
    app.press("t")
    app.type("\"to skim\" rl")
    app.press("Enter")
    #expect(status(app).hasPrefix(" tags: rl \"to skim\"  "))
    app.run("edit-tags -rl -\"to skim\"")
    #expect(status(app).hasPrefix(" no tags  "))
    let note = { Note(id: $0, created: DrivenApp.start, text: "a") }
    app.press("Enter")
    app.send(.notesEdited(first, [.note(note("1")), .note(note("2"))]))
    #expect(status(app).hasPrefix(" 2 notes  "))
    app.send(.notesEdited(first, [.removeNote(id: "1")]))
    #expect(status(app).hasPrefix(" 1 note  "))
    app.send(.notesEdited(first, []))
    #expect(status(app).hasPrefix(" the notes are as they were  "))
    app.send(.notesEdited(first, [.removeNote(id: "2")]))
    #expect(status(app).hasPrefix(" no notes  "))
    // Of another paper than that under the cursor it is said which.
    app.press("q", "j")
    app.send(.notesEdited(first, [.note(note("3"))]))
    #expect(status(app).hasPrefix(" Inbox  "))
    app.resize(columns: 60, rows: 10)
    app.press("k")
    app.run("edit-tags " + (1...40).map { "tag\($0)" }.joined(separator: " "))
    #expect(status(app).hasPrefix(" tags: tag1 tag10 tag11 ") && status(app).contains("…"))
  }

  @Test func whatNothingShowsIsSaid() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 10)
    app.run("set-depth 2")
    #expect(
      status(app) == " 'Attention Is Mostly…' set to depth 2 (read); u undoes 1/3")
    // The rows have no marks.
    app = DrivenApp(
      .threeUnread, columns: 60, rows: 10, options: { $0.columns = [.title, .authors] })
    app.press("r")
    #expect(
      status(app).hasPrefix(" 'Attention Is Mostly What You Need' read; u undoes  "))
    // The row is not on the screen any more when the change is on the disk.
    app = DrivenApp(.many(30), columns: 60, rows: 10)
    app.savesAtOnce = false
    app.press("x", "G")
    app.finishSaving()
    #expect(status(app).hasPrefix(" 'Paper number 30' dismissed; u undoes  "))
  }
}
