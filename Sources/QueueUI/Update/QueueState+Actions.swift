import Papers
import TerminalGrid

extension QueueState {
  /// Does an action on the present screen, with what stood after its name on the command line.
  mutating func perform(_ action: Action, argument: String = "") -> [Effect] {
    if action != .fetch, action != .command { freshArgument = nil }
    if context == .triage { triage?.followsUndo = action == .undo || action == .redo }
    if context == .triage, let verdict = Triage.Verdict(action) { return judge(verdict) }
    if context == .page, KeyContext.amongRows.contains(action), isOverTriage {
      return stayInTriage(action)
    }
    switch action {
    case .moveDown: return move(by: 1)
    case .moveUp: return move(by: -1)
    case .halfPageDown: return move(by: max(1, pageRows / 2))
    case .halfPageUp: return move(by: -max(1, pageRows / 2))
    case .pageDown: return move(by: max(1, pageRows - 1))
    case .pageUp: return move(by: -max(1, pageRows - 1))
    case .moveToTop: return move(by: -.max)
    case .moveToBottom: return move(by: .max)
    case .scrollDown: return scroll(by: 1)
    case .scrollUp: return scroll(by: -1)
    case .nextUnread: return moveToUnread(step: 1)
    case .previousUnread: return moveToUnread(step: -1)
    case .open: return open()
    case .back: return back()
    case .quit: return quit()
    case .nextView: return showTab(step: 1)
    case .previousView: return showTab(step: -1)
    case .showView: return showTab(named: argument)
    case .toggleRead: return askForTargets(.toggleRead)
    case .toggleQueued: return askForTargets(.toggleQueued)
    case .moveUpInQueue: return moveInQueue(.moveInQueue(-1))
    case .moveDownInQueue: return moveInQueue(.moveInQueue(1))
    case .moveToQueueTop: return moveInQueue(.moveToQueueEnd(isTop: true))
    case .moveToQueueBottom: return moveInQueue(.moveToQueueEnd(isTop: false))
    case .toggleReading: return askForTargets(.toggleReading)
    case .toggleDismissed: return askForTargets(.toggleDismissed)
    case .toggleStar: return askForTargets(.toggleStar)
    case .setDepth: return setDepth(argument)
    case .annotate: return annotate(argument)
    case .editNotes: return editNotes()
    case .editTags: return editTags(argument)
    case .toggleMark: return toggleMark()
    case .markRange: return toggleRange()
    case .markAllRead: return markAllRead()
    case .triage: return startTriage()
    case .skip: return skip()
    case .nextPaper: return showPage(step: 1)
    case .previousPaper:
      return context == .triage ? showPreviousOfTriage() : showPage(step: -1)
    case .readOn: return readOn()
    case .search: return search(argument)
    case .nextMatch: return context == .page ? findAgain(step: 1) : moveToMatch(step: 1)
    case .previousMatch: return context == .page ? findAgain(step: -1) : moveToMatch(step: -1)
    case .filter: return filter(argument)
    case .clearFilter: return clearFilter()
    case .sort: return sort(argument)
    case .fetch: return startFetch(argument)
    case .searchArXiv: return searchArXiv(argument)
    case .showSources: return showSources()
    case .messages: return showMessages()
    case .showChanges: return showChanges()
    case .similar: return showSimilar()
    case .openBrowser: return openBrowser()
    case .openLink: return openLink(argument)
    case .openPDF: return openPDF()
    case .yank: return yank(argument)
    case .pipe: return pipe(.paper, through: argument)
    case .pipeNotes: return pipe(.notes, through: argument)
    case .export: return export(argument)
    case .chooseExport: return chooseExport()
    case .widenPreview: return widenPreview(by: Self.splitStep)
    case .narrowPreview: return widenPreview(by: -Self.splitStep)
    case .resetPreview: return resetPreview()
    case .togglePreview: return togglePreview()
    case .command:
      prompt = Prompt(.command)
      return []
    case .undo: return context == .triage ? takeBackInTriage() : ask(.undo)
    case .redo: return ask(.redo)
    case .help: return showHelp()
    case .redraw: return [.redraw]
    case .suspend: return [.suspend]
    }
  }
}
