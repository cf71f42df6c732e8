import CursesTerminal
import Dispatch
import Foundation
import LibraryStore
import Papers
import QueueUI
import WorkThreads

/// Carries out effects, once each and in order. What takes time happens elsewhere, and comes back as
/// an event.
@MainActor
final class EffectRunner {
  let workspace: Workspace
  let terminal: CursesTerminal
  let inbox: EventInbox
  private let store: StoreQueue
  private let sessions: SessionWriter
  private var fetch: Task<Void, Never>?
  private var search: Task<Void, Never>?
  /// PDFs that are on their way.
  private var downloads: [ArXivID: Task<Void, Never>] = [:]
  /// What is under way and must be waited for at the end: exports, lines of the log, copies and
  /// commands.
  let unfinished = DispatchGroup()
  /// Where files are read and written that are not the store's.
  let files = WorkQueue()
  /// Where the library is read for papers like one, which takes a while of a large one.
  private let likeness = WorkQueue()
  /// Where folders are looked into, which may be on a disk that is far away.
  let listing = WorkQueue()
  /// Where texts are made for the clipboard, and given to programs that hold it.
  let copying = WorkQueue()
  /// The command that papers are being given to.
  var piping: PipedProgram?
  /// The texts of the editor whose edits are not committed yet.
  private var editedTexts: [ArXivID: EditedText] = [:]
  /// Whether the user has quit.
  private(set) var isDone = false

  init(
    workspace: Workspace, terminal: CursesTerminal, inbox: EventInbox, store: StoreQueue,
    sessionFile: SessionFile
  ) {
    self.workspace = workspace
    self.terminal = terminal
    self.inbox = inbox
    self.store = store
    sessions = SessionWriter(sessionFile) { inbox.post(.reported($0, isError: true)) }
  }

  /// `shown` holds the papers that effects are about, which need not be in the library.
  func run(_ effect: Effect, library: Library, shown: Library) {
    switch effect {
    case .commit(let change): store.commit(change, editedIn: takeEditedText(of: change))
    case .take(let papers, let change):
      store.commit(change, taking: papers, editedIn: takeEditedText(of: change))
    case .undo: store.undo()
    case .redo: store.redo()
    case .fetch(let names, let isForced): startFetch(names, isForced: isForced, library)
    case .cancelFetch: fetch?.cancel()
    case .fetchVersion(let reference): fetchVersion(reference)
    case .searchArXiv(let query, let start, let promised):
      search(
        SearchJob(workspace: workspace, query: query, start: start, promised: promised))
    case .cancelArXivSearch: search?.cancel()
    case .findSimilar(let paper): findPapers(similarTo: paper, in: library)
    case .readSources: readSources(library)
    case .openInBrowser(let address): open(address)
    case .openPDF(let id): openPDF(shown.paper(id) ?? library.paper(id), named: id)
    case .cancelDownloads: for task in downloads.values { task.cancel() }
    case .editNotes(let id, let notes): edit(notes, of: shown.paper(id) ?? library.paper(id))
    case .copy(let part, let ids): copy(part, of: ids, shown: shown, library)
    case .putOnClipboard(let text): putOnClipboard(text)
    case .pipe(let form, let ids, let command):
      pipe(form, of: ids, shown: shown, library, through: command)
    case .cancelPipe: piping?.cancel()
    case .export(let ids, let request): export(ids, request, shown: shown, library)
    case .listFolder(let folder): listFolder(folder)
    case .log(let text, let isError): log(text, isError: isError)
    // The screen is shown once all events are dealt with.
    case .redraw: terminal.forgetScreen()
    case .suspend: terminal.stopProcess()
    case .saveSession(let session): sessions.write(session)
    case .quit: isDone = true
    }
  }

  /// Says which texts of the editor an earlier run left unsaved.
  func reportUnsavedNotes() {
    let (inbox, state) = (inbox, workspace.settings.paths.state)
    files.async {
      let names = NoteFile.unsaved(stateFolder: state)
      guard let first = names.first else { return }
      let others = names.count > 1 ? " (and \(names.count - 1) more)" : ""
      inbox.post(
        .reported(
          "notes of '\(first)'\(others) were edited and not saved;"
            + " :edit-notes or 'paperq note' goes on with them", isError: false))
    }
  }

  /// Waits for the files that are being written, for copies, and for the command that papers are
  /// given to, which quitting stops. Tells why the session could not be saved; nil when it is.
  func finish() -> String? {
    piping?.cancel()
    unfinished.wait()
    return sessions.finish()
  }

  private func startFetch(_ names: [String]?, isForced: Bool, _ library: Library) {
    let job = FetchJob(
      workspace: workspace, names: names, isForced: isForced, library: library)
    let (inbox, store) = (inbox, store)
    fetch = Task.detached {
      let outcome = await job.run { source, news in
        inbox.post(.fetchProgressed(source: source, news))
      } merge: { papers throws(StoreError) in
        try await store.merge(papers)
      } record: { answer throws(StoreError) in
        try await store.record(answer)
      } count: { source, window in
        await store.count(ofSource: source.name, submitted: window)
      }
      inbox.post(.fetchEnded(outcome))
    }
  }

  /// Takes in one version of a paper, for comparing it with the one in the library.
  private func fetchVersion(_ reference: ArXivReference) {
    let (inbox, store, workspace) = (inbox, store, workspace)
    Task.detached {
      let failure = await VersionFetch(workspace: workspace).fetch(reference) { papers in
        _ = try await store.merge(papers)
      }
      inbox.post(.versionFetched(reference, failure: failure?.message))
    }
  }

  private func search(_ job: SearchJob) {
    search?.cancel()
    let inbox = inbox
    search = Task.detached {
      if let event = await job.run() { inbox.post(event) }
    }
  }

  private func findPapers(similarTo paper: Paper, in library: Library) {
    let inbox = inbox
    likeness.async { inbox.post(.similarFound(paper.id, library.papers(similarTo: paper))) }
  }

  private func readSources(_ library: Library) {
    let (inbox, workspace) = (inbox, workspace)
    files.async {
      do throws(StoreError) {
        inbox.post(.sourcesRead(try workspace.sourceReports(of: library, now: Workspace.now)))
      } catch {
        inbox.post(.reported(error.message, isError: true))
      }
    }
  }

  private func open(_ address: WebAddress) {
    let inbox = inbox
    do {
      try Browser(settings: workspace.settings).open(address, inForeground: false) { failure in
        inbox.post(.reported(failure, isError: true))
      }
    } catch {
      inbox.post(.reported(error.message ?? "cannot open the browser", isError: true))
    }
  }

  private func openPDF(_ paper: Paper?, named id: ArXivID) {
    guard let paper else {
      return inbox.post(.pdfEnded(id, .failed("'\(id)' is no longer in the library")))
    }
    let job = PDFJob(workspace: workspace, paper: paper)
    let inbox = inbox
    downloads[id] = Task.detached { await job.run { inbox.post($0) } }
  }

  /// Gives the terminal to the user's editor, and takes in what it left.
  private func edit(_ notes: [Note], of paper: Paper?) {
    guard let paper else { return }
    let (id, settings) = (paper.id, workspace.settings)
    let file = NoteFile(.notes, of: id, stateFolder: settings.paths.state)
    // Its text is still in the file, and would be noted again.
    guard editedTexts[id] == nil, !store.isSaving(file) else {
      return report("the notes of '\(id)' are just being saved; edit them again when they are")
    }
    terminal.suspend()
    defer { terminal.resume() }
    do {
      if try file.unsavedText()?.isSaved(in: notes, of: paper) ?? false { file.remove() }
      let template = settings.configuration.noteTemplate
      let beginning = try file.begin(
        with: NotesDocument(paper: paper, notes: notes, template: template).text)
      let edited = try Editor(environment: settings.environment).edit(file)
      let document = NotesDocument(paper: paper, notes: notes, begunAs: beginning)
      do throws(NotesDocument.Failure) {
        let edits = try document.edits(from: edited, at: Workspace.now)
        guard !edits.isEmpty else {
          file.remove()
          return inbox.post(.notesEdited(id, []))
        }
        editedTexts[id] = EditedText(file: file, text: edited)
        inbox.post(.notesEdited(id, edits))
      } catch {
        let reason = "nothing is saved: the lines that part the notes are gone"
        guard !edited.allSatisfy(\.isWhitespace) else {
          file.remove()
          return report(reason)
        }
        // With the lines back above it, the text is a new note when it is gone on with.
        try file.keep(document.text + edited + "\n")
        report(file.failure(.badInput, reason).message ?? reason)
      }
    } catch let failure as CommandFailure {
      report(failure.message ?? "nothing is saved")
    } catch let error as StoreError {
      report(error.message)
    } catch {
      report("nothing is saved: \(error)")
    }
  }

  /// The text of the editor that a change comes from.
  private func takeEditedText(of change: LibraryChange) -> EditedText? {
    guard change.action == .editNotes else { return nil }
    return change.steps.first.flatMap { editedTexts.removeValue(forKey: $0.id) }
  }

  private func log(_ text: String, isError: Bool) {
    let log = LogFile(stateFolder: workspace.settings.paths.state)
    let time = Workspace.now
    unfinished.run(on: files) { log.write(text, isError: isError, at: time) }
  }

  private func report(_ message: String) {
    inbox.post(.reported(message, isError: true))
  }
}
