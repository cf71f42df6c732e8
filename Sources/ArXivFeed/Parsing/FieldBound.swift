import Papers

/// How much of each field is taken from a feed, in bytes of UTF-8 unless it says otherwise.
///
/// Far beyond what arXiv has (the longest title known to us is 200 bytes long, the longest abstract
/// 6,000, and 5,154 authors wrote one paper), and little enough for every paper to be drawn at once.
enum FieldBound {
  static let title = 2000
  static let abstract = 20_000
  static let name = 1000
  static let affiliation = 1000
  static let comment = 10_000
  static let journalRef = 2000
  static let doi = 500
  /// How many authors a paper has, how many affiliations an author, and how many DOIs a paper.
  static let authors = 10_000
  static let affiliations = 50
  static let dois = 20

  /// Stands where something was cut off.
  static let mark = "…"
}

extension String {
  /// This text if it is at most `bound` bytes long; otherwise its beginning, and the mark.
  func cut(at bound: Int) -> String {
    guard utf8.count > bound else { return self }
    var end = utf8.index(startIndex, offsetBy: bound - FieldBound.mark.utf8.count)
    while end > startIndex, end.samePosition(in: unicodeScalars) == nil {
      end = utf8.index(before: end)
    }
    return String(self[..<end]) + FieldBound.mark
  }
}

extension [Paper.Author] {
  /// Whether further authors would not be taken.
  var isFull: Bool { count > FieldBound.authors }

  /// Adds an author with what is in bounds; one too many is the mark. A name without a letter or a
  /// digit is none: arXiv makes an author of the colon in `Fermi-LAT Collaboration: S. Abdollahi`.
  mutating func take(_ name: String, affiliations: [String] = []) {
    guard !isFull, name.contains(where: { $0.isLetter || $0.isNumber }) else { return }
    guard count < FieldBound.authors else { return append(.init(FieldBound.mark)) }
    append(
      .init(
        name.cut(at: FieldBound.name),
        affiliations: affiliations.prefix(FieldBound.affiliations).map {
          $0.cut(at: FieldBound.affiliation)
        }))
  }
}
