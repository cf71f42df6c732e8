/// What a piece of text is, which decides how it looks.
///
/// The raw value is its name in the configuration.
package enum Role: String, CaseIterable, Hashable, Sendable {
  case text, title, author, category, date, dim, heading, link
  case unread, queued, reading, read, dismissed, star, note, tag, updated, withdrawn, badge
  /// In a note.
  case emphasis, strong, code, quote, listMark
  /// Words of an older version, and those of the newer one.
  case removed, added
  /// The number of papers on a tab that is not the active one.
  case count
  case tab, activeTab, rule, hint, hintKey, status, error, prompt
  /// Laid over the row of the cursor, a marked row, a match.
  case cursor, marked, match

  /// What it is, in a few words for the documentation.
  package var about: String {
    switch self {
    case .text: "running text"
    case .title: "the title in the preview and on the page"
    case .author: "authors"
    case .category: "categories and identifiers"
    case .date: "dates"
    case .dim: "what matters least"
    case .heading: "headings"
    case .link: "addresses"
    case .unread: "the title and mark of an unread paper in the list"
    case .queued: "the mark of a paper in the queue"
    case .reading: "the mark of a paper that is being read"
    case .read: "the title of any other paper"
    case .dismissed: "the title and mark of a dismissed paper"
    case .star: "the star"
    case .note: "the mark of notes, and the line above a note"
    case .tag: "tags"
    case .updated: "the mark of a new version, and the line that tells of it"
    case .withdrawn: "title and authors of a withdrawn paper"
    case .badge: "venue, pages, code"
    case .emphasis: "emphasis in a note"
    case .strong: "strong emphasis in a note"
    case .code: "code in a note"
    case .quote: "quotes in a note"
    case .listMark: "the marks of lists and quotes in a note"
    case .removed: "words that only the older version has"
    case .added: "words that only the newer version has"
    case .count: "the number of papers on a tab"
    case .tab: "tabs"
    case .activeTab: "the tab that is shown"
    case .rule: "the line between list and preview"
    case .hint: "what a key does, in the last line"
    case .hintKey: "keys, in the last line and in the help"
    case .status: "the status line"
    case .error: "errors, laid over the status line"
    case .prompt: "what stands before typed text, and questions"
    case .cursor: "the row of the cursor, laid over what it shows"
    case .marked: "the sign of a marked paper"
    case .match: "what was searched, laid over what it is"
    }
  }
}
