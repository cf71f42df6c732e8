import Dispatch
import LibraryStore
import Papers
import QueueUI

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
  private let queue = DispatchQueue(label: "paperq.store", qos: .userInitiated)
  private let inbox: EventInbox
  private let workspace: Workspace

  init(workspace: Workspace, inbox: EventInbox) {
    self.workspace = workspace
    self.inbox = inbox
    confined = Confined(store: workspace.makeStore(lockTimeout: nil))
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
      } catch {
        inbox.post(.libraryFailed(error.message))
      }
    }
  }

  /// Saves a change. A file that it was edited in goes when it is saved, and is named when not.
  func commit(_ change: LibraryChange, editedIn file: NoteFile? = nil) {
    queue.async { [self] in
      do throws(StoreError) {
        inbox.post(.committed(change, try confined.store.commit(change)))
        file?.remove()
      } catch {
        inbox.post(.commitFailed(change, message: error.message + (file?.keptHint ?? "")))
      }
    }
  }

  func undo() {
    queue.async { [self] in
      do throws(StoreError) {
        guard let step = try confined.store.undo() else { return inbox.post(.nothingToUndo) }
        inbox.post(.undone(action: step.action, ids: step.ids, step.update))
      } catch {
        inbox.post(.undoFailed(message: error.message))
      }
    }
  }

  func redo() {
    queue.async { [self] in
      do throws(StoreError) {
        guard let step = try confined.store.redo() else { return inbox.post(.nothingToRedo) }
        inbox.post(.redone(action: step.action, ids: step.ids, step.update))
      } catch {
        inbox.post(.undoFailed(message: error.message))
      }
    }
  }

  /// Reads what another program wrote.
  func reload() {
    queue.async { [self] in
      do throws(StoreError) {
        let update = try confined.store.reload()
        if !update.isEmpty { inbox.post(.libraryChanged(update)) }
      } catch {
        inbox.post(.reported(error.message, isError: true))
      }
    }
  }

  /// Takes in the papers of a feed, and returns when they are on disk.
  func merge(_ papers: [Paper]) async throws(StoreError) -> FeedMerge {
    let result: Result<FeedMerge, StoreError> = await withCheckedContinuation { continuation in
      queue.async { [self] in
        do throws(StoreError) {
          let (merge, update) = try confined.store.merge(papers)
          if !update.isEmpty {
            inbox.post(
              .papersArrived(new: merge.new.count, changed: merge.changed.count, update))
          }
          continuation.resume(returning: .success(merge))
        } catch {
          continuation.resume(returning: .failure(error))
        }
      }
    }
    return try result.get()
  }
}
