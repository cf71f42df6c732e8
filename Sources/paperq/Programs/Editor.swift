import ArgumentParser
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

  /// Lets the user edit a file and gives what came of it, without the newline at its end.
  ///
  /// The file stays: only the caller knows when its text is saved.
  func edit(_ file: NoteFile) throws(CommandFailure) -> String {
    do {
      let program = try program(for: file.path)
      let status = try program.runInForeground(environment: environment)
      guard status == 0 else {
        throw file.failure(
          .nothing, "nothing is saved, for '\(program.words[0])' ended with status \(status)")
      }
      guard let text = try file.text() else {
        throw file.failure(.badInput, "nothing is saved, for the text is not UTF-8")
      }
      return text
    } catch let failure as CommandFailure {
      throw failure
    } catch let error as ProgramError {
      throw file.failure(.disk, "\(error.message); set VISUAL to your editor")
    } catch let error as StoreError {
      throw file.failure(.disk, error.message)
    } catch {
      throw file.failure(.disk, "nothing is saved: \(error)")
    }
  }
}
