package import Papers

/// An entry of a BibTeX file as it was read.
package struct BibTeXRecord: Equatable, Sendable {
  /// In lower case, without `@`.
  package var type: String
  /// As it is written; empty when there is none.
  package var key = ""
  /// By name in lower case; TeX is left in the values.
  package var fields: [String: String] = [:]
  /// Whether a value has no end, so that it holds what was meant for other fields.
  package var isTorn = false

  package init(type: String) {
    self.type = type
  }

  /// The paper of arXiv that the entry is about; nil when it names none.
  ///
  /// It may be named as eprint, by arXiv's DOI, in an address, or in one of the fields in which
  /// people write `arXiv:1706.03762`. What only looks like an identifier counts where the entry says
  /// that it is of arXiv.
  package var reference: ArXivReference? {
    if let reference = eprint { return reference }
    for name in Self.ownFields {
      if let reference = fields[name].flatMap({ ArXivReference($0) }) { return reference }
    }
    for name in Self.placesToName {
      guard let text = fields[name], text.lowercased().contains("arxiv") else { continue }
      if let reference = ArXivReference.all(in: text).first { return reference }
    }
    let journal = (fields["journal"] ?? fields["journaltitle"] ?? "").lowercased()
    if journal.contains("arxiv") || journal.contains("corr") {
      for name in ["volume", "number", "pages", "eid"] {
        if let reference = fields[name].flatMap({ ArXivReference.all(in: $0).first }) {
          return reference
        }
      }
    }
    guard isTorn else { return nil }
    // Other fields are somewhere in the value that does not end.
    let values = fields.sorted { $0.key < $1.key }.map(\.value)
    return values.lazy.compactMap { text in
      text.lowercased().contains("arxiv") ? ArXivReference.all(in: text).first : nil
    }.first
  }

  /// The eprint, unless it is of another archive. Old identifiers have their archive beside them.
  private var eprint: ArXivReference? {
    guard let eprint = fields["eprint"] else { return nil }
    let archive = (fields["archiveprefix"] ?? fields["eprinttype"] ?? "").lowercased()
    if let reference = ArXivReference(eprint) {
      return archive.isEmpty || archive.contains("arxiv") || reference.id.archive != nil
        ? reference : nil
    }
    let subject = fields["primaryclass"] ?? fields["eprintclass"] ?? ""
    for name in [subject, archive] where !name.isEmpty {
      if let reference = ArXivReference("\(name)/\(eprint)") { return reference }
    }
    return ArXivReference.all(in: eprint).first
  }

  /// Fields that hold nothing but an identifier, a DOI or an address.
  private static let ownFields = ["arxivid", "arxiv", "doi", "url", "ee", "link"]

  /// Fields in which an identifier is one of several things.
  private static let placesToName = [
    "doi", "url", "ee", "link", "pdf", "bdsk-url-1", "journal", "journaltitle", "eid", "pages",
    "volume", "number", "howpublished", "booktitle", "series", "publisher", "institution", "type",
    "archive", "note", "annote", "addendum", "pubstate",
  ]

  /// What the entry says about a paper, dated by `date`, the latest day on which it can have been
  /// submitted; nil when it has no title.
  package func description(of reference: ArXivReference, date: Timestamp) -> Paper? {
    guard !isTorn, let title = fields["title"]?.collapsed, !title.isEmpty else { return nil }
    let category = (fields["primaryclass"] ?? fields["eprintclass"])?.collapsed ?? ""
    return Paper(
      id: reference.id, version: reference.version ?? 1, title: title.withoutOuterBraces,
      abstract: fields["abstract"]?.collapsed.withoutOuterBraces ?? "",
      authors: BibTeXNames.names(in: fields["author"] ?? "").map { Paper.Author($0) },
      categories: Category.isKnown(category) ? [category] : [],
      published: date)
  }

  /// The words of `keywords`, as tags.
  package var keywords: [String] {
    let text = fields["keywords"] ?? fields["keyword"] ?? ""
    var seen: Set<String> = []
    return text.split { $0 == "," || $0 == ";" || $0.isNewline }
      .map { String($0).collapsed.texAsUnicode.onOneLine }
      .filter { !$0.isEmpty && seen.insert($0).inserted }
  }
}

extension String {
  /// This text on one line, white space collapsed, as papers keep their texts.
  var collapsed: String {
    split { $0.isWhitespace }.joined(separator: " ")
  }

  /// This text without braces around all of it, which protect its capitals.
  var withoutOuterBraces: String {
    var text = self[...]
    // Nobody means more than a few; each pair costs a look at all of the text.
    for _ in 0..<3 where text.first == "{" && text.last == "}" && text.utf8.count > 2 {
      var depth = 0
      for character in text.dropLast() {
        if character == "{" { depth += 1 } else if character == "}" { depth -= 1 }
        if depth == 0 { return String(text) }
      }
      text = text.dropFirst().dropLast()
    }
    return String(text)
  }
}
