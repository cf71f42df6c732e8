import Foundation
import Papers

/// Recorded replies of arXiv, which lie beside the repository; tests skip them where they are absent.
enum RecordedReplies {
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "shared/arxiv-feeds")

  /// The clone may lie one folder deeper than the recordings.
  static let existingFolder: URL? = {
    let candidates = [
      folder,
      folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "shared/arxiv-feeds"),
    ]
    return candidates.first { FileManager.default.fileExists(atPath: $0.path) }
  }()

  static var areThere: Bool { existingFolder != nil }

  static func bytes(_ name: String) throws -> [UInt8] {
    guard let existingFolder else { throw CocoaError(.fileNoSuchFile) }
    return [UInt8](try Data(contentsOf: existingFolder.appending(path: name)))
  }

  /// Names of the replies of the query API which are no errors.
  static let apiReplies: [String] = {
    guard let existingFolder else { return [] }
    let names = (try? FileManager.default.contentsOfDirectory(atPath: existingFolder.path)) ?? []
    return names.filter {
      ($0.hasPrefix("api-") || $0.hasPrefix("legacy-api-")) && !$0.contains("error")
    }.sorted()
  }()

  /// The ids of arXiv's categories.
  static let taxonomy: Set<String> = {
    guard let existingFolder,
      let data = try? Data(
        contentsOf: existingFolder.deletingLastPathComponent()
          .appending(path: "arxiv-taxonomy.json")),
      let list = try? JSONSerialization.jsonObject(with: data) as? [[String: Any]]
    else { return [] }
    return Set(list.compactMap { $0["id"] as? String })
  }()
}

/// What a feed says, read by cutting its text, without an XML parser: the other opinion.
struct ScannedEntry: Equatable {
  var id: String
  var title: String
  var abstractWords: [String]
  var names: [String]
  var affiliations: [[String]]
  var categories: Set<String>
  var primary: String
  var published: String
  var updated: String
  var comment: String?
  var journalRef: String?
  var dois: [String]

  init(_ paper: Paper) {
    id = paper.reference.description
    title = paper.title
    abstractWords = paper.abstract.split(whereSeparator: \.isWhitespace).map(String.init)
    names = paper.authors.map(\.name)
    affiliations = paper.authors.map(\.affiliations)
    categories = Set(paper.categories)
    primary = paper.primaryCategory
    published = paper.published.descriptionInSeconds
    updated = paper.updated.descriptionInSeconds
    comment = paper.comment
    journalRef = paper.journalRef
    dois = paper.dois
  }

  init(xml: String, taxonomy: Set<String>) {
    func all(_ tag: String, in text: String) -> [String] {
      text.components(separatedBy: "<\(tag)").dropFirst().compactMap { part in
        guard let close = part.firstIndex(of: ">"), part.first == ">" || part.first == " ",
          let end = part.range(of: "</\(tag)>")
        else { return nil }
        return Self.collapsed(
          String(part[part.index(after: close)..<end.lowerBound]))
      }
    }
    func terms(_ tag: String) -> [String] {
      xml.components(separatedBy: "<\(tag) ").dropFirst().compactMap { part in
        part.components(separatedBy: "term=\"").dropFirst().first?
          .components(separatedBy: "\"").first
      }
    }
    let url = all("id", in: xml).first ?? ""
    id = url.components(separatedBy: "/abs/").last ?? ""
    title = all("title", in: xml).first ?? ""
    abstractWords = (all("summary", in: xml).first ?? "").split(separator: " ").map(String.init)
    let authors = xml.components(separatedBy: "<author>").dropFirst().map {
      $0.components(separatedBy: "</author>")[0]
    }
    names = authors.map { all("name", in: $0).first ?? "" }
    affiliations = authors.map { all("arxiv:affiliation", in: $0) }
    categories = Set(terms("category")).intersection(taxonomy)
    primary = terms("arxiv:primary_category").first ?? ""
    published = all("published", in: xml).first ?? ""
    updated = all("updated", in: xml).first ?? ""
    comment = all("arxiv:comment", in: xml).first
    journalRef = all("arxiv:journal_ref", in: xml).first
    dois = all("arxiv:doi", in: xml)
      .flatMap { $0.components(separatedBy: CharacterSet(charactersIn: "; ")) }
      .filter { !$0.isEmpty }
  }

  static func scan(_ bytes: [UInt8], taxonomy: Set<String>) -> [ScannedEntry] {
    String(decoding: bytes, as: UTF8.self).components(separatedBy: "<entry>").dropFirst().map {
      ScannedEntry(xml: $0.components(separatedBy: "</entry>")[0], taxonomy: taxonomy)
    }
  }

  private static func collapsed(_ text: String) -> String {
    text.split { " \n\t\r".contains($0) }.joined(separator: " ")
      .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&gt;", with: ">")
      .replacingOccurrences(of: "&quot;", with: "\"").replacingOccurrences(of: "&amp;", with: "&")
  }
}
