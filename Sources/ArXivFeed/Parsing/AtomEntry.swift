import Papers

/// What one `entry` of the query API says, as the elements come, in any order (ARXIV.md 3.2).
struct AtomEntry {
  var id: String?
  var title: String?
  var published: String?
  var updated: String?
  var summary = ""
  var authors: [Paper.Author] = []
  var categories: [String] = []
  var primaryCategory = ""
  var comment: String?
  var journalRef: String?
  var dois: [String] = []
  var starterPosition: Int?
  var starterWhy: String?

  /// Whether this is not a paper but arXiv's way to say what is wrong with a request (ARXIV.md 4).
  var isError: Bool {
    id.map { !$0.contains("/abs/") } ?? false
  }

  /// The words of an error entry.
  var errorWords: String {
    let words = FeedText.collapsed(summary)
    return words.isEmpty ? FeedText.collapsed(title ?? "no reason given") : words
  }

  /// The paper, or in one line why the entry is none.
  func paper(receivedAt: Timestamp) -> Result<Paper, Unreadable> {
    guard let id else { return .failure(.init("it has no id")) }
    guard let reference = FeedReference.parse(id) else {
      return .failure(.init("'\(FeedText.inMessage(id, limit: 80))' is no arXiv id"))
    }
    let title = title.map(FeedText.collapsed)?.cut(at: FieldBound.title) ?? ""
    guard !title.isEmpty else { return .failure(.init("'\(reference)' has no title")) }
    guard let published = published.flatMap({ Timestamp(FeedText.collapsed($0)) }),
      let updated = updated.flatMap({ Timestamp(FeedText.collapsed($0)) })
    else { return .failure(.init("'\(reference)' has no dates that can be read")) }
    var starter: Paper.StarterEntry?
    if let starterPosition {
      starter = .init(position: starterPosition, why: starterWhy ?? "")
    }
    let known = Self.ordered(categories, primary: primaryCategory)
    return .success(
      Paper(
        id: reference.id, version: reference.version ?? 1, title: title,
        abstract: FeedText.paragraphs(summary).cut(at: FieldBound.abstract), authors: authors,
        categories: known,
        primaryCategory: known.first ?? "", published: published, updated: updated,
        comment: comment, journalRef: journalRef, dois: dois, added: receivedAt,
        starter: starter))
  }

  /// Adds the DOIs of a text that may hold several, each once, without what leads to them, and never
  /// arXiv's own.
  static func addDOIs(_ text: String, to dois: inout [String]) {
    for part in text.split(whereSeparator: { $0.isWhitespace || $0 == ";" }) {
      guard dois.count < FieldBound.dois else { return }
      let doi = bareDOI(part).onOneLine.cut(at: FieldBound.doi)
      guard !doi.isEmpty, !doi.lowercased().hasPrefix("10.48550/"), !dois.contains(doi) else {
        continue
      }
      dois.append(doi)
    }
  }

  /// A DOI without the address or the mark that authors write before it.
  private static func bareDOI(_ text: Substring) -> String {
    let prefixes = [
      "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:",
    ]
    let lowered = text.prefix(20).lowercased()
    return String(text.dropFirst(prefixes.first { lowered.hasPrefix($0) }?.count ?? 0))
  }

  /// Known categories, each once, the primary one first.
  static func ordered(_ terms: [String], primary: String = "") -> [String] {
    var seen: Set<String> = []
    return ([primary] + terms).filter { knownCategories.contains($0) && seen.insert($0).inserted }
  }

  /// The ids of all categories; the legacy server mixed MSC and ACM codes with them.
  static let knownCategories = Set(Category.all.map(\.id))

  /// Why an entry is no paper.
  struct Unreadable: Error {
    var reason: String

    init(_ reason: String) {
      self.reason = reason
    }
  }
}

/// Reads the identifiers of feeds, the common shape of them without going through `String`.
enum FeedReference {
  /// Reads `http://arxiv.org/abs/IDvN` and every other spelling of an identifier.
  static func parse(_ text: String) -> ArXivReference? {
    fast(Array(text.utf8)) ?? ArXivReference(text)
  }

  private static func fast(_ bytes: [UInt8]) -> ArXivReference? {
    guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return nil }
    var rest = bytes[(slash + 1)...]
    guard bytes[..<slash].suffix(4).elementsEqual("/abs".utf8),
      let yearAndMonth = number(&rest), rest.popFirst() == UInt8(ascii: ".")
    else { return nil }
    let width = rest.prefix { (0x30...0x39).contains($0) }.count
    guard let number = number(&rest), rest.popFirst() == UInt8(ascii: "v"),
      let version = self.number(&rest), version > 0, rest.isEmpty,
      let month = ArXivMonth(year: 2000 + yearAndMonth / 100, month: yearAndMonth % 100),
      width == (month.year >= 2015 ? 5 : 4), let id = ArXivID(month: month, number: number)
    else { return nil }
    return ArXivReference(id: id, version: version)
  }

  private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
    var value = 0
    var digits = 0
    while digits < 5, let byte = rest.first, (0x30...0x39).contains(byte) {
      value = value * 10 + Int(byte - 0x30)
      digits += 1
      rest = rest.dropFirst()
    }
    return digits > 0 ? value : nil
  }
}
