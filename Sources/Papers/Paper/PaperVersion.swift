package import JSONText

/// What one version of a paper says: the texts in which versions are compared.
///
/// A paper that the user knows keeps that of the version they saw when a newer one arrives.
package struct PaperVersion: Equatable, Sendable {
  /// Counted from 1.
  package var number: Int
  /// When it was submitted.
  package var updated: Timestamp
  /// As arXiv wrote it, like the texts below.
  package var title: String
  /// Paragraphs are separated by a newline.
  package var abstract: String
  /// In the order of the paper.
  package var authors: [Paper.Author]
  /// The authors' remark, if there is one.
  package var comment: String?
  /// The primary one first.
  package var categories: [String]
  /// Members of the stored object that this version of paperq does not know.
  package var unknown: JSONObject = [:]

  /// The version that a description of a paper is about.
  package init(of paper: Paper) {
    number = paper.version
    updated = paper.updated
    title = paper.title
    abstract = paper.abstract
    authors = paper.authors
    comment = paper.comment
    categories = paper.categories
  }
}

extension PaperVersion {
  /// The member `earlier` of a paper's record, keys sorted, what is absent left out.
  var json: JSONValue {
    var object = unknown
    object.set("abstract", abstract.isEmpty ? nil : .string(abstract))
    object.set("authors", authors.isEmpty ? nil : .array(authors.map(\.json)))
    object.set("categories", categories.isEmpty ? nil : .array(categories.map { .string($0) }))
    object.set("comment", comment.map { .string($0) })
    object.set("title", .string(title))
    object.set("updated", .string(updated.descriptionInSeconds))
    object.set("version", .integer(number))
    return .object(object.sortedByKey)
  }

  /// Reads the member `earlier`; nil without version, title or time. What else is of a wrong type
  /// counts as unknown.
  init?(json: JSONValue) {
    guard var rest = json.object,
      let number = rest.take("version", \.integer), number > 0,
      let title = rest.take("title", \.string),
      let updated = rest.take("updated", { $0.string.flatMap { Timestamp($0) } })
    else { return nil }
    self.number = number
    self.title = title
    self.updated = updated
    abstract = rest.take("abstract", \.string) ?? ""
    authors = rest.take("authors", { $0.list(of: Paper.Author.init(json:)) }) ?? []
    comment = rest.take("comment", \.string)
    categories = rest.take("categories", { $0.list(of: \.string) }) ?? []
    unknown = rest
  }
}
