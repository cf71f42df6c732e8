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

      An action is about the paper under the cursor, or about all marked papers that are shown. A change of
      ten papers or more asks first and says how many there are, and `A` always asks, unless `"confirm":
      false`; tags, notes and depth say so in their prompt. Places in the queue change whichever view is
      shown. In the line of `t` tags are parted by blanks, and one with blanks is in quotes: `rl "to skim"`.
      Where all words have signs, the other tags stay: `+later -skim`.

      `r`, `w` and `x` pressed again make a paper what it was before, with its place in the queue; `i` does
      within a minute, and of a paper that was read, and else it queues what you stop reading. What was
      done before the last start is not known: then they make it unread, and a dismissed paper with a place
      in the queue queued.

      ## The list and the page of a paper

      | action | vim | newsboat | mutt | does |
      | --- | --- | --- | --- | --- |

      """
    let page = Set(KeyContext.page.actions)
    for action in KeyContext.list.actions {
      let place = page.contains(action) ? "" : "; in the list only"
      text += row(action, in: .list, help: action.help + place)
    }
    for action in KeyContext.page.actions where !KeyContext.list.actions.contains(action) {
      text += row(action, in: .page, help: action.help + "; on the page only")
    }
    text += """

      ## Triage

      `T` goes through the unread papers of the view, one a screen. A verdict is saved and leads to the
      next paper; it sets, and does not toggle. What is left for later stays unread, and comes again when
      there is nothing else; where you were is remembered, also after a restart. `u` takes back what was
      done last and returns to its paper.

      | action | vim | newsboat | mutt | does |
      | --- | --- | --- | --- | --- |

      """
    let actions: [Action] = [
      .toggleDismissed, .skip, .toggleQueued, .toggleStar, .toggleRead, .previousPaper,
    ]
    for action in actions { text += row(action, in: .triage, help: action.help(in: .triage)) }
    text += """

      It begins with the paper under the cursor, or the next unread one below it; those above come after
      the last. All that is about one paper has the keys of its page, but for `/`: notes, tags,
      depth, `y`, `E`, `~`, `|`, links, PDF, undo. The arrows and `^D` `^U` scroll.

      ## Leaving, and the other screens

      `q` and Escape leave a screen, a question or a menu, on each of them. In the list they drop marks,
      then the filter, and leave the tab of a search or of similar papers; Escape stops what is under way,
      too, and drops what a search highlights (`n` goes on with it). Where there is nothing of that, `q`
      quits, in the demo after a question. `^C` quits everywhere, as does `Q` where it is not typed. While
      the status line shows an error, the first Escape takes that away and does nothing else.

      Rows that no longer match their view stay until it is shown anew, by its digit or another filter.

      On a paper's page `/` looks for a text of the page, and `n` and `N` go to its next and previous
      place there.

      Among the messages and the sources, and in what a command printed, Space is a page down, and `/`
      leaves only what has a text: Enter keeps it so, Escape drops it, and so does an empty text after
      another `/`. The help is narrowed by typing
      alone: Escape leaves it at once, and so do `?` as the first key and `q` pressed twice, for once it
      may begin a word. In `keys.bind.help` letters may become keys; behind a `/` they are typed still.

      Among the sources `R` fetches those that are shown: all of them, or what `/` has left.

      What `y` copies and where to, and how `|` runs a command, is told in [clipboard.md](clipboard.md).

      ## What actions take

      Behind its name after `:`, or where it is bound to a key: `"B": "export bibtex ~/refs.bib"`. Tab
      completes formats, paths, tags, fields of queries, and the names of views, sources and kinds. What
      cannot be taken is told with the cursor at the mistake. All other actions take nothing.

      | action | takes | which is | without it |
      | --- | --- | --- | --- |

      """
    for action in Action.allCases {
      guard let argument = action.argument else { continue }
      text +=
        "| `\(action.rawValue)` | `\(escaped(argument.syntax))` | \(escaped(argument.about))"
        + " | \(argument.absence) |\n"
    }
    text += """

      ## The mouse

      With `"mouse": true` a click selects a paper, shows the view of a tab or takes a choice of a menu, a
      double click opens the paper, the wheel scrolls what is under it, and the line between list and
      preview can be dragged. Hold Shift to select text as before. Other buttons
      stay the terminal's.

      ## While typing

      | key | does |
      | --- | --- |
      | Enter | take the text |
      | Alt-Enter, `^J` | a new line, in a note |
      | Escape, `^G` | leave; a note is kept as a draft, also over a crash or a restart, until its text is deleted |
      | Tab, Shift-Tab | complete action names, what they take, tags and fields of queries: go through what is shown |
      | Up, Down, `^P`, `^N` | earlier searches, filters and commands, those that begin with what was typed |
      | Up, Down, Page Up, Page Down, `^P`, `^N` | in a note and other lines without a history: by lines of the screen |
      | Home, End | the ends of the line on the screen, pressed again those of the line of the text |
      | `^A` `^E` `^B` `^F`, `Alt-b` `Alt-f` (Ctrl-Left, Ctrl-Right), `Alt-<` `Alt->` | move by line, character, word; to the beginning, the end |
      | `^W` `Alt-Backspace` `Alt-d` `^U` `^K` | cut to the blank before, the word before, the word behind, to the beginning of the line, to its end |
      | `^Y`, `Alt-y` | put back what was cut last; instead of it what was cut before |
      | `^T` `Alt-t`, `Alt-u` `Alt-l` `Alt-c` | swap characters, words; capitals, small letters, a capital first |
      | `^_` or `^X ^U`, `Alt-_` or `^X ^R` | undo, redo, in the text |
      | `^L` | draw the screen anew |

      A line that cannot be taken stays, with the cursor behind the word at fault; Tab puts the nearest
      right name there. `:q` quits and `:h` helps.

      A paste goes into the text as it is, line breaks included, and takes nothing. Outside of a prompt
      it presses no key.

      ## Your own keys

      ```json
      "keys": {"preset": "vim", "bind": {"list": {"m": "toggle-read", "ZZ": "quit", "T": "edit-tags +todo"},
                                         "page": {"<Space>": "page-down"}}}
      ```

      The contexts are `list`, `page`, `triage`, `help`, `sources`, `output` and `messages`. A key is a
      character, `^D`, `Alt-x`, `F5`, or one of `Enter Space Tab Esc Backspace Del Up Down Left Right Home
      End PgUp PgDn`; two or three in a row make a sequence, with longer names in angle brackets; the status
      line shows one that is begun, and Escape and `^G` drop it. An empty action takes a key away. A key of
      the preset that begins a sequence of yours is to be pressed twice for its former meaning: with `ga`
      bound, `gg` is what `g` was, unless one of yours begins with that too. A key of yours that begins
      another one, or is bound twice in two spellings, is an error.

      """
    return text
  }

  private static func row(_ action: Action, in context: KeyContext, help: String) -> String {
    let keys = KeyMap.Preset.allCases.map { preset in
      code(KeyMap(preset: preset).keyNames(of: action, in: context))
    }
    let name = ([action.rawValue] + [action.argument?.syntax].compactMap { $0 })
      .joined(separator: " ")
    return "| `\(escaped(name))` | \(keys.joined(separator: " | ")) | \(help) |\n"
  }

  private static func code(_ keys: [String]) -> String {
    keys.map { "`\(escaped($0))`" }.joined(separator: " ")
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|")
  }
}
