import Glibc
import LibraryStore

/// What `paperq doctor --repair` does: mends the library and what paperq keeps beside it.
struct LibraryRepair {
  let context: CommandContext

  /// Tells what was done, a line each.
  func mend() throws -> [String] {
    var done = try mendState()
    // There is nothing to mend in a library that is not there.
    guard access(context.paths.library, F_OK) == 0 else { return done }
    let store = LibraryStore(
      folder: context.paths.library,
      device: try DeviceName.kept(in: context.paths.state) ?? "device",
      lockTimeout: 10, now: { Workspace.now })
    done += try store.mend()
    return done
  }

  private func mendState() throws(StoreError) -> [String] {
    var file = SessionFile(stateFolder: context.paths.state)
    return try file.mend().map { [$0] } ?? []
  }
}
