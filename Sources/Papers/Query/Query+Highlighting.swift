extension Query {
  /// The words and phrases that papers found have somewhere, for showing where: the texts of terms
  /// that are not denied, each once, in the order of the query. Of an author's name, its words.
  package var highlightTerms: [String] {
    var terms: [String] = []
    expression.forEachTerm { term, isPositive in
      guard isPositive else { return }
      let found: [String] =
        switch term.condition {
        case .text(_, let text), .note(let text): [text]
        case .author(let name):
          name.split { $0 == "," || $0 == "_" || $0.isWhitespace }.map(String.init)
            .filter { $0.contains { $0.isLetter } && $0.filter(\.isLetter).count > 1 }
        default: []
        }
      for text in found where !terms.contains(text) { terms.append(text) }
    }
    return terms
  }
}

extension String {
  /// Where any of `terms` stands in this text, as searches compare texts (``folded``), in order and
  /// without overlap. A match covers whole characters.
  package func ranges(ofFolded terms: [String]) -> [Range<String.Index>] {
    let needles = terms.map(Needle.init).filter { !$0.bytes.isEmpty }
    if needles.isEmpty { return [] }
    // The folded bytes, and for each the character that it comes from.
    var bytes: [UInt8] = []
    var origins: [String.Index] = []
    for index in indices {
      let character = self[index]
      let length = bytes.count
      if character.isWhitespace {
        if bytes.last != 0x20 { bytes.append(0x20) }
      } else {
        String(character).appendFolded(to: &bytes)
      }
      origins.append(contentsOf: repeatElement(index, count: bytes.count - length))
    }
    var ranges: [Range<String.Index>] = []
    bytes.withUnsafeBufferPointer { text in
      for needle in needles {
        var start = 0
        while let at = needle.firstOffset(in: text, from: start) {
          ranges.append(origins[at]..<index(after: origins[at + needle.bytes.count - 1]))
          start = at + 1
        }
      }
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
    return ranges.reduce(into: []) { merged, range in
      if let last = merged.last, range.lowerBound < last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
  }
}
