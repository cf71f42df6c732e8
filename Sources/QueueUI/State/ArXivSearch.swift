package import Papers

/// A search of arXiv whose results are shown as a list of their own, beside the views.
struct ArXivSearch: Sendable {
  enum Phase: Equatable, Sendable {
    /// The next page may be asked for.
    case idle
    case asking
    /// The last page did not come, for this reason; the next key makes it `idle`.
    case failed(String)
  }

  let query: Query
  /// The papers found so far, with what the user did with them.
  private(set) var library = Library()
  /// How many there are, by arXiv's word; nil before the first answer.
  private(set) var total: Int?
  /// Where the next page begins; nil at the end.
  private(set) var next: Int? = 0
  var phase = Phase.idle
  /// What was said of the last page that did not come.
  var lastFailure: String?
  private var found: [Paper] = []

  init(_ query: Query) {
    self.query = query
  }

  var isAsking: Bool { phase == .asking }

  /// The number of papers that came.
  var count: Int { found.count }

  /// A tab of its own, for all that was found: arXiv has judged already, in its own way.
  var view: ViewDefinition {
    ViewDefinition(name: "arXiv: \(query)", query: .everything)
  }

  /// Takes in a page; papers that shifted from an earlier one come once.
  mutating func take(_ page: ArXivResults, own: Library) {
    phase = .idle
    total = page.total
    next = page.next
    let known = Set(found.map(\.id))
    found += page.papers.filter { !known.contains($0.id) }
    library = own.showing(found)
  }

  /// Takes over what the user did.
  mutating func takeReadings(of own: Library) {
    for (month, shelf) in library.shelves {
      var shelf = shelf
      shelf.reading = own.readings(ofResults: shelf.papers, in: month)
      library.replace([month: shelf])
    }
  }
}

/// A page of what arXiv found.
package struct ArXivResults: Equatable, Sendable {
  /// What was asked.
  package var query: Query
  /// In arXiv's order; a paper may be in the page before too.
  package var papers: [Paper]
  /// How many there are, by arXiv's word.
  package var total: Int
  /// Where the next page begins; nil at the end.
  package var next: Int?
  /// What could not be read of the page, in a line; nil when all could.
  package var warning: String?

  package init(query: Query, papers: [Paper], total: Int, next: Int?, warning: String? = nil) {
    self.query = query
    self.papers = papers
    self.total = total
    self.next = next
    self.warning = warning
  }
}

extension Library {
  /// These papers as they stand here: as the library has them, or else as they are given, with what
  /// the user did.
  fileprivate func showing(_ papers: [Paper]) -> Library {
    var shown = Library(papers: papers.map { paper($0.id) ?? $0 })
    for (month, shelf) in shown.shelves {
      var shelf = shelf
      shelf.reading = readings(ofResults: shelf.papers, in: month)
      shown.replace([month: shelf])
    }
    return shown
  }

  /// What the user did with papers of a month. A result that was taken into the library, and out of
  /// it again, is a result still.
  fileprivate func readings(
    ofResults results: PaperShelf, in month: ArXivMonth
  ) -> [ArXivID: ReadingRecord] {
    var readings = shelves[month]?.reading ?? [:]
    for entry in results.entries where readings[entry.id]?.takenOut != nil {
      readings[entry.id]?.takenOut = nil
    }
    return readings
  }
}
