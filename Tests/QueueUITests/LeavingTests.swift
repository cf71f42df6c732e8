import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

/// The keys that lead out mean the same on every screen.
struct LeavingTests {
  /// What leads to a screen on top of the list, by the names of actions.
  private static let screens = [
    ["open"], ["triage"], ["triage", "open"], ["messages"],
    ["show-sources"], ["open", "messages"],
  ]

  private static let menus = ["sort", "yank", "open-link", "set-depth"]

  private func app(_ preset: KeyMap.Preset, _ actions: [String]) -> DrivenApp {
    var app = DrivenApp(.threeUnread, options: { $0.keyMap = KeyMap(preset: preset) })
    for action in actions { app.run(action) }
    return app
  }

  @Test(arguments: KeyMap.Preset.allCases, screens)
  func qAndEscapeLeaveAScreenAndOthersQuit(preset: KeyMap.Preset, actions: [String]) {
    for key in ["q", "Esc"] {
      var app = app(preset, actions)
      for _ in actions { app.press(key) }
      #expect(app.screen.contains("1/3"))
      #expect(!app.takeEffects().contains(.quit))
    }
    for key in ["Q", "^C"] {
      var app = app(preset, actions)
      app.press(key)
      #expect(app.takeEffects().last == .quit)
    }
  }

  @Test(arguments: KeyMap.Preset.allCases, menus)
  func qAndEscapeLeaveAMenuAndControlCQuits(preset: KeyMap.Preset, menu: String) {
    for key in ["q", "Esc"] {
      var app = app(preset, [menu])
      #expect(app.screen.contains("j/k choose"))
      app.press(key)
      #expect(!app.screen.contains("j/k choose"))
      #expect(app.takeEffects() == [])
    }
    var app = app(preset, [menu])
    app.press("^C")
    #expect(app.takeEffects().last == .quit)
  }

  @Test(arguments: ["search", "filter", "annotate", "edit-tags", "search-arxiv", "pipe"])
  func whileTypingOnlyEscapeLeaves(prompt: String) {
    var app = app(.vim, [prompt])
    app.type("qQ")
    #expect(app.screen.contains("qQ\n"))
    app.press("Esc")
    #expect(app.screen.contains("1/3"))
    #expect(app.takeEffects() == [])
    app.run(prompt)
    app.press("^C")
    #expect(app.takeEffects().last == .quit)
  }
}
