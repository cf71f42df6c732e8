/// A paper as people and feeds name it, perhaps with a version: `arXiv:1706.03762v7`, a URL, a DOI.
package struct ArXivReference: Hashable, Sendable, CustomStringConvertible {
  /// The paper.
  package var id: ArXivID
  /// Counted from 1; nil means the latest.
  package var version: Int?

  package init(id: ArXivID, version: Int? = nil) {
    self.id = id
    self.version = version
  }

  /// The identifier with its version, as arXiv prints it: `1706.03762v7`.
  package var description: String { version.map { "\(id)v\($0)" } ?? id.description }

  /// Reads any of the spellings of ARXIV.md 5: surrounding blanks, `arXiv:` in any case, URLs of
  /// arXiv's hosts, DOIs of the form `10.48550/arXiv.ID`, `oai:arXiv.org:ID`, an upper-case archive
  /// or `V`, a subject class, a category in brackets behind, the brackets, quotes and punctuation of
  /// prose around.
  package init?(_ text: some StringProtocol) {
    var rest = Substring(text).trimmed
    guard !rest.isEmpty, rest.utf8.count <= 2048 else { return nil }
    while let first = rest.first, "([{<\"'".contains(first) { rest.removeFirst() }
    while let last = rest.last, ".,;:".contains(last) { rest.removeLast() }
    if rest.hasSuffix("]"), let bracket = rest.lastIndex(of: "["), bracket > rest.startIndex {
      rest = rest[..<bracket].trimmed
    }
    while let last = rest.last, ".,;:)]}>\"'".contains(last) { rest.removeLast() }
    if rest.takeURL() {
      if let end = rest.firstIndex(where: { $0 == "?" || $0 == "#" }) { rest = rest[..<end] }
      while rest.last == "/" { rest.removeLast() }
      if rest.lowercased().hasSuffix(".pdf") { rest.removeLast(4) }
    } else {
      _ = rest.take(prefix: "doi:")
      for prefix in [
        "https://doi.org/", "http://doi.org/", "http://dx.doi.org/",
        "https://dx.doi.org/",
      ]
      where rest.take(prefix: prefix) { break }
      let isDOI = rest.take(prefix: "10.48550/arxiv.")
      if !isDOI, !rest.take(prefix: "oai:arxiv.org:") { _ = rest.take(prefix: "arxiv:") }
      rest = rest.trimmed
    }
    self.init(bare: &rest)
    guard rest.isEmpty else { return nil }
  }

  /// Reads an identifier at the beginning of `text` and removes it.
  init?(bare text: inout Substring) {
    guard let first = text.unicodeScalars.first else { return nil }
    var rest = text
    if ("0"..."9").contains(first) {
      guard let month = rest.takeDigits(4...4).flatMap({ ArXivMonth($0) }),
        rest.take(prefix: "."), let digits = rest.takeDigits(4...5), let number = Int(digits),
        digits.utf8.count == (month.year >= 2015 ? 5 : 4),
        let id = ArXivID(month: month, number: number)
      else { return nil }
      self.init(id: id)
    } else {
      let archive = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
      rest = rest.dropFirst(archive.count)
      if rest.take(prefix: ".") {
        let subject = rest.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        guard subject.count >= 2 else { return nil }
        rest = rest.dropFirst(subject.count)
      }
      guard rest.take(prefix: "/"), let digits = rest.takeDigits(7...7),
        let month = ArXivMonth(digits.prefix(4)), let number = Int(digits.dropFirst(4)),
        let id = ArXivID(archive: archive.lowercased(), month: month, number: number)
      else { return nil }
      self.init(id: id)
    }
    if let mark = rest.first, mark == "v" || mark == "V" {
      var afterMark = rest.dropFirst()
      if let digits = afterMark.takeDigits(1...4), let version = Int(digits), digits.first != "0" {
        self.version = version
        rest = afterMark
      }
    }
    text = rest
  }

  /// Every paper that a text of any kind mentions, each once, in order.
  ///
  /// New identifiers stand alone or in any spelling; old ones need their archive. Digits that only
  /// look like an identifier because they are part of a longer number are left alone.
  package static func all(in text: String) -> [ArXivReference] {
    var found: [ArXivReference] = []
    var seen: Set<ArXivID> = []
    var rest = Substring(text)
    var previous: Character = " "
    // A hyphen behind a word or another identifier, as in `vaswani-1706.03762.pdf`, may be followed
    // by one; a hyphen behind other digits is part of a longer number.
    var isBehindHyphenatedWord = false
    while let character = rest.first {
      let joins = previous.isLetter || previous.isNumber || previous == "-"
      let mayBegin =
        character.isASCII && (character.isNumber && previous != "." || character.isLetter)
      let splits = character.isNumber && (previous.isLetter || isBehindHyphenatedWord)
      if mayBegin, !joins || splits {
        var candidate = rest
        if let reference = ArXivReference(bare: &candidate),
          candidate.first.map({ !$0.isNumber && !($0.isLetter && $0.isASCII) }) ?? true
        {
          if seen.insert(reference.id).inserted { found.append(reference) }
          rest = candidate
          previous = "0"
          if rest.first == "-" {
            rest = rest.dropFirst()
            previous = "-"
            isBehindHyphenatedWord = true
          }
          continue
        }
      }
      isBehindHyphenatedWord = character == "-" && previous.isLetter
      // A full stop before digits may be the end of `arXiv.` in a DOI, or a decimal point.
      previous = character == "." && previous.isLetter ? " " : character
      rest = rest.dropFirst()
    }
    return found
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }

  /// Removes `prefix`, given in lower case, whatever the case of the text.
  fileprivate mutating func take(prefix: String) -> Bool {
    guard self.prefix(prefix.count).lowercased() == prefix else { return false }
    removeFirst(prefix.count)
    return true
  }

  fileprivate mutating func takeDigits(_ count: ClosedRange<Int>) -> Substring? {
    let digits = prefix(count.upperBound).prefix { $0.isASCII && $0.isNumber }
    guard digits.count >= count.lowerBound else { return nil }
    removeFirst(digits.count)
    return digits
  }

  /// Removes scheme, host and the first folder of a URL of arXiv's.
  fileprivate mutating func takeURL() -> Bool {
    var rest = self
    if !rest.take(prefix: "https://") { _ = rest.take(prefix: "http://") }
    for host in ["arxiv.org/", "www.arxiv.org/", "export.arxiv.org/"] where rest.take(prefix: host)
    {
      for folder in ["abs/", "pdf/", "html/", "src/", "e-print/", "format/", "ps/", "bibtex/"]
      where rest.take(prefix: folder) {
        self = rest
        return true
      }
    }
    return false
  }
}
