import Papers
import TestSupport
import Testing

struct NotesDocumentTests {
  private let noon = Timestamp(literal: "2026-11-22T12:00:00Z")
  private let later = Timestamp(literal: "2026-11-23T00:00:00Z")

  private var paper: Paper {
    Paper(id: ArXivID(literal: "2611.00001"), title: "A Title", published: noon)
  }

  private func note(_ id: String, _ text: String) -> Note {
    Note(id: id, created: noon, text: text)
  }

  @Test func theFileShowsEachNoteBelowItsLine() {
    let document = NotesDocument(paper: paper, notes: [note("n1", "first\nline"), note("n2", "b")])
    #expect(
      document.text == """
        # A Title (2611.00001)

        <!-- Text below 'new' becomes a note. A note without text is removed. -->

        <!-- paperq:note n1 2026-11-22 -->
        first
        line

        <!-- paperq:note n2 2026-11-22 -->
        b

        <!-- paperq:note new -->


        """)
  }

  @Test func anUntouchedFileChangesNothing() throws {
    let odd = note("n1", "\n\n  text with blank lines around\r\n\n")
    let document = NotesDocument(paper: paper, notes: [odd, note("n2", "b")])
    #expect(try document.edits(from: document.text, at: later) == [])
  }

  @Test func editsRemovalsAndANewNoteAreFound() throws {
    let document = NotesDocument(
      paper: paper, notes: [note("n1", "first"), note("n2", "second"), note("n3", "third")])
    let edited = """
      <!-- paperq:note n1 2026-11-22 -->
      first, changed
      <!-- paperq:note n3 2026-11-22 -->

      <!-- paperq:note new -->

      brand new

      """
    var changed = note("n1", "first, changed")
    changed.edited = later
    #expect(
      try document.edits(from: edited, at: later) == [
        .note(changed), .removeNote(id: "n2"), .removeNote(id: "n3"),
        .note(Note(id: Note.newID(at: later, besides: []), created: later, text: "brand new")),
      ])
  }

  @Test func whatIsTypedAboveTheNotesIsANewNote() throws {
    let document = NotesDocument(paper: paper, notes: [note("n1", "first")])
    let edited = document.text.replacing("(2611.00001)\n", with: "(2611.00001)\ntyped by vi\n")
    #expect(
      try document.edits(from: edited, at: later) == [
        .note(
          Note(id: Note.newID(at: later, besides: []), created: later, text: "typed by vi"))
      ])
  }

  @Test func aNoteMayQuoteTheLinesThatPartNotes() throws {
    let quoting = note(
      "n1", "see\n<!-- paperq:note n1 2026-11-22 -->\n<!-- paperq:note new -->\nand #1 -->")
    let document = NotesDocument(paper: paper, notes: [quoting, note("n2", "b")])
    #expect(document.text.contains("\n<!-- paperq:note n1 2026-11-22 #2 -->\nsee\n"))
    var changed = note("n2", "b!")
    changed.edited = later
    let edited = document.text.replacing("\nb\n", with: "\nb!\n")
    #expect(try document.edits(from: edited, at: later) == [.note(changed)])
  }

  @Test func lineBreaksOfAnotherSystemAreNoEdits() throws {
    let document = NotesDocument(paper: paper, notes: [note("n1", "a\r\nb"), note("n2", "c\nd")])
    let edited = document.text.replacing("\r\n", with: "\n")
    #expect(try document.edits(from: edited.replacing("\n", with: "\r\n"), at: later) == [])
  }

  @Test func aNewNoteBeginsWithTheTemplateAndLeavesItsEmptyHeadings() throws {
    let template = NoteTemplate(headings: ["Claim", "Result"])
    let document = NotesDocument(paper: paper, notes: [note("n1", "first")], template: template)
    #expect(document.text.hasSuffix("<!-- paperq:note new -->\n### Claim\n\n### Result\n"))
    #expect(try document.edits(from: document.text + "\n", at: later) == [])
    let id = Note.newID(at: later, besides: [])
    #expect(
      try document.edits(from: document.text + "It works.\n", at: later) == [
        .note(Note(id: id, created: later, text: "### Result\nIt works."))
      ])
    let emptied = document.text.replacing("### Claim\n\n### Result\n", with: "\n")
    #expect(try document.edits(from: emptied, at: later) == [])
  }

  @Test func aFileWithoutAnyNoteLineIsRefused() {
    let document = NotesDocument(paper: paper, notes: [note("n1", "first")])
    #expect(throws: NotesDocument.Failure.noNoteLines) {
      try document.edits(from: "", at: later)
    }
  }

  @Test func newIDsDifferFromTakenOnes() {
    let first = Note.newID(at: noon, besides: [])
    #expect(Note.newID(at: noon, besides: [first]) == first + "-2")
  }
}
