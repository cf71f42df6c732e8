package import Foundation
package import Papers

/// One request to arXiv's query API.
package struct FeedQuery: Equatable, Sendable {
  package enum Subject: Equatable, Sendable {
    /// A search in arXiv's grammar (ARXIV.md 2.1), fully parenthesised.
    case search(String)
    /// These papers, in the version given or the latest.
    case ids([ArXivReference])
  }

  package enum SortKey: String, Sendable {
    case relevance, lastUpdatedDate, submittedDate
  }

  package var subject: Subject
  /// The index of the first result.
  package var start: Int
  /// The page size, from 1 to `largestPage`.
  package var maxResults: Int
  package var sortBy: SortKey
  package var isDescending: Bool

  /// The most results that arXiv gives at once (ARXIV.md 2).
  static let largestPage = 2000

  /// A search, newest submission first unless said otherwise.
  package static func search(
    _ query: String, start: Int = 0, maxResults: Int, sortBy: SortKey = .submittedDate,
    isDescending: Bool = true
  ) -> FeedQuery {
    FeedQuery(
      subject: .search(query), start: start, maxResults: min(max(1, maxResults), largestPage),
      sortBy: sortBy, isDescending: isDescending)
  }

  /// Papers by id, at most 100 to keep the address short; as many results as ids are asked for.
  package static func ids(_ references: [ArXivReference]) -> FeedQuery {
    FeedQuery(
      subject: .ids(references), start: 0, maxResults: max(1, references.count),
      sortBy: .relevance, isDescending: true)
  }

  /// The address of this request at `api`.
  package func url(api: URL) -> String {
    var items: [(String, String)] = []
    switch subject {
    case .search(let query): items.append(("search_query", query))
    case .ids(let references):
      items.append(("id_list", references.map(\.description).joined(separator: ",")))
    }
    items += [("start", "\(start)"), ("max_results", "\(maxResults)")]
    if case .search = subject {
      items += [
        ("sortBy", sortBy.rawValue), ("sortOrder", isDescending ? "descending" : "ascending"),
      ]
    }
    let text = items.map { "\($0.0)=\(Self.encoded($0.1))" }.joined(separator: "&")
    let base = api.absoluteString
    return base + (base.contains("?") ? "&" : "?") + text
  }

  /// A search within what was submitted from `from` until `until`, both to the minute, inclusive.
  package static func windowed(_ query: String, from: Timestamp, until: Timestamp) -> String {
    let window = "submittedDate:[\(minutes(from)) TO \(minutes(until))]"
    return query.isEmpty ? window : "(\(query)) AND \(window)"
  }

  private static func minutes(_ time: Timestamp) -> String {
    String(time.description.filter(\.isNumber).prefix(12))
  }

  private static func encoded(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x20: result.append(UInt8(ascii: "+"))
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: result.append(byte)
      case _ where "-._~:,*/".utf8.contains(byte): result.append(byte)
      default:
        let hex = String(byte, radix: 16, uppercase: true)
        result += Array(("%" + (hex.count < 2 ? "0" : "") + hex).utf8)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
