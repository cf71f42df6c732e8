import ArgumentParser
import LibraryStore
import Papers

/// `paperq note`: adds a note to a paper.
struct NoteCommand: Subcommand {
  static let configuration = CommandConfiguration(
    commandName: "note", abstract: "Add a note to a paper.",
    discussion: """
      Without a text, the editor of $VISUAL or $EDITOR is opened, on the headings of 'notes.template'. \
      Headings with nothing below them are not kept.
      """)

  @OptionGroup var options: GlobalOptions

  @Argument(help: "The paper, by identifier or URL.")
  var id: String

  @Argument(
    help:
      "The note in Markdown; '-' reads it from standard input. Texts that begin with '-' come after '--'."
  )
  var text: [String] = []

  func run(in context: CommandContext) throws {
    let library = try context.openLibrary()
    guard let id = try library.ids(named: [id]).first else { return }
    if text.isEmpty {
      try addWithEditor(to: id, in: library, context)
    } else {
      try add(try content(), to: id, in: library)
    }
    context.console.remark("noted")
  }

  private func add(_ text: String, to id: ArXivID, in library: OpenLibrary) throws {
    guard !text.allSatisfy(\.isWhitespace) else {
      throw CommandFailure(.nothing, "nothing is noted, for the text is empty")
    }
    let now = Workspace.now
    let taken = library.library.reading(id).noteMarks.map(\.id)
    let note = Note(id: Note.newID(at: now, besides: taken), created: now, text: text)
    try library.commit(.annotate, [.init(id, .note(note))])
  }

  /// Adds what the user writes in the editor, beginning with what an earlier run could not save.
  private func addWithEditor(
    to id: ArXivID, in library: OpenLibrary, _ context: CommandContext
  ) throws {
    let file = NoteFile(.newNote, of: id, stateFolder: context.paths.state)
    let template = library.workspace.settings.configuration.noteTemplate
    // Saved by an earlier run that was killed before it could remove it.
    if try file.unsavedText()?.isSaved(in: library.library.reading(id).notes) ?? false {
      file.remove()
    }
    // Of an earlier run, with what it began with.
    let start = template == .none ? "" : template.text + "\n"
    let beginning = NoteTemplate(text: try file.begin(with: start))
    let text = beginning.filled(try Editor(environment: context.environment).edit(file))
    do {
      try add(text, to: id, in: library)
    } catch let error as StoreError {
      throw file.failure(.disk, error.message)
    } catch {
      // An empty text is nothing to keep.
      file.remove()
      throw error
    }
    file.remove()
  }

  /// The text of the command line, or of standard input.
  private func content() throws(CommandFailure) -> String {
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
