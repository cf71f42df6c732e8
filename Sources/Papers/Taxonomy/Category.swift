/// A category or archive of arXiv's subject classification (ARXIV.md 9).
package struct Category: Hashable, Sendable {
  /// As feeds write it, e.g. `cs.LG`.
  package let id: String
  /// In English, e.g. `Machine Learning`.
  package let name: String
  /// Whether new papers can have it.
  package let isActive: Bool
  /// The category whose other name this is, e.g. `math-ph` for `math.MP`. Papers usually carry both.
  package let aliasOf: String?
  /// The category that took over the papers of one no longer in use.
  package let subsumedBy: String?

  /// All of them, in the order of their ids.
  package static let all: [Category] = table.split(separator: "\n").compactMap {
    Category(line: $0)
  }

  private static let byID = Dictionary(
    all.map { ($0.id.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })

  /// The category of an id, in any case; nil when arXiv has none of that id.
  package init?(_ id: some StringProtocol) {
    guard id.utf8.count <= 32, let category = Self.byID[id.lowercased()] else { return nil }
    self = category
  }

  /// An id, or one with a `*` for its end, in the case in which arXiv has it, for arXiv tells capitals
  /// apart: `cs.AI` for `cs.ai`, `cs.L*` for `CS.l*`. As it is where arXiv has none that fits.
  package static func spelled(_ id: String) -> String {
    guard id.last == "*" else { return Category(id)?.id ?? id }
    let stem = id.dropLast().lowercased()
    let known = all.first { $0.id.lowercased().hasPrefix(stem) }
    return known.map { "\($0.id.prefix(stem.count))*" } ?? id
  }

  /// Whether arXiv has, or had, a category of exactly this id. MSC and ACM codes are none.
  package static func isKnown(_ id: some StringProtocol) -> Bool {
    Category(id).map { $0.id == id } ?? false
  }

  /// The name of the category of an id, nil when there is no such category.
  package static func name(of id: some StringProtocol) -> String? {
    Category(id)?.name
  }

  private init?(line: Substring) {
    let parts = line.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3 else { return nil }
    var marks = parts[1]
    id = String(parts[0])
    name = String(parts[2])
    isActive = marks.first != "-"
    if marks.first == "-" { marks.removeFirst() }
    aliasOf = marks.first == "=" ? String(marks.dropFirst()) : nil
    subsumedBy = marks.first == ">" ? String(marks.dropFirst()) : nil
  }
}
