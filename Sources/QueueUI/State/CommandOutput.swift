import Papers
import TerminalGrid

/// What a command of the user's printed, and how it ended.
package struct CommandOutput: Equatable, Sendable {
  /// How a command ended.
  package enum End: Equatable, Sendable {
    /// By itself, with this status.
    case status(Int)
    /// The user stopped it.
    case cancelled
    /// It printed more than is shown, and was stopped.
    case cut
    /// It could not be run; with the reason.
    case failed(String)
  }

  /// The command line as it was typed.
  package var command: String
  /// What it printed on its output and as errors, as far as that is shown.
  package var text: String
  /// How it ended.
  package var end: End

  package init(command: String, text: String, end: End) {
    self.command = command
    self.text = Self.plain(text)
    self.end = end
  }

  /// Whether there is nothing to be read.
  var isBlank: Bool { text.allSatisfy(\.isWhitespace) }

  /// What to say of the end, when it is not the usual one.
  var remark: String? {
    switch end {
    case .status(0): nil
    case .status(let status): "'\(command)' ended with status \(status)"
    case .cancelled: "'\(command)' was stopped"
    case .cut: "'\(command)' printed more; it was stopped"
    case .failed(let reason): reason
    }
  }

  /// A text without what drives a terminal: control sequences go, tabs become blanks, and a return
  /// begins a new line.
  private static func plain(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var column = 0
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      switch scalar {
      case "\u{1B}":
        skipSequence(in: &rest)
      case "\n", "\r":
        if scalar == "\r", rest.first == "\n" { rest.removeFirst() }
        result.append("\n")
        column = 0
      case "\t":
        let blanks = 8 - column % 8
        result.append(contentsOf: repeatElement(" ", count: blanks))
        column += blanks
      default:
        guard !scalar.isControl else { continue }
        result.append(scalar)
        column += 1
      }
    }
    return String(result)
  }

  /// Goes past what belongs to an escape: a control sequence to its final byte, a command to the
  /// terminal to its end, else one character.
  private static func skipSequence(in rest: inout Substring.UnicodeScalarView) {
    guard let kind = rest.first, kind != "\n", kind != "\u{1B}" else { return }
    rest.removeFirst()
    switch kind {
    case "[":
      while let scalar = rest.first, (0x20..<0x40).contains(scalar.value) { rest.removeFirst() }
      if let scalar = rest.first, (0x40..<0x7F).contains(scalar.value) { rest.removeFirst() }
    case "]", "P", "_", "^", "X":
      while let scalar = rest.first, !"\u{7}\u{1B}\n".unicodeScalars.contains(scalar) {
        rest.removeFirst()
      }
      if rest.first == "\u{7}" {
        rest.removeFirst()
      } else if rest.starts(with: "\u{1B}\\".unicodeScalars) {
        rest.removeFirst(2)
      }
    default:
      break
    }
  }
}
