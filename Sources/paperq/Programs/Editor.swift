import ArgumentParser
import Foundation
import Glibc
import LibraryStore

/// The user's editor, for notes.
struct Editor {
  let environment: Environment

  /// The editor of `$VISUAL`, or else `$EDITOR`, or else `vi`, with its arguments.
  func program(for file: String) throws(CommandFailure) -> Program {
    let variable = environment["VISUAL"] != nil ? "VISUAL" : "EDITOR"
    guard let words = CommandWords.split(environment[variable] ?? "vi") else {
      throw CommandFailure(
        .configuration, "cannot run the editor: a quote in '$\(variable)' is not closed")
    }
    return Program((words.isEmpty ? ["vi"] : words) + [file])
  }

  /// Lets the user edit a text and gives what came of it, without the newline at its end.
  func text(beginningWith text: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.path()
    let file = "\(folder)/paperq-note-\(String.random(ofLength: 8)).md"
    try AtomicFile.write(Array(text.utf8), to: file)
    defer { unlink(file) }
    let program = try program(for: file)
    let status: Int32
    do throws(ProgramError) {
      status = try program.runInForeground(environment: environment)
    } catch {
      throw CommandFailure(.disk, "\(error.message); set VISUAL to your editor")
    }
    guard status == 0 else {
      throw CommandFailure(
        .nothing, "nothing is saved, for '\(program.words[0])' ended with status \(status)")
    }
    let bytes = try FileContents.read(file)?.bytes ?? []
    guard let edited = String(validating: bytes, as: UTF8.self) else {
      throw CommandFailure(.badInput, "nothing is saved, for the text is not UTF-8")
    }
    return edited.hasSuffix("\n") ? String(edited.dropLast()) : edited
  }
}
