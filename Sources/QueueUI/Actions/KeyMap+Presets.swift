import TerminalGrid

extension KeyMap {
  /// A set of keys that users of another program know.
  package enum Preset: String, CaseIterable, Sendable {
    case vim, newsboat, mutt
  }

  /// Keys by action on a screen, the first of each shown in hints. Keys of an action are parted by
  /// blanks.
  static func keys(of preset: Preset, in context: KeyContext) -> [(Action, String)] {
    let all = keys(of: preset)
    return overlay(own(of: context, beside: all), on: all).filter {
      context.actions.contains($0.0)
    }
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
          (.scrollDown, "Alt-j"), (.scrollUp, "Alt-k"),
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

  /// What keys mean on a screen alone, whatever else they mean in the preset.
  private static func own(
    of context: KeyContext, beside preset: [(Action, String)]
  ) -> [(Action, String)] {
    func keys(_ some: String, and actions: Action...) -> String {
      let all = [some] + preset.filter { actions.contains($0.0) }.map(\.1)
      var seen: Set<Substring> = []
      return all.flatMap { $0.split(separator: " ") }.filter { seen.insert($0).inserted }
        .joined(separator: " ")
    }
    return switch context {
    case .list: []
    case .page: [(.readOn, "Space")]
    // One paper comes after the other: letters move between papers and arrows scroll.
    case .triage:
      [
        (.skip, keys("Space n j", and: .nextUnread, .nextPaper)),
        (.previousPaper, keys("k", and: .previousUnread, .previousPaper)),
        (.moveDown, "Down"), (.moveUp, "Up"), (.open, "Enter l Right"),
      ]
    // What can be typed narrows the screen.
    case .help:
      [(.back, "Esc ? Left"), (.search, "/")]
        + preset.filter { $0.0 != .back && $0.0 != .search }.map { action, keys in
          let names = keys + (action == .pageDown ? " Space" : "")
          return (
            action, names.split(separator: " ").filter { $0.count > 1 }.joined(separator: " ")
          )
        }
    case .sources, .output, .messages:
      [(.pageDown, keys("Space", and: .pageDown))]
    }
  }

  private static let common: [(Action, String)] = [
    (.moveDown, "j Down ^N"), (.moveUp, "k Up ^P"), (.halfPageDown, "^D"), (.halfPageUp, "^U"),
    (.pageDown, "PgDn ^F"), (.pageUp, "PgUp ^B"), (.moveToTop, "g Home"),
    (.moveToBottom, "G End"), (.scrollDown, "^E"), (.scrollUp, "^Y"), (.nextUnread, "]"),
    (.previousUnread, "["),
    (.nextPaper, ")"), (.previousPaper, "("),
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
