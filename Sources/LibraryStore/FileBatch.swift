import Glibc

/// Several files that are replaced together: all of them or, when anything fails, none.
///
/// The new contents are written beside the old before anything is replaced, so that a full disk is
/// noticed while there is still nothing to take back.
struct FileBatch {
  private struct Step {
    let replacement: FileReplacement
    /// What was in the file, to be put back; nil when there was no file.
    let old: () -> [UInt8]?
  }

  private let calls: FileSystemCalls
  private var steps: [Step] = []

  init(calls: FileSystemCalls) {
    self.calls = calls
  }

  /// Writes the new contents of one more file; `old` gives what to put back, nil for no file. When
  /// it throws, the batch must be discarded.
  mutating func add(
    _ path: String, new: [UInt8], old: @escaping () -> [UInt8]?
  ) throws(StoreError) {
    let replacement = try FileReplacement(of: path, with: new, calls: calls)
    steps.append(Step(replacement: replacement, old: old))
  }

  /// Removes what was prepared.
  func discard() {
    for step in steps { step.replacement.discard(calls: calls) }
  }

  /// Replaces the files and returns when that is on the disk. When it throws, the old contents are
  /// back in their places, as far as the disk lets us; `takeBack` is called then, while files of the
  /// batch are left to tell of it.
  func carryOut(orElse takeBack: () -> Void = {}) throws(StoreError) {
    var replaced: [Step] = []
    do throws(StoreError) {
      for step in steps {
        try step.replacement.carryOut(calls: calls)
        replaced.append(step)
      }
      var synced: Set<String> = []
      for step in steps
      where synced.insert(Path.folder(of: step.replacement.target)).inserted {
        try step.replacement.sync(calls: calls)
      }
    } catch {
      for step in replaced.reversed() { putBack(step) }
      takeBack()
      for step in steps.dropFirst(replaced.count) { step.replacement.discard(calls: calls) }
      throw error
    }
  }

  private func putBack(_ step: Step) {
    if let old = step.old() {
      // The failure that made us put it back is the one to report.
      try? AtomicFile.write(old, to: step.replacement.target, calls: calls)
    } else {
      _ = calls.unlink(step.replacement.target)
    }
  }
}
