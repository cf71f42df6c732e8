import Foundation
import LibraryStore
import Papers
import Testing

@testable import paperq

struct NoteFileTests {
  private let folder: TemporaryFolder
  private let file: NoteFile
  private let paper: Paper
  private let time = Timestamp(milliseconds: 1_700_000_000_000)

  init() throws {
    folder = try TemporaryFolder()
    paper = try Paper.three()[2]
    file = NoteFile(.notes, of: paper.id, stateFolder: folder.path)
  }

  private func note(_ id: String, _ text: String) -> Note {
    Note(id: id, created: time, text: text)
  }

  @Test func theFileIsThePapersOwnAndNobodyElsesToRead() throws {
    #expect(file.path == folder.path + "/notes/hep-th_9711200.md")
    let other = NoteFile(.newNote, of: paper.id, stateFolder: folder.path)
    #expect(other.path == folder.path + "/notes/hep-th_9711200.new.md")
    #expect(try file.begin(with: "text\n") == "text\n")
    #expect(try file.text() == "text")
    let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
    #expect(attributes[.posixPermissions] as? Int == 0o600)
    file.remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/notes") == [])
  }

  @Test func aTextThatNobodyChangedIsReplaced() throws {
    _ = try file.begin(with: "one\n")
    #expect(try file.begin(with: "two\n") == "two\n")
    #expect(try file.text() == "two")
    #expect(file.failure(.disk, "no") == CommandFailure(.disk, "no"))
    #expect(!folder.exists("notes/hep-th_9711200.md"))
  }

  @Test func aTextOfTheUsersIsGoneOnWith() throws {
    _ = try file.begin(with: "one\n")
    try folder.write("one and mine\n", to: "notes/hep-th_9711200.md")
    #expect(
      file.failure(.disk, "no")
        == CommandFailure(.disk, "no; your text is kept in '\(file.path)'"))
    #expect(try file.begin(with: "two\n") == "one\n")
    #expect(try file.text() == "one and mine")
  }

  @Test func aFileIsRemovedOnlyWithTheTextThatWasSaved() throws {
    _ = try file.begin(with: "one\n")
    try folder.write("one and mine\n", to: "notes/hep-th_9711200.md")
    let edited = EditedText(file: file, text: try #require(try file.text()))
    try folder.write("one and mine, and more\n", to: "notes/hep-th_9711200.md")
    edited.remove()
    #expect(try file.text() == "one and mine, and more")
    #expect(try file.begin(with: "two\n") == "one\n")
    EditedText(file: file, text: "one and mine, and more").remove()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/notes") == [])
  }

  @Test func aTextIsSavedWhenTheNotesAreAsItSays() throws {
    let then = [note("a", "A"), note("c", "C")]
    let beginning = NotesDocument(paper: paper, notes: then).text
    let text = beginning.replacing("\nA\n", with: "\nA!\n") + "D\n"
    let unsaved = UnsavedText(text: text, beginning: beginning)
    let saved = [note("a", "A!"), note("c", "C"), note("d", "D"), note("e", "later")]
    #expect(unsaved.isSaved(in: saved, of: paper))
    #expect(!unsaved.isSaved(in: then, of: paper))
    #expect(!unsaved.isSaved(in: saved.filter { $0.id != "d" }, of: paper))
    #expect(!unsaved.isSaved(in: [note("a", "A")] + saved.dropFirst(), of: paper))
    #expect(!UnsavedText(text: "D", beginning: beginning).isSaved(in: saved, of: paper))
  }

  @Test func aKeptTextHasTheTemplateThatItWasBegunWith() throws {
    let template = NoteTemplate(headings: ["Claim", "Method"])
    let beginning = NotesDocument(paper: paper, notes: [note("a", "A")], template: template).text
    let now = [note("a", "A"), note("b", "B")]
    let document = NotesDocument(paper: paper, notes: now, begunAs: beginning)
    #expect(try document.edits(from: beginning, at: time) == [])
    let added = Note(
      id: Note.newID(at: time, besides: ["a", "b"]), created: time, text: "### Method\nBy hand.")
    #expect(try document.edits(from: beginning + "By hand.\n", at: time) == [.note(added)])
  }

  @Test func aKeptTextLeavesAloneWhatCameToTheNotesSince() throws {
    let then = [note("a", "A"), note("b", "B")]
    let beginning = NotesDocument(paper: paper, notes: then).text
    let now = [note("a", "A, longer"), note("b", "B"), note("c", "C")]
    let document = NotesDocument(paper: paper, notes: now, begunAs: beginning)
    #expect(try document.edits(from: beginning, at: time) == [])
    var edited = note("b", "B!")
    edited.edited = time
    #expect(
      try document.edits(from: beginning.replacing("\nB\n", with: "\nB!\n"), at: time)
        == [.note(edited)])
    #expect(
      try document.edits(from: beginning.replacing("\nA\n", with: "\n"), at: time)
        == [.removeNote(id: "a")])
  }
}
