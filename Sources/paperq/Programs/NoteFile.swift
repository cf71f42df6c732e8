import ArgumentParser
import Foundation
import Glibc
import LibraryStore
import Papers

/// The file in which the user edits notes of a paper. It lies in the state folder, and goes only once
/// what was typed is saved, or when nothing was.
///
/// Beside it lies the text that it began with, ending in `.orig`: it tells what the user changed, in
/// a later run too, for paperq may be killed while the editor is open.
struct NoteFile: Equatable, Sendable {
  /// What is edited in the file; each has a file of its own.
  enum Subject {
    /// All notes of the paper, as ``NotesDocument`` lays them out.
    case notes
    /// The text of one that is to be added.
    case newNote
  }

  let path: String
  private var originalPath: String { path + ".orig" }

  private init(path: String) {
    self.path = path
  }

  init(_ subject: Subject, of id: ArXivID, stateFolder: String) {
    let ending = subject == .newNote ? ".new.md" : ".md"
    path = "\(stateFolder)/notes/\(id.fileName)\(ending)"
  }

  /// The names of the papers with a text that was changed in the editor and is not saved, sorted.
  static func unsaved(stateFolder: String) -> [String] {
    let folder = stateFolder + "/notes"
    // A folder that is not there has no texts.
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let unsaved = names.filter { name in
      name.hasSuffix(".md") && (try? NoteFile(path: "\(folder)/\(name)").isChanged()) ?? true
    }
    let ids = unsaved.map { name in
      let base = name.hasSuffix(".new.md") ? name.dropLast(7) : name.dropLast(3)
      return String(base).replacing("_", with: "/")
    }
    return Set(ids).sorted()
  }

  /// Writes the text that the editor is to begin with. Text of an earlier edit that was not saved
  /// stays there instead, to be gone on with.
  ///
  /// Gives the text that the file began with, now or then.
  func begin(with text: String) throws(StoreError) -> String {
    if try isChanged() { return try original() ?? text }
    // In this order, a file that lies there never seems to be changed when it is not.
    unlink(path)
    try AtomicFile.write(Array(text.utf8), to: originalPath)
    try AtomicFile.write(Array(text.utf8), to: path)
    return text
  }

  /// What the user wrote, without the newline at its end; nil when it is not UTF-8.
  func text() throws(StoreError) -> String? {
    let bytes = try FileContents.read(path)?.bytes ?? []
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// What an earlier edit left that was not removed; nil when there is none, when nobody knows what it
  /// began with, and when it is not UTF-8.
  func unsavedText() throws(StoreError) -> UnsavedText? {
    guard try isChanged(), let beginning = try original(), let text = try text() else { return nil }
    return UnsavedText(text: text, beginning: beginning)
  }

  /// Replaces what the user wrote, so that it can be gone on with.
  func keep(_ text: String) throws(StoreError) {
    try AtomicFile.write(Array(text.utf8), to: path)
  }

  /// Removes the file: what it holds is saved, or nobody's.
  func remove() {
    unlink(path)
    unlink(originalPath)
  }

  /// The failure of saving what the user wrote. It names the file, unless there is nothing to keep
  /// in it.
  func failure(_ code: ExitCode, _ reason: String) -> CommandFailure {
    guard (try? isChanged()) == false else { return CommandFailure(code, reason + keptHint) }
    remove()
    return CommandFailure(code, reason)
  }

  /// Where the text is, as the end of a message.
  var keptHint: String { "; your text is kept in '\(path)'" }

  /// The text that the file began with; nil when nobody knows.
  private func original() throws(StoreError) -> String? {
    try FileContents.read(originalPath).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func isChanged() throws(StoreError) -> Bool {
    guard let contents = try FileContents.read(path) else { return false }
    return contents.bytes != (try FileContents.read(originalPath)?.bytes)
  }
}

extension NotesDocument {
  /// The document that began as `text`: the notes, as far as there still are any, as they were then.
  ///
  /// What came to the paper's notes since is no edit of the user's who had that text before them. What
  /// stood in it for a new note is the template, whatever the configuration says by now.
  init(paper: Paper, notes: [Note], begunAs text: String) {
    let present = NotesDocument(paper: paper, notes: notes)
    var then = notes
    var template = NoteTemplate.none
    // A text without the lines that part notes says nothing of how they were.
    let differences =
      text == present.text ? [] : (try? present.edits(from: text, at: Workspace.now)) ?? []
    for difference in differences {
      switch difference {
      case .removeNote(let id): then.removeAll { $0.id == id }
      case .note(let note) where !notes.contains { $0.id == note.id }:
        template = NoteTemplate(text: note.text)
      case .note(let note): then = then.map { $0.id == note.id ? note : $0 }
      default: break
      }
    }
    self.init(paper: paper, notes: then, template: template)
  }
}
