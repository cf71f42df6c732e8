extension String {
  /// It in lines of at most that many columns.
  ///
  /// Lines break at blanks, which go; after a hyphen or dash between letters; beside wide characters
  /// (not before closing or after opening punctuation); and anywhere in what is still too long.
  /// "\n" always begins a new line, so an empty paragraph is an empty line. Blanks at the beginning
  /// of a paragraph stay, as indentation. A character too wide for a whole line becomes "?". Without
  /// a column there are no lines.
  package func wrapped(toColumns columns: Int) -> [String] {
    guard columns > 0 else { return [] }
    if utf8.count <= columns, isPrintableASCII {
      let end = utf8.lastIndex { $0 != UInt8(ascii: " ") }.map(utf8.index(after:))
      return [String(self[..<(end ?? startIndex)])]
    }
    if DisplayClusters(self).contains(where: { $0.columns > columns }) {
      return String(map { $0.displayWidth > columns ? "?" : $0 }).wrapped(toColumns: columns)
    }
    var breaker = LineBreaker(text: self, columns: columns)
    for cluster in DisplayClusters(self) { breaker.take(cluster) }
    breaker.endParagraph(next: endIndex)
    return breaker.lines
  }
}

/// Takes a text cluster by cluster and cuts it into lines. No cluster is wider than a line.
private struct LineBreaker {
  let text: String
  let columns: Int
  private(set) var lines: [String] = []

  /// Where the line begins and where the last character in it that is not a blank ends.
  private var start: String.Index
  private var inkEnd: String.Index
  private var used = 0
  /// The last place in the line where it may break.
  private var opportunity: Opportunity?
  private var previous = Shape.beginning

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

  init(text: String, columns: Int) {
    self.text = text
    self.columns = columns
    start = text.startIndex
    inkEnd = start
  }

  mutating func take(_ cluster: DisplayCluster) {
    if isNewline(cluster) { return endParagraph(next: cluster.range.upperBound) }
    // What is not drawn neither ends a line nor keeps one together.
    guard cluster.columns > 0 else { return }
    if cluster.firstByte == UInt8(ascii: " ") || cluster.firstByte == UInt8(ascii: "\t") {
      // A blank that does not fit is where the line ends; it stands for no more than that.
      used = min(used + 1, columns)
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

  private func allowsBreak(before cluster: DisplayCluster, _ shape: Shape) -> Bool {
    switch previous {
    case .beginning, .opening: false
    case .blank: true
    case .hyphenAfterLetter: shape == .letter
    case .wide: !isClosing(cluster)
    case .letter, .other: shape == .wide && !isClosing(cluster)
    }
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
