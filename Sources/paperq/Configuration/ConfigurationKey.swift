import JSONText
import PaperExport
import Papers
import QueueUI

/// One key of the configuration: where it stands, what it takes, what it is without being set.
///
/// The table ``all`` is the only list of keys. Reading, `paperq config example`, the example file and
/// the page in `docs` are all made from it, so that they cannot drift apart.
struct ConfigurationKey: Sendable {
  /// The names from the top, `[]` standing for any element of a list: `sources[].query`.
  var path: String
  var type: ConfigurationType
  /// What holds when the key is absent, as JSON; nil for a key of a list's element that has no
  /// default.
  var standard: String?
  /// One sentence for the example and the documentation.
  var about: String

  init(_ path: String, _ type: ConfigurationType, _ standard: String?, _ about: String) {
    self.path = path
    self.type = type
    self.standard = standard
    self.about = about
  }

  /// The key of a path, which must be one of the table.
  static func named(_ path: String) -> ConfigurationKey {
    guard let key = all.first(where: { $0.path == path }) else {
      preconditionFailure("the table of keys lacks '\(path)'")
    }
    return key
  }

  static let all: [ConfigurationKey] = [
    .init(
      "arxiv.api", .endpoint, #""https://export.arxiv.org/api/query""#,
      "The search API."),
    .init(
      "arxiv.feeds", .endpoint, #""https://rss.arxiv.org""#,
      "The server of the daily announcement feeds."),
    .init(
      "arxiv.site", .endpoint, #""https://arxiv.org""#,
      "The site, for abstract pages and PDFs."),
    .init(
      "arxiv.secondsBetweenRequests", .number(0...3600), "3",
      "The pause between two requests; under 3 only where all three servers are on this machine."),
    .init(
      "arxiv.timeoutSeconds", .number(1...600), "30",
      "How long a server may stay silent."),
    .init(
      "arxiv.pageSize", .integer(1...2000), "200",
      "Papers asked for in one request; arXiv is reliable up to 200."),
    .init(
      "sources[].name", .text, nil,
      "The name of the source, for 'paperq fetch NAME' and 'source:NAME'."),
    .init(
      "sources[].query", .searchQuery, nil,
      "Papers that arXiv's search finds, submitted within the window."),
    .init(
      "sources[].window", .window, #""7d""#,
      "How far back a query looks, in days, weeks, months or years."),
    .init(
      "sources[].limit", .integer(1...30_000), "500",
      "The most papers of one fetch of a query, newest first."),
    .init(
      "sources[].daily", .categories, nil,
      "Papers announced in these categories or archives."),
    .init(
      "sources[].types", .choices(AnnouncementType.allCases.map(\.rawValue)),
      #"["new", "cross", "replace", "replace-cross"]"#,
      "What is taken of a daily announcement: new papers, cross-lists, and new versions of both."),
    .init(
      "sources[].ids", .ids, nil,
      "These papers."),
    .init(
      "sources[].alert", .flag, "false",
      "Whether to be told of each new paper of the source."),
    .init(
      "views[].name", .text, nil,
      "The name on the tab."),
    .init(
      "views[].query", .query, #""""#,
      "The papers of the view."),
    .init(
      "views[].sort", .sortOrder, #""-published""#,
      "Their order; '-' in front turns it round."),
    .init(
      "keys.preset", .choice(["vim", "newsboat", "mutt"]), #""vim""#,
      "The keys to begin with."),
    .init(
      "keys.bind", .bindings, "{}",
      "Keys of your own, such as {\"list\": {\"m\": \"edit-tags +later\"}}: context, key, name of the"
        + " action; an empty name frees the key."),
    .init(
      "theme", .theme, #""default""#,
      "The colours."),
    .init(
      "themes", .themes, "{}",
      "Themes of your own: name, role, how it looks; 'base' names the theme that it changes."),
    .init(
      "title", .flag, "true",
      "Whether the terminal's title tells the view."),
    .init(
      "list.columns", .choices(ListColumn.allCases.map(\.rawValue)),
      #"["marks", "date", "title", "authors", "category"]"#,
      "The columns of the list, in their order; those that find no room are left out."),
    .init(
      "list.dates", .choice(DateForm.allCases.map(\.rawValue)), #""absolute""#,
      "How the list writes times: as dates, or as ages such as '3 d'."),
    .init(
      "counts", .flag, "true",
      "Whether tabs tell how many papers they have."),
    .init(
      "mouse", .flag, "false",
      "Whether clicks and the wheel are paperq's; selecting text then needs Shift."),
    .init(
      "refreshOnStart", .flag, "true",
      "Whether to fetch when the screen opens."),
    .init(
      "confirm", .flag, "true",
      "Whether to ask before an action on many papers."),
    .init(
      "notes.template", .noteTemplate,
      #"["Claim", "Method", "Data", "Result", "Code", "Would I use it?"]"#,
      "What a new note begins with in your editor: headings, or a text; [] for nothing."),
    .init(
      "pdf.directory", .optionalFolder, "null",
      "Where PDFs are kept; null is 'pdf' in paperq's cache folder."),
    .init(
      "pdf.open", .command(placeholder: "{file}"), #"["xdg-open", "{file}"]"#,
      "The program that shows a PDF."),
    .init(
      "browser", .optionalCommand(placeholder: "{url}"), "null",
      "The program that shows a page; null is $BROWSER, or else xdg-open."),
    .init(
      "export.directory", .optionalFolder, "null",
      "Where exported files go; null is standard output for commands and ~/papers for the screen."),
    .init(
      "export.format", .choice(ExportFormat.allCases.map(\.rawValue)), #""markdown""#,
      "The format of an export that names none."),
    .init(
      "export.template", .optionalFile, "null",
      "A Mustache template for Markdown, see docs/export.md; null is paperq's own layout."),
  ]

  /// The keys that hold a list of objects. They have a default as a whole.
  static let lists: [ConfigurationList] = [
    .init(
      "sources", "Where papers come from; each is one of query, daily and ids.",
      #"""
      [
        {"name": "learning", "query": "cat:cs.LG", "window": "7d", "limit": 500},
        {"name": "announced", "daily": ["cs.CL", "cs.AI"],
         "types": ["new", "cross", "replace", "replace-cross"]},
        {"name": "Felix Hill", "query": "au:\"Hill, Felix\"", "alert": true},
        {"name": "canon", "ids": ["1706.03762", "1512.03385"]}
      ]
      """#),
    .init(
      "views", "The tabs of the screen.",
      #"""
      [
        {"name": "Inbox", "query": "is:unread since:14d", "sort": "-published"},
        {"name": "Queue", "query": "is:queued OR is:reading", "sort": "rank"},
        {"name": "Starred", "query": "is:starred", "sort": "-published"},
        {"name": "Noted", "query": "is:noted", "sort": "-published"},
        {"name": "Canon", "query": "source:starter", "sort": "starter"},
        {"name": "All", "query": "", "sort": "-published"}
      ]
      """#),
  ]
}

/// A key of the configuration that holds a list of objects.
struct ConfigurationList: Sendable {
  var path: String
  /// One sentence for the example and the documentation.
  var about: String
  /// What holds when the key is absent, as JSON on several lines.
  var standard: String

  init(_ path: String, _ about: String, _ standard: String) {
    self.path = path
    self.about = about
    self.standard = standard
  }
}

extension JSONValue {
  /// The value of a default of the tables, which are known to parse.
  init(standard text: String) {
    do {
      self = try .parse(Array(text.utf8))
    } catch {
      preconditionFailure("a default of the configuration does not parse: \(error.message)")
    }
  }
}
