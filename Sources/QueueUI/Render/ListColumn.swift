import Papers
import TerminalGrid

/// A column of the list.
///
/// The raw value is its name in the configuration.
package enum ListColumn: String, CaseIterable, Sendable {
  /// State, star, notes and a new version, a sign each.
  case marks
  /// Submission of the first version.
  case date
  /// Always there, and as wide as the others leave it.
  case title
  case authors
  /// The primary category.
  case category
  case id
  case tags
  /// Where it was accepted or came out, as far as its comment tells.
  case venue
  /// How well it was understood.
  case depth
  /// When it came into the library.
  case added
  case state

  /// What the list has unless the configuration says otherwise.
  package static let standard: [ListColumn] = [.marks, .date, .title, .authors, .category]

  /// What it shows, in a few words for the documentation.
  package var about: String {
    switch self {
    case .marks: "state, star, notes and a new version, a sign each"
    case .date: "when it was submitted"
    case .title: "the title, and the venue behind it where there is room"
    case .authors: "last names, as many as fit"
    case .category: "the primary category"
    case .id: "the arXiv identifier"
    case .tags: "your tags"
    case .venue: "where it was accepted or came out, as its comment tells"
    case .depth: "how well you understood it, 0 to 3"
    case .added: "when it came into the library"
    case .state: "the state in a word"
    }
  }

  /// Whether it is empty until the user has first done something, and takes no room until then.
  var comesWithUse: Bool { self == .tags || self == .depth }

  /// Whether a reading record has something for it that comes with use.
  func isUsed(by reading: ReadingRecord) -> Bool {
    switch self {
    case .tags: !reading.tags.isEmpty
    case .depth: reading.depth != .notYet
    default: false
    }
  }

  /// The order in which columns go from a list that is too narrow for all; the title never does.
  static let givingWay: [ListColumn] = [
    .added, .depth, .venue, .tags, .state, .authors, .id, .category, .date, .marks,
  ]

  /// The columns of the title below which this one gives way to it.
  var leastTitle: Int { self == .date || self == .marks ? 12 : 20 }

  /// Its width in a list of so many columns; 0 for the title, which takes what is left.
  func width(in columns: Int, dates: DateForm) -> Int {
    switch self {
    case .marks: 4
    case .date, .added: dates == .relative ? 5 : columns >= 90 ? 10 : 7
    case .title: 0
    case .authors: min(24, max(12, columns / 6))
    case .category: 8
    case .id: columns >= 140 ? 16 : 10
    case .tags: min(24, max(8, columns / 8))
    case .venue: 12
    case .depth: 12
    case .state: 9
    }
  }
}
