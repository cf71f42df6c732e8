import Papers

extension QueueState {
  /// A note that was written and is not on disk yet.
  struct NoteBeingSaved: Equatable, Sendable {
    var ids: [ArXivID]
    var text: String
  }

  /// What paperq is to remember of this run.
  var session: Session {
    let view = options.views[lastView]
    let rows = tab == .view(lastView) ? list : leftLists[.view(lastView)]
    return Session(
      view: view.name, paper: rows?.selected, commands: histories[.command]?.suffix(200) ?? [],
      drafts: unsavedNotes,
      split: split, skipped: skipped.filter { library.reading($0).state == .unread }.sorted())
  }

  /// All notes that would be lost with the program: drafts, the one that is being typed, and what is
  /// on its way to the disk.
  private var unsavedNotes: [[ArXivID]: String] {
    var notes = drafts
    if let prompt, case .annotate(let ids, _) = prompt.purpose {
      let text = prompt.editor.text
      notes[ids] = text.allSatisfy(\.isWhitespace) ? nil : text
    }
    for note in notesBeingSaved { notes[note.ids] = note.text.followed(by: notes[note.ids]) }
    return notes
  }

  /// Has the notes kept that are in memory alone, when they are others than before.
  ///
  /// To be called while no key is waiting; ``update(_:now:)`` does so itself unless a note is typed.
  package mutating func keepDrafts() -> [Effect] {
    let notes = unsavedNotes
    guard notes != keptDrafts else { return [] }
    keptDrafts = notes
    return [.saveSession(session)]
  }

  /// Says which notes an earlier run left unsaved. One that was saved and then not forgotten, for the
  /// program was killed between the two, is no draft.
  mutating func offerDrafts() {
    drafts = drafts.filter { ids, text in
      !ids.allSatisfy { id in library.reading(id).notes.contains { $0.text == text } }
    }
    guard message == nil, let ids = drafts.keys.min(by: { $0.lexicographicallyPrecedes($1) }),
      let id = ids.first
    else { return }
    if isUntouched { place(on: id) }
    let papers = ids.count > 1 ? "\(ids.count) papers" : "\(id)"
    show(
      Message(
        drafts.count > 1
          ? "\(drafts.count) unsaved notes, the first on \(papers); \(annotateKey) goes on with it"
          : "unsaved note on \(papers); \(annotateKey) goes on with it", .draftOffer(ids)))
  }

  /// Says that what was typed is not lost.
  mutating func tellOfDraft() {
    say("the note is kept as a draft; \(annotateKey) goes on with it")
  }

  private var annotateKey: String {
    options.keyMap.hint(for: .annotate, in: context)
  }

  /// Keeps the text of a note that is on its way to the disk, as a draft no more.
  mutating func noteIsBeingSaved(_ intent: Intent) {
    guard case .addNote(let text) = intent.kind else { return }
    notesBeingSaved.append(NoteBeingSaved(ids: intent.ids, text: text))
    if drafts[intent.ids] == text { drafts[intent.ids] = nil }
  }

  /// Forgets a note that is on disk now.
  mutating func forgetNote(of change: LibraryChange) {
    guard let text = change.noteText else { return }
    let index = notesBeingSaved.firstIndex { $0.ids == change.ids && $0.text == text }
    if let index { notesBeingSaved.remove(at: index) }
  }

  /// Keeps a note that could not be saved as a draft, above one that was begun since.
  mutating func keepDraft(of change: LibraryChange) {
    guard change.action == .annotate, let text = change.noteText else { return }
    forgetNote(of: change)
    if case .annotate(change.ids, _)? = prompt?.purpose, let typed = prompt?.editor.text {
      prompt?.editor.replace(with: text.followed(by: typed))
      fitPrompt()
    } else {
      drafts[change.ids] = text.followed(by: drafts[change.ids])
    }
  }
}

extension LibraryChange {
  /// The text of the note that it adds.
  fileprivate var noteText: String? {
    for step in steps {
      if case .note(let note) = step.edit { return note.text }
    }
    return nil
  }
}

extension String {
  /// It with another text below it, if there is one.
  fileprivate func followed(by other: String?) -> String {
    guard let other, !other.allSatisfy(\.isWhitespace), other != self else { return self }
    return self + "\n\n" + other
  }
}
