import Foundation
import JSONText
import Papers
import QueueUI
import Testing

@testable import paperq

struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try Configuration(reading: Array(text.utf8), file: "c.json")
  }

  private func message(_ text: String) -> String? {
    do {
      _ = try read(text)
      return nil
    } catch {
      return (error as? ConfigurationError)?.message
    }
  }

  @Test func anEmptyObjectGivesTheDefaults() throws {
    let standard = try read("{}")
    #expect(standard == .standard)
    #expect(standard.arxiv.api.absoluteString == "https://export.arxiv.org/api/query")
    #expect(standard.arxiv.feeds.absoluteString == "https://rss.arxiv.org")
    #expect(standard.arxiv.site.absoluteString == "https://arxiv.org")
    #expect(standard.arxiv.secondsBetweenRequests == 3)
    #expect(standard.arxiv.timeoutSeconds == 30)
    #expect(standard.arxiv.pageSize == 200)
    #expect(
      standard.views.map { "\($0.name): \($0.query.description) by \($0.order)" } == [
        "Inbox: is:unread since:14d by -published", "Queue: is:queued OR is:reading by rank",
        "Starred: is:starred by -published", "Noted: is:noted by -published",
        "Canon: source:starter by starter", "All:  by -published",
      ])
    #expect(standard.keys == .init(preset: "vim", bind: [:]))
    #expect(!standard.mouse && standard.refreshOnStart && standard.confirm)
    #expect(standard.pdfFolder == nil && standard.exportFolder == nil)
    #expect(standard.pdfCommand == ["xdg-open", "{file}"])
    #expect(standard.browserCommand == nil)
    #expect(standard.exportFormat == "markdown")
  }

  @Test func sourcesAreOneOfThreeKinds() throws {
    let sources = try read(
      #"""
      {"sources": [
        {"name": "q", "query": "cat:cs.LG", "window": "2w", "limit": 50, "alert": true},
        {"name": "d", "daily": ["cs.CL", "cs"]},
        {"name": "n", "daily": ["cs"], "types": ["new", "replace-cross"]},
        {"name": "i", "ids": ["arXiv:1706.03762v7", "https://arxiv.org/abs/hep-th/9901001"]},
        {"name": "plain", "query": "au:hill"},
      ]}
      """#
    ).sources
    let first = try #require(ArXivID("1706.03762"))
    let second = try #require(ArXivID("hep-th/9901001"))
    #expect(
      sources == [
        Source(
          name: "q",
          kind: .query(try Query(parsing: "cat:cs.LG"), windowDays: 14, limit: 50), isAlert: true),
        Source(name: "d", kind: .daily(["cs.CL", "cs"])),
        Source(name: "n", kind: .daily(["cs"], types: [.new, .replaceCross])),
        Source(name: "i", kind: .ids([first, second])),
        Source(
          name: "plain", kind: .query(try Query(parsing: "au:hill"), windowDays: 7, limit: 500)),
      ])
  }

  @Test func commentsTrailingCommasAndBareKeysAreRead() throws {
    let configuration = try read("/* c */ {mouse: true, // yes\n 'theme': 'default',}")
    #expect(configuration.mouse)
  }

  @Test func whatIsWrittenHoldsAndTheRestKeepsItsDefault() throws {
    let configuration = try read(
      #"{"arxiv": {"pageSize": 100}, "keys": {"bind": {"list": {"m": "toggle-read"}}}}"#)
    var expected = Configuration.standard
    expected.arxiv.pageSize = 100
    expected.keys.bind = ["list": ["m": "toggle-read"]]
    expected.effective = configuration.effective
    #expect(configuration == expected)
    let again = try read(configuration.effective.text)
    #expect(again == configuration)
  }

  @Test(arguments: [
    (
      "",
      "cannot read the config 'c.json', line 1, column 1: the text ends where a value is expected"
    ),
    (
      "{\n  \"mouse\": true\n  \"theme\": \"default\"\n}",
      "cannot read the config 'c.json', line 3, column 3: a ',' or '}' is missing"
    ),
    ("[]", "cannot use the config 'c.json': it is a list; allowed is an object of keys"),
    (
      #"{"views": []}"#,
      "cannot use the config 'c.json': 'views' is an empty list; allowed is at least one view"
    ),
    (
      #"{"mose": true}"#,
      "cannot use the config 'c.json': 'mose' is no key; did you mean 'mouse'?"
    ),
    (
      #"{"arxiv": {"timeoutSecond": 5}}"#,
      "cannot use the config 'c.json': 'arxiv.timeoutSecond' is no key; "
        + "did you mean 'arxiv.timeoutSeconds'?"
    ),
    (
      #"{"arxiv.api": "http://localhost"}"#,
      "cannot use the config 'c.json': 'arxiv.api' is no key; allowed are arxiv, sources, views, "
        + "keys, theme, themes, title, list, counts, mouse, refreshOnStart, confirm, notes, pdf, "
        + "browser, export"
    ),
    (
      #"{"mouse": 1}"#,
      "cannot use the config 'c.json': 'mouse' is 1; allowed is true or false"
    ),
    (
      #"{"mouse": true, "mouse": false}"#,
      "cannot use the config 'c.json': 'mouse' stands there twice"
    ),
    (
      #"{"arxiv": {"pageSize": 2001}}"#,
      "cannot use the config 'c.json': 'arxiv.pageSize' is 2001; allowed is a whole number from 1 "
        + "to 2000"
    ),
    (
      #"{"arxiv": {"pageSize": 1.5}}"#,
      "cannot use the config 'c.json': 'arxiv.pageSize' is 1.5; allowed is a whole number from 1 "
        + "to 2000"
    ),
    (
      #"{"arxiv": {"timeoutSeconds": 1e999}}"#,
      "cannot use the config 'c.json': 'arxiv.timeoutSeconds' is 1e999; allowed is a number from 1 "
        + "to 600"
    ),
    (
      #"{"arxiv": {"api": "ftp://arxiv.org"}}"#,
      "cannot use the config 'c.json': 'arxiv.api' is 'ftp://arxiv.org'; allowed is an address "
        + "that begins with http:// or https://"
    ),
    (
      #"{"arxiv": 5}"#,
      "cannot use the config 'c.json': 'arxiv' is a number; allowed is an object"
    ),
    (
      #"{"theme": null}"#,
      "cannot use the config 'c.json': 'theme' is null; allowed is 'default', 'dusk', "
        + "'paper', 'dusk-256', 'paper-256', 'mono' or one of 'themes'"
    ),
    (
      #"{"keys": {"preset": "emacs"}}"#,
      "cannot use the config 'c.json': 'keys.preset' is 'emacs'; allowed is 'vim', 'newsboat' or "
        + "'mutt'"
    ),
    (
      #"{"keys": {"bind": {"list": {"m": "toggle-red"}}}}"#,
      "cannot use the config 'c.json': 'keys.bind.list.m' cannot be used: unknown action "
        + "'toggle-red'; did you mean 'toggle-read'?"
    ),
    (
      #"{"keys": {"bind": {"list": {"gg": "move-to-top", "g": "undo"}}}}"#,
      "cannot use the config 'c.json': 'keys.bind.list.gg' cannot be used: 'gg' begins with 'g', "
        + "which does something by itself; keep one of them"
    ),
    (
      #"{"keys": {"bind": {"list": {"^D": "undo", "Ctrl-d": "redo"}}}}"#,
      "cannot use the config 'c.json': 'keys.bind.list.^D' cannot be used: '^D' is the same key as "
        + "'Ctrl-d', which is bound already"
    ),
    (
      #"{"keys": {"bind": {"list": {"m": "undo", "m": "redo"}}}}"#,
      "cannot use the config 'c.json': 'keys.bind.list.m' stands there twice"
    ),
    (
      #"{"pdf": {"open": ["zathura"]}}"#,
      "cannot use the config 'c.json': 'pdf.open' is a list; allowed is a list of a program and "
        + "its arguments, with {file} in one of them"
    ),
    (
      #"{"sources": {}}"#,
      "cannot use the config 'c.json': 'sources' is an object; allowed is a list of objects"
    ),
    (
      #"{"sources": [{"name": "a", "ids": ["1706.03762"], "types": ["new"]}]}"#,
      "cannot use the config 'c.json': 'sources[0].types' is for a daily source only"
    ),
    (
      #"{"sources": [{"name": "a", "daily": ["cs"], "types": ["news"]}]}"#,
      "cannot use the config 'c.json': 'sources[0].types' holds 'news'; did you mean 'new'?"
    ),
    (
      #"{"list": {"columns": ["title", "autors"]}}"#,
      "cannot use the config 'c.json': 'list.columns' holds 'autors'; did you mean 'authors'?"
    ),
    (
      #"{"theme": "duks"}"#,
      "cannot use the config 'c.json': 'theme' names an unknown theme 'duks'; did you mean 'dusk'?"
    ),
    (
      #"{"themes": {"mine": {"titel": "bold"}}}"#,
      "cannot use the config 'c.json': 'themes.mine.titel' names an unknown role 'titel'; "
        + "did you mean 'title'?"
    ),
    (
      #"{"themes": {"mine": {"title": 7}}}"#,
      "cannot use the config 'c.json': 'themes' is an object; allowed is an object of names, each "
        + "an object of roles and looks"
    ),
    (
      #"{"list": {"dates": "never"}}"#,
      "cannot use the config 'c.json': 'list.dates' is 'never'; allowed is 'absolute' or 'relative'"
    ),
    (
      #"{"sources": [{"name": "a", "ids": ["1706.03762"]}, {"name": "b"}]}"#,
      "cannot use the config 'c.json': 'sources[1]' says not what to fetch; allowed is one of "
        + "query, daily and ids"
    ),
    (
      #"{"sources": [{"name": "a", "ids": ["1706.03762"], "daily": ["cs"]}]}"#,
      "cannot use the config 'c.json': 'sources[0]' holds daily and ids; allowed is one of query, "
        + "daily and ids"
    ),
    (
      #"{"sources": [{"name": "a", "ids": ["../x"]}]}"#,
      "cannot use the config 'c.json': 'sources[0].ids' holds '../x'; allowed is a list of arXiv "
        + "identifiers"
    ),
    (
      #"{"sources": [{"name": "a", "ids": ["1706.03762"], "limit": 5}]}"#,
      "cannot use the config 'c.json': 'sources[0].limit' is for a source with a query only"
    ),
    (
      #"{"sources": [{"ids": ["1706.03762"]}]}"#,
      "cannot use the config 'c.json': 'sources[0]' has no name"
    ),
    (
      #"{"sources": [{"name": "starter", "ids": ["1706.03762"]}]}"#,
      "cannot use the config 'c.json': 'sources[0].name' is 'starter', which is paperq's own"
    ),
    (
      #"{"sources": [{"name": "a", "query": "cat:cs.LG", "window": "11y"}]}"#,
      "cannot use the config 'c.json': 'sources[0].window' is '11y'; allowed is a number and a "
        + "unit, such as 7d, 2w, 3m or 1y, of 10 years at most"
    ),
    (
      #"{"views": [{"name": "a"}, {"name": "a"}]}"#,
      "cannot use the config 'c.json': 'views[1].name' is 'a', as is that of another one before it"
    ),
    (
      #"{"views": [{"name": "a", "sort": "size"}]}"#,
      "cannot use the config 'c.json': 'views[0].sort' is 'size'; allowed is 'published', 'added', "
        + "'updated', 'rank', 'title', 'author' or 'starter', with '-' or without"
    ),
  ])
  func aFaultIsNamedWithFileKeyAndWhatIsAllowed(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(arguments: [
    ("http://127.0.0.1:8080/api", true), ("http://127.255.1.2", true),
    ("http://localhost:1", true), ("http://LOCALHOST", true), ("http://[::1]:8080/x", true),
    ("http://127.0.0.1.example.org", false), ("http://127.0.0.256", false),
    ("http://localhost.example.org", false), ("http://128.0.0.1", false),
    ("https://arxiv.org", false),
  ])
  func aFasterPaceIsForThisMachineAlone(address: String, isAllowed: Bool) {
    let arxiv = #"{"api": "\#(address)", "feeds": "http://localhost", "site": "http://[::1]""#
    let found = message(#"{"arxiv": \#(arxiv), "secondsBetweenRequests": 0}}"#)
    #expect(
      found
        == (isAllowed
          ? nil
          : "cannot use the config 'c.json': 'arxiv.secondsBetweenRequests' is 0 while "
            + "'arxiv.api' is '\(address)'; allowed is 3 or more, unless all three servers are "
            + "on this machine"))
  }

  @Test func anAddressWithAUserIsRefused() {
    #expect(message(#"{"arxiv": {"api": "http://127.0.0.1@example.org/"}}"#) != nil)
  }

  @Test func allFaultsAreNamedInTheOrderOfTheFileAndNoneTwice() {
    let text = """
      {"mouse": 1, "mosue": true, "theme": "duks", "themes": {"own": {"titel": "red", "note": "rde"}},
       "arxiv": {"pageSize": 0, "secondsBetweenRequests": 1},
       "sources": [{"name": "a", "query": "xyz:1"}, {"name": "a", "daily": ["cs.AI"], "limit": 3},
                   {"nmae": "b", "ids": ["1706.03762"]}, {"name": "starter"}, 7],
       "views": [{"query": "is:read"}, {"name": "x"}, {"name": "x", "sort": "size"}],
       "keys": {"preset": "emacs", "bind": {"list": {"b": "tag", "Hoome": "quit", "m": "sort size"},
                                            "lsit": {}, "page": {"B": "filter x"}}},
       "mouse": true}
      """
    do {
      _ = try read(text)
      Issue.record("nothing was found")
    } catch {
      let messages = (error as? ConfigurationError)?.messages ?? []
      #expect(messages.dropFirst().allSatisfy { $0.hasPrefix("also '") })
      let beginnings = messages.map { $0.replacing("cannot use the config 'c.json': ", with: "") }
        .map { $0.replacing("also ", with: "") }
        .map { String($0.prefix { $0 != ";" }) }
      #expect(
        beginnings == [
          "'mouse' is 1", "'mosue' is no key", "'arxiv.pageSize' is 0",
          "'sources[0].query' is not a query, column 1: unknown field 'xyz'",
          "'sources[2].nmae' is no key", "'sources[4]' is a number", "'views[2].sort' is 'size'",
          "'keys.preset' is 'emacs'",
          "'mouse' stands there twice",
          "'sources[1].limit' is for a source with a query only",
          "'sources[3]' says not what to fetch",
          "'sources[1].name' is 'a', as is that of another one before it",
          "'sources[3].name' is 'starter', which is paperq's own", "'views[0]' has no name",
          "'views[2].name' is 'x', as is that of another one before it",
          "'keys.bind.list.Hoome' cannot be used: 'Hoome' is no key",
          "'keys.bind.list.b' cannot be used: unknown action 'tag'",
          "'keys.bind.list.m' cannot be used: cannot sort by 'size'",
          "'keys.bind.lsit' cannot be used: unknown context 'lsit'",
          "'keys.bind.page.B' cannot be used: 'filter' does nothing in 'page', only in list",
          "'themes.own.note' holds 'rde'", "'themes.own.titel' names an unknown role 'titel'",
          "'theme' names an unknown theme 'duks'",
        ])
    }
  }

  @Test func aFileOfAnotherKindIsNotGoneThroughToItsEnd() {
    let text = "{" + (0..<5000).map { "\"key\($0)\": 1" }.joined(separator: ",") + "}"
    do {
      _ = try read(text)
    } catch {
      #expect((error as? ConfigurationError)?.messages.count == 100)
    }
  }
}
