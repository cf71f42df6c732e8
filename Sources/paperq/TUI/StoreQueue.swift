import LibraryStore
import Papers
import QueueUI
import Synchronization
import WorkThreads

/// The library store on a thread of its own: everything that waits for the disk or for another
/// program's lock happens here, in order, and its outcome is posted as an event.
final class StoreQueue: Sendable {
  /// The store, which is touched by the queue's blocks alone.
  ///
  /// Sendable by this proof: the box is private to `StoreQueue`, and `store` is read only in blocks
  /// of one serial queue, which never run at the same time.
  private struct Confined: @unchecked Sendable {
    let store: LibraryStore
  }

  private let confined: Confined
  private let watcher = Mutex<LibraryWatcher?>(nil)
  private let queue = WorkQueue()
  /// The files of edits that are waiting to be saved.
  private let editedFiles = Mutex<[NoteFile]>([])
  private let inbox: EventInbox
  private let workspace: Workspace

  init(workspace: Workspace, inbox: EventInbox) {
    self.workspace = workspace
    self.inbox = inbox
    confined = Confined(store: workspace.makeStore(lockTimeout: 1))
  }

  /// Runs what needs the library's lock, again and again while another program holds it, and passes
  /// on what was found wrong with its files.
  private func locking<Result>(
    _ body: (LibraryStore) throws(StoreError) -> Result
  ) throws(StoreError) -> Result {
    while true {
      do throws(StoreError) {
        let result = try body(confined.store)
        for warning in confined.store.takeWarnings() {
          inbox.post(.reported(warning, isError: true))
        }
        return result
      } catch {
        guard case .locked = error else { throw error }
        inbox.post(.waitingForLock)
      }
    }
  }

  /// Opens the library and hands over its months, the newest first.
  func open() {
    queue.async { [self] in
      do throws(StoreError) {
        let opening = try workspace.open(confined.store) { [inbox] update in
          inbox.post(.monthsLoaded(update))
        }
        inbox.post(
          .libraryOpened(
            LibraryOpening(warnings: opening.warnings, isReadOnly: opening.isReadOnly)))
        watch()
        prepareSearch(in: opening.library)
      } catch {
        inbox.post(.libraryFailed(error.message))
      }
    }
  }

  /// Listens to what other programs do to the library, from when its folders are there.
  private func watch() {
    let started = LibraryWatcher(folder: workspace.settings.paths.library) { [weak self] in
      self?.reload()
    }
    watcher.withLock { $0 = started }
  }

  /// Folds the texts for the first search, the newest month first, while nobody waits for it.
  private func prepareSearch(in library: Library) {
    // Without a thread the first search does it.
    _ = WorkThread.start {
      for (_, shelf) in library.shelves.sorted(by: { $0.key > $1.key }) {
        shelf.papers.prepareSearch()
      }
    }
  }

  /// Saves a change, and first takes in papers that it is about.
  ///
  /// A file that it was edited in goes when it is saved, and is named when not.
  func commit(
    _ change: LibraryChange, taking papers: [Paper] = [], editedIn edited: EditedText? = nil
  ) {
    if let edited { editedFiles.withLock { $0.append(edited.file) } }
    queue.async { [self] in
      // What was taken in stays, whatever becomes of the change.
      var arrived = LibraryUpdate()
      do throws(StoreError) {
        let update = try locking { (store) throws(StoreError) in
          arrived = arrived.followed(by: try store.merge(papers).update)
          return try store.commit(change)
        }
        edited?.remove()
        forget(edited)
        inbox.post(.committed(change, arrived.followed(by: update)))
      } catch {
        forget(edited)
        if !arrived.isEmpty { inbox.post(.libraryChanged(arrived)) }
        inbox.post(.commitFailed(change, message: error.message + (edited?.file.keptHint ?? "")))
      }
    }
  }

  /// Whether what was edited in a file is on its way to the disk.
  func isSaving(_ file: NoteFile) -> Bool {
    editedFiles.withLock { $0.contains(file) }
  }

  private func forget(_ edited: EditedText?) {
    editedFiles.withLock { $0.removeAll { $0 == edited?.file } }
  }

  /// Takes the last action back.
  func undo() {
    step(or: .nothingToUndo, Event.undone) { (store) throws(StoreError) in try store.undo() }
  }

  /// Does again what was taken back last.
  func redo() {
    step(or: .nothingToRedo, Event.redone) { (store) throws(StoreError) in try store.redo() }
  }

  /// Goes a step through the journal, and tells what it did or that there is none to go.
  private func step(
    or nothing: Event, _ done: @escaping @Sendable (LibraryChange, LibraryUpdate) -> Event,
    _ body: @escaping @Sendable (LibraryStore) throws(StoreError) -> LibraryStore.JournalStep?
  ) {
    queue.async { [self] in
      do throws(StoreError) {
        let step = try locking(body)
        inbox.post(step.map { done($0.change, $0.update) } ?? nothing)
      } catch {
        inbox.post(.undoFailed(message: error.message))
      }
    }
  }

  /// Reads what another program wrote.
  func reload() {
    queue.async { [self] in
      do throws(StoreError) {
        let update = try locking { (store) throws(StoreError) in try store.reload() }
        if !update.isEmpty { inbox.post(.libraryChanged(update)) }
      } catch {
        inbox.post(.reported(error.message, isError: true))
      }
    }
  }

  /// Takes in the papers of a feed, and returns when they are on disk.
  func merge(_ papers: [Paper]) async throws(StoreError) -> FeedMerge {
    try await inTurn { [self] () throws(StoreError) in
      let (merge, update) = try locking { (store) throws(StoreError) in try store.merge(papers) }
      if !update.isEmpty {
        inbox.post(.papersArrived(update))
      }
      return merge
    }
  }

  /// How many papers a source brought that were submitted in a window.
  func count(ofSource name: String, submitted window: ClosedRange<Timestamp>) async -> Int {
    await inTurn { [self] in
      confined.store.library.count(ofSource: name, submitted: window)
    }
  }

  /// Takes in what the ledger of a source is to know, and returns when that is on disk.
  func record(_ answer: SourceAnswer) async throws(StoreError) {
    try await inTurn { [self] () throws(StoreError) in
      try locking { (store) throws(StoreError) in try answer.record(in: store) }
    }
  }

  /// Runs something behind what waits already, and returns when it is over.
  private func inTurn<Value: Sendable, Failure>(
    _ body: @escaping @Sendable () throws(Failure) -> Value
  ) async throws(Failure) -> Value {
    let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Result(catching: body)) }
    }
    return try result.get()
  }
}
