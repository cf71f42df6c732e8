import Papers

/// What the user wrote in a file, on its way to the disk.
struct EditedText: Equatable, Sendable {
  let file: NoteFile
  /// As ``NoteFile/text()`` gave it.
  let text: String

  /// Removes the file, unless it holds another text by now, which is not saved.
  func remove() {
    guard (try? file.text()) == text else { return }
    file.remove()
  }
}

/// A text that an earlier run left, which was killed before it had saved it, or just behind that.
struct UnsavedText: Equatable, Sendable {
  let text: String
  /// What the file held before the user wrote.
  let beginning: String

  /// Whether the text, as that of a new note, is saved.
  func isSaved(in notes: [Note]) -> Bool {
    let filled = NoteTemplate(text: beginning).filled(text)
    return notes.contains { $0.text == filled }
  }

  /// Whether the text, as that of all notes of a paper, is saved.
  func isSaved(in notes: [Note], of paper: Paper) -> Bool {
    let document = NotesDocument(paper: paper, notes: notes, begunAs: beginning)
    guard let edits = try? document.edits(from: text, at: Workspace.now) else { return false }
    return edits.allSatisfy { edit in
      guard case .note(let edited) = edit else { return false }
      return notes.contains { $0.text == edited.text }
    }
  }
}
