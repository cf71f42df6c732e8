import Papers
import TerminalGrid

/// A question that is answered by one key, or a menu.
struct Question: Equatable, Sendable {
  enum Kind: Equatable, Sendable {
    /// `y` takes the one choice, `n` and Escape leave it.
    case yesNo
    /// Enter takes the choice that is selected; `j` and `k` select another.
    case menu(selected: Int)
  }

  /// A choice of a menu, or the `y` of a question.
  struct Choice: Equatable, Sendable {
    /// What is typed to take it: a character, or the digits of a number.
    var key: String
    var label: String
    var shortening = Shortening.cutAtEnd
    var outcome: Outcome

    /// The label in at most so many columns.
    func label(columns: Int) -> String {
      if label.displayWidth <= columns { return label }
      return switch shortening {
      case .cutAtEnd: label.truncated(toColumns: columns)
      case .cutInMiddle: label.truncatedInMiddle(toColumns: columns)
      case .replaced(let text): text.truncated(toColumns: columns)
      }
    }
  }

  /// What becomes of a label for which there is no room.
  enum Shortening: Equatable, Sendable {
    case cutAtEnd
    /// For an address, whose end tells as much as its beginning.
    case cutInMiddle
    /// What matters least is left out; the rest is cut at its end if it must be.
    case replaced(by: String)
  }

  /// What taking a choice leads to.
  enum Outcome: Equatable, Sendable {
    case intent(Intent)
    /// An order, or nil for that of the view.
    case sort(SortOrder?)
    /// An address in the browser, with what to call it.
    case browse(WebAddress, name: String)
    /// The page of a paper of the library.
    case page(ArXivID)
    /// Papers to be exported.
    case export([ArXivID], ExportRequest)
    /// A format to export papers in, to a place that is asked for.
    case exportAs(ExportFormat, [ArXivID])
    /// A part of papers for the clipboard.
    case copy(CopiedPart, [ArXivID])
    case quit
  }

  private(set) var kind: Kind
  let text: String
  let choices: [Choice]
  /// Digits of a number that may go on: 1 of 12.
  private(set) var typed = ""
  /// What was typed that led to it, and is there again when nothing is to be done.
  var origin: Prompt?

  /// A question that `y` answers with an outcome.
  static func yesOrNo(_ text: String, yes: String = "yes", _ outcome: Outcome) -> Question {
    Question(
      kind: .yesNo, text: text, choices: [Choice(key: "y", label: yes, outcome: outcome)])
  }

  static func menu(_ text: String, _ choices: [Choice], selected: Int = 0) -> Question {
    Question(kind: .menu(selected: selected), text: text, choices: choices)
  }

  /// The choice that Enter takes; nil in a question of yes and no.
  var selected: Int? {
    if case .menu(let selected) = kind { selected } else { nil }
  }

  /// Selects a choice of a menu, for digits that were typed or by a move.
  mutating func select(_ index: Int, typed digits: String = "") {
    guard case .menu = kind else { return }
    kind = .menu(selected: index)
    typed = digits
  }
}
