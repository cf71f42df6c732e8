import ArgumentParser
import Papers

/// `paperq note`: adds a note to a paper.
struct NoteCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note to a paper.",
    discussion: "Without a text, the editor of $VISUAL or $EDITOR is opened.")

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The paper, by identifier or URL.")
  var id: String

  @Argument(
    help:
      "The note in Markdown; '-' reads it from standard input. Texts that begin with '-' come after '--'."
  )
  var text: [String] = []

  func run(in session: Session) throws {
    let library = try session.openLibrary()
    let ids = try library.ids(named: [id])
    let note = try content(session)
    guard !note.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(.nothing, "nothing is noted, for the text is empty")
    }
    let now = Workspace.now
    try library.commit(
      "annotate",
      ids.map { id in
        let taken = library.library.reading(id).noteMarks.map(\.id)
        let noteID = Note.newID(at: now, besides: taken)
        return .init(id, .note(Note(id: noteID, created: now, text: note)))
      })
    session.console.remark("noted")
  }

  private func content(_ session: Session) throws -> String {
    guard !text.isEmpty else {
      return try Editor(environment: session.environment).text(beginningWith: "")
    }
    guard text == ["-"] else { return text.joined(separator: " ") }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileBytes.read("-")
    } catch {
      throw CommandFailure(.disk, "cannot read standard input: \(error.reason)")
    }
    guard let input = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.badInput, "cannot note standard input: it is not UTF-8 text")
    }
    return input.hasSuffix("\n") ? String(input.dropLast()) : input
  }
}
