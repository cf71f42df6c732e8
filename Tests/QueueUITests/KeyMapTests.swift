import Papers
import TerminalGrid
import TestSupport
import Testing

@testable import QueueUI

struct KeyMapTests {
  @Test(arguments: KeyMap.Preset.allCases, KeyContext.allCases)
  func everyActionHasAKeyOrANameAlone(preset: KeyMap.Preset, context: KeyContext) {
    let map = KeyMap(preset: preset)
    for action in context.actions where !context.narrowsByTyping {
      #expect(!map.keyNames(of: action, in: context).isEmpty, "\(action.rawValue) has no key")
    }
  }

  @Test(arguments: KeyMap.Preset.allCases)
  func inTheHelpNoLettersAreKeys(preset: KeyMap.Preset) {
    let map = KeyMap(preset: preset)
    let letters = KeyContext.help.actions.flatMap { map.keyNames(of: $0, in: .help) }
      .filter { $0.count == 1 }
    #expect(letters.sorted() == ["/", "?"])
    #expect(map.keyNames(of: .back, in: .help) == ["Esc", "?", "Left", "^G"])
  }

  @Test func theKeysOfSpecificationAreTheDefault() {
    let map = KeyMap()
    let expected: [(Action, [String])] = [
      (.moveDown, ["j", "Down", "^N"]), (.nextUnread, ["]"]), (.previousUnread, ["["]),
      (.open, ["Enter", "l", "Right"]), (.back, ["q", "Esc", "h", "Left", "^G"]),
      (.toggleRead, ["r"]),
      (.toggleQueued, ["w"]), (.moveUpInQueue, ["K"]), (.moveDownInQueue, ["J"]),
      (.toggleDismissed, ["x"]), (.toggleStar, ["*"]), (.annotate, ["a"]), (.editNotes, ["e"]),
      (.editTags, ["t"]), (.toggleMark, ["Space"]), (.markRange, ["v"]), (.markAllRead, ["A"]),
      (.search, ["/"]), (.nextMatch, ["n"]), (.previousMatch, ["N"]), (.filter, ["f"]),
      (.clearFilter, ["c"]), (.fetch, ["R"]), (.openBrowser, ["o"]), (.export, ["E"]),
      (.undo, ["u"]), (.redo, ["^R"]), (.help, ["?"]), (.command, [":"]), (.redraw, ["^L"]),
      (.suspend, ["^Z"]), (.nextView, ["Tab"]), (.showView, (1...9).map(String.init)),
    ]
    for (action, keys) in expected {
      #expect(map.keyNames(of: action, in: .list) == keys)
    }
  }

  @Test func bindingsOverrideThePreset() throws {
    let map = try KeyMap(
      preset: "vim",
      bindings: ["list": ["gg": "move-to-top", "m": "edit-tags +later", "r": ""]])
    #expect(map.keyNames(of: .moveToTop, in: .list) == ["Home", "gg"])
    #expect(map.keyNames(of: .editTags, in: .list) == ["t", "m"])
    #expect(map.keyNames(of: .toggleRead, in: .list) == [])
    #expect(map.keyNames(of: .toggleRead, in: .page) == ["r"])
  }

  @Test func aSequenceWaitsForItsKeysAndABoundArgumentIsUsed() throws {
    let map = try KeyMap(
      preset: "vim", bindings: ["list": ["ZZ": "quit", "m": "edit-tags +later"]])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = map })
    app.press("Z", "j")
    #expect(!app.screen.contains("…  2/3"))
    #expect(app.screen.contains("2/3"))
    app.press("m")
    #expect(app.screen.contains("tags later"))
    app.press("Z", "Z")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func keysOfThePresetThatAreTakenAwayAreInNobodysWay() throws {
    let map = try KeyMap(
      preset: "vim", bindings: ["list": ["g": "", "gg": "move-to-top", "gu": "next-unread"]])
    #expect(map.keyNames(of: .moveToTop, in: .list) == ["Home", "gg"])
    #expect(map.keyNames(of: .nextUnread, in: .list) == ["]", "gu"])
  }

  @Test func controlKeysInARowAreASequence() throws {
    let map = try KeyMap(preset: "vim", bindings: ["list": ["^X^S": "export", "g^G": "sort"]])
    #expect(map.keyNames(of: .export, in: .list) == ["E", "<^X><^S>"])
    #expect(
      map.lookup([.control("x"), .control("s")], in: .list) == .action(.export, argument: ""))
    #expect(
      map.lookup([.character("g"), .control("g")], in: .list) == .action(.sort, argument: ""))
  }

  /// What `g` does in the preset, when sequences of the user begin with it.
  @Test(arguments: [
    (["ga": "toggle-star"], ["gg", "Home"]),
    (["ga": "toggle-star", "gb": "sort"], ["gg", "Home"]),
    (["gg": "toggle-star"], ["Home"]), (["ga": "sort", "gg": "toggle-star"], ["Home"]),
    (["gga": "toggle-star"], ["Home"]), (["ga": "sort", "ggb": "toggle-star"], ["Home"]),
    (["ga": "toggle-star", "g": ""], ["Home"]),
  ])
  func aKeyThatBeginsASequenceIsPressedTwice(bound: [String: String], top: [String]) throws {
    let map = try KeyMap(preset: "vim", bindings: ["list": bound])
    #expect(map.keyNames(of: .moveToTop, in: .list) == top)
    #expect(map.lookup([.character("g")], in: .list) == .incomplete)
  }

  @Test func whereQIsPressedTwiceItQuits() throws {
    let map = try KeyMap(preset: "vim", bindings: ["list": ["qa": "sort title"]])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = map })
    app.press("q", "q")
    #expect(app.takeEffects().last == .quit)
  }

  @Test func theHelpTellsWhatKeysOfOnesOwnAreBoundWith() throws {
    let map = try KeyMap(
      preset: "vim",
      bindings: [
        "list": ["+": "edit-tags +later", "_": "edit-tags +later", "V": "show-view Queue"]
      ])
    var app = DrivenApp(.threeUnread, columns: 120, rows: 40, options: { $0.keyMap = map })
    app.press("?")
    app.type("tags")
    #expect(
      app.screen.contains(
        """
         t                  edit-tags             edit the tags
         + _                edit-tags             edit the tags: +later
        """))
    app.press("^U")
    app.type("view")
    #expect(
      app.screen.contains(" 1 2 3 4 5 6 7 8 9  show-view             view by its number or name\n"))
    #expect(
      app.screen.contains(
        " V                  show-view             view by its number or name: Queue\n"))
  }

  @Test func theHelpIsPagedAndLeftAsOtherScreensAre() {
    var app = DrivenApp(.threeUnread, columns: 80, rows: 24)
    app.press("?")
    let top = app.screen
    app.press("Space")
    #expect(app.screen != top)
    app.press("g", "Enter")
    #expect(app.screen.contains("Keys with 'g'"))
    app.press("q")
    #expect(app.state.screens.isEmpty)
  }

  @Test func aSequenceThatIsBegunIsShownAndDroppedByEscape() throws {
    let map = try KeyMap(preset: "vim", bindings: ["list": ["<Space>w": "toggle-queued"]])
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = map })
    app.press("v", "Space")
    #expect(app.screen.contains("<Space>…  1/3") || app.screen.contains("Space…  1/3"))
    app.press("Esc")
    #expect(!app.screen.contains("…  1/3"))
    #expect(app.screen.contains("range of 1"))
    app.press("Space", "w")
    #expect(app.stored.queue == [ArXivID(literal: "2611.00003")])
  }

  @Test(arguments: KeyMap.Preset.allCases, KeyContext.allCases)
  func noKeyOfAPresetIsGivenTwice(preset: KeyMap.Preset, context: KeyContext) throws {
    let keys = KeyMap.keys(of: preset, in: context).flatMap {
      $0.1.split(separator: " ").map(String.init)
    }
    let sequences = try keys.map { try #require(KeyMap.sequence($0)) }
    for (index, one) in sequences.enumerated() {
      for other in sequences[..<index] {
        #expect(!one.starts(with: other) && !other.starts(with: one), "\(one) and \(other)")
      }
    }
  }

  @Test(arguments: [
    ("emacs", [:], "keys.preset", "unknown preset 'emacs'; there are vim, newsboat, mutt"),
    (
      "vim", ["lst": ["r": "quit"]], "keys.bind.lst",
      "unknown context 'lst'; did you mean 'list'?"
    ),
    (
      "vim", ["list": ["r": "toggle-reed"]], "keys.bind.list.r",
      "unknown action 'toggle-reed'; did you mean 'toggle-read'?"
    ),
    (
      "vim", ["list": ["PgDwn": "quit"]], "keys.bind.list.PgDwn",
      "'PgDwn' is no key; did you mean 'PgDn'?"
    ),
    (
      "vim", ["list": ["^%": "quit"]], "keys.bind.list.^%",
      "'^%' is no key; try 'r', '^D', 'F5' or 'gg'"
    ),
    (
      "vim", ["list": ["Ctrl-d": "quit", "^D": "undo"]], "keys.bind.list.^D",
      "'^D' is the same key as 'Ctrl-d', which is bound already"
    ),
    (
      "vim", ["list": ["g": "undo", "gg": "move-to-top"]], "keys.bind.list.gg",
      "'gg' begins with 'g', which does something by itself; keep one of them"
    ),
    (
      "vim", ["list": ["<Space>r": "undo", "Space": "toggle-star"]], "keys.bind.list.Space",
      "'<Space>r' begins with 'Space', which does something by itself; keep one of them"
    ),
    (
      "vim", ["page": ["m": "filter"]], "keys.bind.page.m",
      "'filter' does nothing in 'page', only in list"
    ),
    (
      "vim", ["list": ["r": "undo twice"]], "keys.bind.list.r",
      "'undo' takes nothing after it, but there is 'twice'"
    ),
  ])
  func whatCannotBeBoundIsNamed(
    preset: String, bindings: [String: [String: String]], path: String, message: String
  ) throws {
    let error = try #require(throws: KeyMapError.self) {
      try KeyMap(preset: preset, bindings: bindings)
    }
    #expect(error.path == path)
    #expect(error.message == message)
  }
}
