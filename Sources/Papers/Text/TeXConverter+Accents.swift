/// Letters with accents.
extension TeXConverter {
  /// Puts an accent on the letter at `start`; false when there is none.
  mutating func applyAccent(_ accent: TeXAccent, at start: Int) -> Bool {
    guard start < end else { return false }
    if source[start] == " " {
      // `\v c` needs its blank; `Poincar\' e` is a habit that only makes sense within a word.
      guard accent.isLetter || output.scalars.last?.isLetter ?? false,
        start + 1 < end, source[start + 1].isLetter
      else { return false }
    }
    guard let (range, stop) = argument(at: start) else { return false }
    let base = converted(range, isMath: false).scalars
    guard let first = base.first, let accented = accent.on(first),
      base.count == 1 || accented.count == 1
    else { return false }
    put(accented + base.dropFirst(), upTo: stop)
    return true
  }

  /// `\hat{x}`: on a letter, perhaps with scripts; a line also over several letters.
  mutating func applyMathAccent(_ accent: TeXAccent, name: String, at start: Int) -> Bool {
    guard let (range, stop) = argument(at: start) else { return false }
    let base = converted(trimmed(range), isMath: true)
    guard let first = base.scalars.first else { return false }
    if base.scalars.dropFirst().allSatisfy({ TeXScript.isScript($0) }),
      let accented = accent.on(first)
    {
      put(accented + base.scalars.dropFirst(), upTo: stop)
    } else if accent.isLine, base.scalars.allSatisfy({ accent.on($0) != nil }) {
      put(base.scalars.flatMap { accent.on($0) ?? [$0] }, upTo: stop)
    } else if isMath {
      output.isConverted = output.isConverted || base.isConverted
      output.scalars += Array("\\\(name){".unicodeScalars) + base.scalars + ["}"]
      position = stop
    } else {
      return false
    }
    return true
  }

  /// Damaged words, where a command has run into the letters behind it: `Ji\vrí`, `Jean-Fran\ccois`,
  /// `Miko\laj`.
  mutating func repairWord(_ name: String, at next: Int) -> Bool {
    guard !isMath, let before = output.scalars.last, before.isLetter,
      next >= end || source[next] != "{" && source[next] != "["
    else { return false }
    for count in [2, 1] where name.utf8.count > count {
      let command = TeXCommand.named(String(name.prefix(count)))
      if case .letter(let letter)? = command, letter != ["ı"], letter != ["ȷ"] {
        put(letter, upTo: position + 1 + count)
        return true
      }
      if case .accent(let accent)? = command, let base = name.unicodeScalars.dropFirst().first,
        let accented = accent.composed(with: base)
      {
        put([accented], upTo: position + 3)
        return true
      }
    }
    return false
  }
}
