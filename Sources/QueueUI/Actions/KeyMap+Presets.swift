import TerminalGrid

extension KeyMap {
  /// A set of keys that users of another program know.
  package enum Preset: String, CaseIterable, Sendable {
    case vim, newsboat, mutt
  }

  /// Keys by action on a screen, the first of each shown in hints. Keys of an action are parted by
  /// blanks.
  static func keys(of preset: Preset, in context: KeyContext) -> [(Action, String)] {
    let all = context == .triage ? overlay(triage, on: keys(of: preset)) : keys(of: preset)
    return all.filter { context.actions.contains($0.0) }
  }

  private static func keys(of preset: Preset) -> [(Action, String)] {
    let own: [(Action, String)] =
      switch preset {
      case .vim: [(.quit, "Q ^C ZZ")]
      case .newsboat:
        [
          (.toggleRead, "N"), (.fetch, "R r"), (.nextUnread, "n ]"), (.previousUnread, "p ["),
          (.nextMatch, "^G"), (.previousMatch, "Alt-g"), (.filter, "F f"), (.clearFilter, "^F c"),
          (.sort, "g G O"), (.moveToTop, "Home"), (.moveToBottom, "End"), (.moveDown, "j Down"),
          (.moveUp, "k Up"), (.pageDown, "PgDn"), (.pageUp, "PgUp"), (.nextView, "Tab ^N"),
          (.previousView, "BackTab ^P"), (.openLink, "u L"), (.openPDF, "P"), (.undo, "U"),
          (.toggleQueued, "e w"), (.editNotes, "Alt-e"), (.toggleStar, "^B *"), (.export, "s"),
          (.showSources, "E"), (.toggleDismissed, "D x"), (.editTags, "t ^E"),
        ]
      case .mutt:
        [
          (.toggleRead, "N r"), (.nextUnread, "Tab"), (.previousUnread, "BackTab"),
          (.toggleMark, "t"), (.markRange, "V"), (.editTags, "Y"), (.toggleStar, "F"),
          (.toggleDismissed, "d"), (.toggleReading, "I"), (.filter, "l f"), (.sort, "o O"),
          (.open, "Enter Space Right"), (.back, "q Esc i x Left"), (.moveToTop, "= Home g"),
          (.moveToBottom, "* End"), (.pageDown, "z PgDn ^F"), (.pageUp, "Z PgUp ^B"),
          (.halfPageDown, "] ^D"), (.halfPageUp, "[ ^U"), (.nextView, "."), (.previousView, ","),
          (.previousMatch, "Alt-n"), (.fetch, "G R"), (.openBrowser, "B"), (.openPDF, "v p"),
          (.showChanges, "C"), (.export, "s E"), (.showSources, "Alt-s"),
          (.widenPreview, "Alt-<"), (.narrowPreview, "Alt->"), (.resetPreview, "Alt-="),
          (.togglePreview, "Alt-z"),
        ]
      }
    return overlay(own, on: common)
  }

  /// Keys of actions in place of others; what they take is gone from other actions.
  private static func overlay(
    _ own: [(Action, String)], on others: [(Action, String)]
  ) -> [(Action, String)] {
    let replaced = Set(own.map(\.0))
    let taken = Set(own.flatMap { $0.1.split(separator: " ") })
    return own
      + others.filter { !replaced.contains($0.0) }.map { action, keys in
        (action, keys.split(separator: " ").filter { !taken.contains($0) }.joined(separator: " "))
      }
  }

  /// Where one paper comes after the other, letters move between papers and arrows scroll.
  private static let triage: [(Action, String)] = [
    (.skip, "Space n j ]"), (.previousPaper, "k ["), (.moveDown, "Down"), (.moveUp, "Up"),
    (.open, "Enter l Right"),
  ]

  private static let common: [(Action, String)] = [
    (.moveDown, "j Down ^N"), (.moveUp, "k Up ^P"), (.halfPageDown, "^D"), (.halfPageUp, "^U"),
    (.pageDown, "^F PgDn"), (.pageUp, "^B PgUp"), (.moveToTop, "g Home"),
    (.moveToBottom, "G End"), (.nextUnread, "]"), (.previousUnread, "["),
    (.open, "Enter l Right"), (.back, "q Esc h Left"), (.quit, "Q ^C"), (.nextView, "Tab"),
    (.previousView, "BackTab"), (.toggleRead, "r"), (.toggleQueued, "w"),
    (.moveUpInQueue, "K"), (.moveDownInQueue, "J"), (.moveToQueueTop, "{"),
    (.moveToQueueBottom, "}"), (.toggleReading, "i"),
    (.toggleDismissed, "x"), (.toggleStar, "*"), (.setDepth, "!"), (.annotate, "a"),
    (.editNotes, "e"), (.editTags, "t"), (.toggleMark, "Space"), (.markRange, "v"),
    (.markAllRead, "A"), (.triage, "T"), (.search, "/"), (.nextMatch, "n"), (.previousMatch, "N"),
    (.filter, "f"), (.clearFilter, "c"), (.sort, "O"), (.fetch, "R"), (.searchArXiv, "S"),
    (.showSources, "s"), (.messages, "M"), (.showChanges, "d"), (.similar, "~"),
    (.openBrowser, "o"), (.openLink, "L"),
    (.openPDF, "p"),
    (.yank, "y"), (.pipe, "|"), (.pipeNotes, "Alt-|"),
    (.widenPreview, "<"), (.narrowPreview, ">"), (.resetPreview, "="), (.togglePreview, "z"),
    (.export, "E"), (.chooseExport, "X"), (.command, ":"),
    (.undo, "u"), (.redo, "^R"), (.help, "?"),
    (.redraw, "^L"), (.suspend, "^Z"),
  ]
}
