/// What TeX makes of punctuation in text.
extension TeXConverter {
  /// `~` ties two words; before a number it means "about".
  mutating func tie() {
    guard let before, let after = peek(1),
      !before.isBlank, !after.isBlank,
      !"/(~=[".unicodeScalars.contains(before), after != "~"
    else { return copy(1) }
    // O~(n) leaves out logarithms.
    let isSingleLetter = position < 2 || !source[position - 2].isLetter
    if after == "(", isSingleLetter, before.isLetter { return copy(1) }
    put(" ", for: 1)
  }

  /// `--` and `---`, but not the hyphens of an option (`--help`), of an arrow or of a rule.
  mutating func dashes() {
    var count = 0
    while peek(count) == "-" { count += 1 }
    let before = before ?? " "
    let startsWord = before.isBlank || before == "(" || before == "`"
    let isOption = count == 2 && startsWord && (peek(count)?.isLetter ?? false)
    let isArrow = peek(count) == ">" || before == "<"
    if count == 1 || count > 3 || isOption || isArrow { return copy(count) }
    put(count == 2 ? "–" : "—", for: count)
  }

  mutating func openingQuote() {
    if peek(1) == "`", peek(2) != "`", before != "`" {
      isQuoting = true
      return put("“", for: 2)
    }
    // A single quote, when its end comes before another begins: `word'.
    let following = source[(position + 1)..<min(position + 80, end)]
    if let other = following.firstIndex(where: { $0 == "`" || $0 == "'" }), source[other] == "'",
      other > position + 1, !source[position + 1].isBlank,
      other + 1 >= end || !source[other + 1].isLetter && source[other + 1] != "'"
    {
      let inner = converted(position + 1..<other, isMath: false)
      return put(["‘"] + inner.scalars + ["’"], upTo: other + 1)
    }
    copy(1)
  }

  mutating func closingQuote() {
    guard isQuoting, peek(1) == "'" else { return copy(1) }
    isQuoting = false
    put("”", for: 2)
  }
}
