import Glibc

/// The programs through which a text gets onto a clipboard beside the terminal.
struct Clipboard: Sendable {
  let environment: Environment

  /// Of each list the first program that does it is enough: the desktop's clipboard, and tmux's
  /// buffer, which reaches the terminal outside whatever tmux lets through.
  var programs: [[Program]] {
    var desktop: [Program] = []
    if environment["WAYLAND_DISPLAY"] != nil { desktop.append(Program(["wl-copy"])) }
    if environment["DISPLAY"] != nil {
      desktop.append(Program(["xclip", "-selection", "clipboard", "-in"]))
      desktop.append(Program(["xsel", "--clipboard", "--input"]))
    }
    desktop.append(Program(["pbcopy"]))
    let tmux = environment["TMUX"] == nil ? [] : [[Program(["tmux", "load-buffer", "-w", "-"])]]
    return [desktop] + tmux
  }

  /// How long a program may take: they take the text and go to the background.
  private static let seconds = 3

  /// What came of a copy.
  struct Outcome: Equatable {
    /// The names of the programs that have the text.
    var takers: [String] = []
    /// Why others have not, though they are there.
    var failures: [String] = []
  }

  /// Gives the text to the programs that are there. Waits for them, but never long.
  func copy(_ text: String) -> Outcome {
    var outcome = Outcome()
    for choices in programs {
      for program in choices {
        let name = program.words[0]
        guard let path = path(of: name) else { continue }
        let words = [path] + program.words.dropFirst()
        guard let reason = failure(of: Program(words), text) else {
          outcome.takers.append(name)
          break
        }
        outcome.failures.append("'\(name)' \(reason)")
      }
    }
    return outcome
  }

  /// Why a program did not take the text; nil when it did.
  private func failure(of program: Program, _ text: String) -> String? {
    do throws(ProgramError) {
      let end = try PipedProgram(program, environment: environment)
        .run(input: Array(text.utf8), outputLimit: nil, seconds: Self.seconds).end
      return switch end {
      case .status(0): nil
      case .status(let status): "ended with status \(status)"
      case .cancelled, .cut, .outOfTime: "did not end within \(Self.seconds) s"
      }
    } catch {
      return error.reason
    }
  }

  /// Where a program is; nil when it is not installed.
  private func path(of name: String) -> String? {
    (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }
      .first { access($0, X_OK) == 0 }
  }
}
