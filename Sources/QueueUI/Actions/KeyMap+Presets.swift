import TerminalGrid

extension KeyMap {
  /// A set of keys that users of another program know.
  package enum Preset: String, CaseIterable, Sendable {
    case vim, newsboat, mutt
  }

  /// Keys by action, the first of each shown in hints. Keys of a sequence are parted by blanks.
  static func keys(of preset: Preset) -> [(Action, String)] {
    let own: [(Action, String)] =
      switch preset {
      case .vim: []
      case .newsboat:
        [
          (.toggleRead, "N r"), (.nextUnread, "n ]"), (.previousUnread, "p ["),
          (.nextMatch, "^G"), (.previousMatch, "Alt-g"), (.filter, "F f"), (.clearFilter, "^F c"),
          (.openPDF, "P"), (.pageDown, "PgDn"), (.pageUp, "PgUp ^B"), (.redo, "^R"), (.export, "E"),
        ]
      case .mutt:
        [
          (.toggleRead, "N r"), (.nextUnread, "Tab ]"), (.previousUnread, "BackTab ["),
          (.toggleMark, "t Space"), (.editTags, "Y T"), (.toggleStar, "F *"), (.filter, "l f"),
          (.open, "Enter"), (.back, "q Esc i"), (.toggleReading, "I"), (.moveToTop, "= Home g"),
          (.nextView, "> ."), (.previousView, "< ,"),
          (.previousMatch, "Alt-n"),
        ]
      }
    let replaced = Set(own.map(\.0))
    let taken = Set(own.flatMap { $0.1.split(separator: " ") })
    let kept = common.filter { !replaced.contains($0.0) }.map { action, keys in
      (action, keys.split(separator: " ").filter { !taken.contains($0) }.joined(separator: " "))
    }
    return own + kept
  }

  private static let common: [(Action, String)] = [
    (.moveDown, "j Down ^N"), (.moveUp, "k Up ^P"), (.halfPageDown, "^D"), (.halfPageUp, "^U"),
    (.pageDown, "^F PgDn"), (.pageUp, "^B PgUp"), (.moveToTop, "g Home"),
    (.moveToBottom, "G End"), (.nextUnread, "]"), (.previousUnread, "["),
    (.open, "Enter l Right"), (.back, "q Esc h Left"), (.quit, "Q ^C"), (.nextView, "Tab"),
    (.previousView, "BackTab"), (.toggleRead, "r"), (.toggleQueued, "w"),
    (.moveUpInQueue, "K"), (.moveDownInQueue, "J"), (.toggleReading, "i"),
    (.toggleDismissed, "x"), (.toggleStar, "*"), (.setDepth, "!"), (.annotate, "a"),
    (.editNotes, "e"), (.editTags, "t"), (.toggleMark, "Space"), (.markRange, "v"),
    (.markAllRead, "A"), (.search, "/"), (.nextMatch, "n"), (.previousMatch, "N"),
    (.filter, "f"), (.clearFilter, "c"), (.sort, "O"), (.fetch, "R"), (.searchArXiv, "S"),
    (.showSources, "s"), (.showChanges, "d"), (.openBrowser, "o"), (.openLink, "L"),
    (.openPDF, "p"),
    (.yank, "y"), (.pipe, "|"), (.pipeNotes, "Alt-|"), (.export, "E"), (.command, ":"), (.undo, "u"),
    (.redo, "^R"), (.help, "?"),
    (.redraw, "^L"), (.suspend, "^Z"),
  ]
}
