import CursesTerminal
import Dispatch
import PaperExport
import Papers
import QueueUI
import WorkThreads

extension EffectRunner {
  /// Makes the text away from the keys, for there may be many papers, and each is decoded.
  func copy(_ part: CopiedPart, of ids: [ArXivID], shown: Library, _ library: Library) {
    unfinished.run(on: copying) { [inbox] in
      let items = ids.compactMap { ExportItem($0, shown: shown, library) }
      if let text = part.text(of: items) {
        inbox.post(.textToCopyMade(text))
      } else {
        let papers = items.count == 1 ? "\(items[0].paper.id) has" : "these papers have"
        inbox.post(.reported("\(papers) no \(part.name(count: items.count))", isError: true))
      }
    }
  }

  /// Copies by the terminal and by the programs that are there, and says by which.
  func putOnClipboard(_ text: CopiedText) {
    let isSent = terminal.copyToClipboard(text.text)
    let clipboard = Clipboard(environment: workspace.settings.environment)
    unfinished.run(on: copying) { [inbox] in
      let outcome = clipboard.copy(text.text)
      inbox.post(outcome.report(on: text, isSentToTerminal: isSent))
    }
  }
}

extension Clipboard.Outcome {
  /// What to tell the user.
  func report(on text: CopiedText, isSentToTerminal: Bool) -> Event {
    let ways = (isSentToTerminal ? ["the terminal"] : []) + takers
    let reason = failures.isEmpty ? "" : "; " + failures.joined(separator: "; ")
    guard let last = ways.last else {
      return .reported(
        "cannot copy \(text.name): neither the terminal nor a program takes it\(reason)",
        isError: true)
    }
    let list =
      ways.count > 1 ? ways.dropLast().joined(separator: ", ") + " and " + last : last
    let words = "copied \(text.name) by \(list)\(reason)"
    return failures.isEmpty ? .confirmed(words) : .reported(words, isError: true)
  }
}
