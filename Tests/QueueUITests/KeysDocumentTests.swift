import Foundation
import QueueUI
import Testing

/// `docs/keys.md` is made of the key table; `RECORD_SNAPSHOTS=1` writes it anew.
struct KeysDocumentTests {
  private static let file = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/keys.md")

  @Test func theDocumentSaysWhatTheKeysDo() throws {
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      try Data(Self.document.utf8).write(to: Self.file)
    }
    let written = try String(contentsOf: Self.file, encoding: .utf8)
    #expect(written == Self.document)
  }

  private static var document: String {
    var text = """
      # Keys

      Made from the table that the program goes by; `?` shows the same on every screen, with your own
      keys. An action is also run by its name after `:`, or by the beginning of it that no other name
      has, with what it takes behind it: `:sort -updated`, `:edit-tags +later -skim`, `:show-view Queue`.
      `:120` goes to row 120, `:+5` and `:-5` five rows on and back, `:$` to the last one.

      An action is about the paper under the cursor, or about all marked papers once there are some.
      From ten papers on, keys that set a state or a star ask first, unless `"confirm": false`.

      ## The list and the page of a paper

      | action | vim | newsboat | mutt | does |
      | --- | --- | --- | --- | --- |

      """
    let page = Set(KeyContext.page.actions)
    for action in KeyContext.list.actions {
      let keys = KeyMap.Preset.allCases.map { preset in
        code(KeyMap(preset: preset).keyNames(of: action, in: .list))
      }
      let name = ([action.rawValue] + (action.argument.map { [$0] } ?? [])).joined(separator: " ")
      let place = page.contains(action) ? "" : "; in the list only"
      text += "| `\(escaped(name))` | \(keys.joined(separator: " | ")) | \(action.help)\(place) |\n"
    }
    text += """

      `q` and Escape go back; in the list `q` quits when nothing is marked. In the help, letters filter;
      the arrows, Page Down and Escape work as elsewhere.

      What `y` copies and where to, and how `|` runs a command, is told in [clipboard.md](clipboard.md).

      ## The mouse

      With `"mouse": true` a click selects a paper or takes a choice of a menu, a double click opens the
      paper, and the wheel scrolls what is under it. Hold Shift to select text as before. Other buttons
      stay the terminal's.

      ## While typing

      | key | does |
      | --- | --- |
      | Enter | take the text |
      | Alt-Enter | a new line, in a note |
      | Escape, `^G` | leave; a note is kept as a draft until you quit |
      | Tab, Shift-Tab | complete action names, arguments, tags and fields of queries: go through what is shown |
      | Up, Down, `^P`, `^N` | earlier searches and commands, those that begin with what was typed |
      | `^A` `^E` `^B` `^F`, `Alt-b` `Alt-f` | move by line, character, word |
      | `^W` `^U` `^K` `Alt-d`, `^Y` | cut a word, to the beginning, to the end, the next word; put back |

      A line that cannot be taken stays, with the cursor behind the word at fault; Tab puts the nearest
      right name there. `:q` quits and `:h` helps.

      A paste goes into the text as it is, line breaks included, and takes nothing. Outside of a prompt
      it presses no key.

      ## Your own keys

      ```json
      "keys": {"preset": "vim", "bind": {"list": {"m": "toggle-read", "ZZ": "quit", "T": "edit-tags +todo"},
                                         "page": {"<Space>": "page-down"}}}
      ```

      The contexts are `list`, `page`, `help`, `sources` and `output`. A key is a character, `^D`, `Alt-x`, `F5`, or one of
      `Enter Space Tab Esc Backspace Del Up Down Left Right Home End PgUp PgDn`; two or three in a row
      make a sequence, with longer names in angle brackets; the status line shows one that is begun, and
      Escape drops it. An empty action takes a key away. A key of the preset that begins a sequence of
      yours loses its former meaning; a key of yours that begins another one, or is bound twice in two
      spellings, is an error.

      """
    return text
  }

  private static func code(_ keys: [String]) -> String {
    keys.map { "`\(escaped($0))`" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }
}
