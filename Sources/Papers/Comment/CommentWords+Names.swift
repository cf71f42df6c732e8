extension CommentWords {
  /// A name in capitals at a place: `Physical Review D`, `Annals of Statistics`.
  func name(at start: Int) -> (text: String, end: Int)? {
    let joiners: Set<String> = [
      "of", "and", "on", "in", "for", "the", "de", "la", "et", "der", "und", "des", "&",
    ]
    let months: Set<String> = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep",
      "oct", "nov", "dec", "comments", "code", "arxiv", "latex", "v", "vol", "volume", "no",
      "issue",
      "issn", "pp", "pages",
    ]
    var end = start
    while end < count, end < start + 10 {
      let word = words[end]
      if end > start, !word.gap.isDisjoint(with: .segment.union([.closing, .at])) { break }
      // `Robotics - Paris`
      if end > start, word.gap.isSuperset(of: [.hyphen, .blank]) { break }
      guard
        word.isCapitalised && !months.contains(word.lower)
          || end > start && joiners.contains(word.lower)
      else { break }
      end += 1
    }
    while end > start, joiners.contains(words[end - 1].lower) { end -= 1 }
    // One word of several in small letters tells nothing: `Theoretical biology`.
    if end == start + 1, end < count, words[end].gap == .blank, words[end].number == nil,
      !words[end].isCapitalised, words[start].text.utf8.contains(where: { $0 >= 0x61 }),
      !joiners.contains(words[end].lower)
    {
      return nil
    }
    guard end > start, words[start..<end].contains(where: { $0.text.utf8.count > 1 }) else {
      return nil
    }
    var text = ""
    for index in start..<end {
      let word = words[index]
      if index > start {
        let gap = word.gap
        let isApart = gap.contains(.blank)
        text +=
          gap.contains(.dot)
          ? ". " : gap.contains(.hyphen) ? "-" : !gap.contains(.other) ? " " : isApart ? " & " : "/"
      }
      guard text.count + word.text.count <= 48 else { return (text.trimmedEnd + "…", end) }
      text += word.text
    }
    // The last word of a name may be an abbreviation too: `Phys. Lett.`
    if end < count, words[end].gap.contains(.dot) { text += "." }
    return (text, end)
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
