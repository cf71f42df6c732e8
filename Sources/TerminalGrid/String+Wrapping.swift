extension String {
  /// It in lines of at most that many columns.
  ///
  /// Lines break at blanks, which go; after a hyphen or dash between letters, unless `keepsWords`;
  /// beside wide characters (not before closing or after opening punctuation); and anywhere in what is
  /// still too long. An address, an identifier or a category, such as `doi.org/10.1000/ab-cd` and
  /// `cond-mat.str-el`, does not break at its hyphens where a line has room for all of it.
  /// "\n" always begins a new line, so an empty paragraph is an empty line. Blanks at the beginning
  /// of a paragraph stay, as indentation. A character too wide for a whole line becomes "?". Without
  /// a column there are no lines.
  package func wrapped(toColumns columns: Int, keepsWords: Bool = false) -> [String] {
    guard columns > 0 else { return [] }
    if utf8.count <= columns, isPrintableASCII {
      let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }.map(utf8.index(after:))
      return [String(self[..<(end ?? startIndex)])]
    }
    if DisplayClusters(self).contains(where: { $0.columns > columns }) {
      return String(map { $0.displayWidth > columns ? "?" : $0 })
        .wrapped(toColumns: columns, keepsWords: keepsWords)
    }
    var breaker = LineBreaker(text: self, columns: columns, keepsWords: keepsWords)
    for cluster in DisplayClusters(self) { breaker.take(cluster) }
    breaker.endParagraph(next: endIndex)
    return breaker.lines
  }
}

/// Takes a text cluster by cluster and cuts it into lines. No cluster is wider than a line.
private struct LineBreaker {
  let text: String
  let columns: Int
  let keepsWords: Bool
  private(set) var lines: [String] = []

  /// Where the line begins and where the last character in it that is not a blank ends.
  private var start: String.Index
  private var inkEnd: String.Index
  private var used = 0
  /// The last place in the line where it may break.
  private var opportunity: Opportunity?
  private var previous = Shape.beginning
  /// Where the word ends that was looked at last, and whether it breaks at its hyphens.
  private var word: (end: String.Index, breaks: Bool)
  /// Where the present word begins.
  private var wordStart: String.Index

  private struct Opportunity {
    var lineEnd: String.Index
    var nextStart: String.Index
    /// The columns of the line before `nextStart`.
    var columns: Int
  }

  /// What a character means for breaking after it.
  private enum Shape {
    case beginning, blank, letter, hyphenAfterLetter, opening, wide, other
  }

  init(text: String, columns: Int, keepsWords: Bool) {
    self.text = text
    self.columns = columns
    self.keepsWords = keepsWords
    start = text.startIndex
    inkEnd = start
    wordStart = start
    word = (start, false)
  }

  mutating func take(_ cluster: DisplayCluster) {
    if isNewline(cluster) { return endParagraph(next: cluster.range.upperBound) }
    // What is not drawn neither ends a line nor keeps one together.
    guard cluster.columns > 0 else { return }
    if cluster.firstByte == UInt8(ascii: " ") || cluster.firstByte == UInt8(ascii: "\t") {
      // A blank that does not fit is where the line ends; it stands for no more than that.
      used = min(used + 1, columns)
      wordStart = cluster.range.upperBound
      if inkEnd > start { previous = .blank }
      return
    }
    let shape = shape(of: cluster)
    if allowsBreak(before: cluster, shape) {
      opportunity = Opportunity(
        lineEnd: inkEnd, nextStart: cluster.range.lowerBound, columns: used)
    }
    while used + cluster.columns > columns { breakLine(before: cluster) }
    used += cluster.columns
    inkEnd = cluster.range.upperBound
    previous = shape
  }

  /// Ends the line and the paragraph; the next one begins at that place.
  mutating func endParagraph(next: String.Index) {
    wordStart = next
    lines.append(String(text[start..<inkEnd]))
    begin(at: next, used: 0)
    previous = .beginning
  }

  private mutating func breakLine(before cluster: DisplayCluster) {
    if let opportunity {
      lines.append(String(text[start..<opportunity.lineEnd]))
      let end = inkEnd
      begin(at: opportunity.nextStart, used: used - opportunity.columns)
      inkEnd = max(end, start)
    } else {
      lines.append(String(text[start..<inkEnd]))
      begin(at: cluster.range.lowerBound, used: 0)
    }
  }

  private mutating func begin(at index: String.Index, used: Int) {
    start = index
    inkEnd = index
    self.used = used
    opportunity = nil
  }

  private mutating func allowsBreak(before cluster: DisplayCluster, _ shape: Shape) -> Bool {
    switch previous {
    case .beginning, .opening: false
    case .blank: true
    case .hyphenAfterLetter: shape == .letter && breaksWord(at: cluster.range.lowerBound)
    case .wide: !isClosing(cluster)
    case .letter, .other: shape == .wide && !isClosing(cluster)
    }
  }

  /// Whether the word around a place may be parted at its hyphens. Each word is looked at once.
  private mutating func breaksWord(at index: String.Index) -> Bool {
    guard !keepsWords else { return false }
    if index >= word.end {
      let end = text.utf8[index...].firstIndex { $0 <= 0x20 } ?? text.endIndex
      let whole = text[wordStart..<end]
      word = (end, !whole.isAddress || String(whole).displayWidth > columns)
    }
    return word.breaks
  }

  private func shape(of cluster: DisplayCluster) -> Shape {
    switch cluster.firstByte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return .letter
    case UInt8(ascii: "-"): return previous == .letter ? .hyphenAfterLetter : .other
    case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): return .opening
    case 0..<0x80: return .other
    default: break
    }
    let character = text[cluster.range.lowerBound]
    if cluster.columns == 2 { return openingPunctuation.contains(character) ? .opening : .wide }
    if dashes.contains(character) { return previous == .letter ? .hyphenAfterLetter : .other }
    return character.isLetter ? .letter : .other
  }

  private func isClosing(_ cluster: DisplayCluster) -> Bool {
    closingPunctuation.contains(text[cluster.range.lowerBound])
  }

  private func isNewline(_ cluster: DisplayCluster) -> Bool {
    switch cluster.firstByte {
    case UInt8(ascii: "\t"): false
    case 0x0A...0x0D: true
    // NEL, and the separators of lines and paragraphs.
    case 0xC2, 0xE2: text[cluster.range.lowerBound].isNewline
    default: false
    }
  }
}

private let dashes: Set<Character> = ["\u{2010}", "\u{2012}", "–", "—"]
private let openingPunctuation = Set<Character>("（［｛「『【〈《〔")
private let closingPunctuation = Set<Character>("、。，．：；！？）］｝」』】〉》〕・ー…,.:;!?)]}")

extension Substring {
  /// Whether a word is no word of a language but names a place or a thing: a dot parts letters or
  /// digits of it, or a slash stands before a digit, as in `hep-th/9901001`.
  fileprivate var isAddress: Bool {
    var before: UInt8 = 0
    var mark: UInt8 = 0
    for byte in utf8 {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      let isLetter = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
      if mark == UInt8(ascii: "."), isDigit || isLetter { return true }
      if mark == UInt8(ascii: "/"), isDigit { return true }
      mark = before > 0 ? byte : 0
      before = isDigit || isLetter ? byte : 0
    }
    return false
  }
}
