extension String {
  /// It in lines of at most that many columns.
  ///
  /// Lines break at blanks, which go; after a hyphen or dash between letters; beside wide characters
  /// (not before closing or after opening punctuation); and anywhere in what is still too long.
  /// "\n" always begins a new line, so an empty paragraph is an empty line. A blank at the beginning
  /// of a paragraph stays, as indentation. A character too wide for a whole line becomes "?". Without
  /// a column there are no lines.
  package func wrapped(toColumns columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    return split(omittingEmptySubsequences: false) { $0.isNewline }.flatMap { paragraph in
      var lines = LineBreaker(columns: columns)
      for character in paragraph { lines.take(character) }
      return lines.finished()
    }
  }
}

/// Takes a paragraph character by character and gives its lines.
private struct LineBreaker {
  let columns: Int
  private var lines: [String] = []
  private var line: [Glyph] = []
  private var used = 0
  /// How many glyphs of the line stay in it when it is broken at its last opportunity.
  private var lastBreak: Int?

  private struct Glyph {
    var character: Character
    var columns: Int
    var isBlank: Bool { character == " " || character == "\t" }
  }

  init(columns: Int) {
    self.columns = columns
  }

  mutating func take(_ character: Character) {
    var glyph = Glyph(character: character, columns: character.displayWidth)
    if glyph.columns > columns { glyph = Glyph(character: "?", columns: 1) }
    if let last = line.last, allowsBreak(between: last, and: glyph) { lastBreak = line.count }
    if used + glyph.columns > columns {
      // A blank that does not fit is where the line ends; it stands for no more than that.
      if glyph.isBlank { return }
      breakLine()
    }
    line.append(glyph)
    used += glyph.columns
  }

  mutating func finished() -> [String] {
    if !line.isEmpty || lines.isEmpty { lines.append(text(line[...])) }
    return lines
  }

  private mutating func breakLine() {
    let end = lastBreak ?? line.count
    lines.append(text(line[..<end]))
    line = Array(line[end...].drop(while: \.isBlank))
    used = line.reduce(0) { $0 + $1.columns }
    lastBreak = nil
  }

  private func text(_ glyphs: ArraySlice<Glyph>) -> String {
    let kept = glyphs.reversed().drop(while: \.isBlank).reversed()
    return String(kept.map(\.character))
  }

  private func allowsBreak(between left: Glyph, and right: Glyph) -> Bool {
    if right.isBlank { return false }
    if left.isBlank { return line.contains { !$0.isBlank } }
    if "-‐–—".contains(left.character) {
      return right.character.isLetter && line.dropLast().last?.character.isLetter == true
    }
    guard left.columns == 2 || right.columns == 2 else { return false }
    return !"、。，．：；！？）］｝」』】〉》〕・ー…,.:;!?)]}".contains(right.character)
      && !"（［｛「『【〈《〔([{".contains(left.character)
  }
}
