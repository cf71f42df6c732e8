/// What goes into one cell, or into two when it is wide.
struct DisplayUnit: Equatable {
  var content: CellText
  /// 1 or 2.
  var columns: Int

  /// An empty cell.
  static let blank = DisplayUnit(content: .blank, columns: 1)

  /// A printable ASCII character.
  static func ascii(_ byte: UInt8) -> DisplayUnit {
    DisplayUnit(content: CellText(Unicode.Scalar(byte & 0x7F)), columns: 1)
  }
}

/// A text cut into what goes into cells, with everything left out that could do harm there.
///
/// Terminals disagree on how wide emoji sequences, flags and Indic clusters are; a wrong guess shifts
/// the rest of the row. So only what they agree on is drawn, and it is the same everywhere:
/// - a tab, a line break or a paragraph separator is a blank; every other control (C0, DEL, C1) and
///   every format or default-ignorable character (bidi controls, soft hyphens, zero-width spaces,
///   variation selectors, tags) is dropped;
/// - an emoji sequence (skin tone, joined family) is drawn as its first emoji;
/// - a flag is drawn as its two letters;
/// - in a cluster of several characters that take room (Devanagari and its kin), each gets its own
///   cell;
/// - a base character keeps its first 4 marks, as many as ncurses can hold; a mark that has no base
///   is dropped.
struct DisplayUnits: Sequence, IteratorProtocol {
  private let text: String
  private var index: String.Index
  /// The rest of a cluster of several units, in reverse.
  private var pending: [DisplayUnit] = []

  init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  mutating func next() -> DisplayUnit? {
    if let unit = pending.popLast() { return unit }
    while index < text.endIndex {
      let start = index
      let step = text.clusterStep(at: start)
      index = step.end
      switch step.kind {
      case .ascii: return .ascii(step.firstByte)
      case .lone(let scalar):
        if let unit = Self.unit(of: scalar) { return unit }
      case .cluster:
        pending = Self.units(of: text[start]).reversed()
        if let unit = pending.popLast() { return unit }
      }
    }
    return nil
  }

  /// The unit of a code point that stands alone; nil when it is not drawn.
  static func unit(of scalar: Unicode.Scalar) -> DisplayUnit? {
    switch ScalarClass(scalar) {
    case .dropped, .mark: nil
    case .blank: .blank
    case .regionalIndicator(let letter): DisplayUnit(content: CellText(letter), columns: 1)
    case .character(let columns): DisplayUnit(content: CellText(scalar), columns: columns)
    }
  }

  /// The units of one grapheme cluster; none when nothing of it may be drawn.
  static func units(of cluster: Character) -> [DisplayUnit] {
    var units: [DisplayUnit] = []
    for scalar in cluster.unicodeScalars {
      switch ScalarClass(scalar) {
      case .dropped:
        continue
      case .blank:
        // The only cluster with two of these is CR LF, one line break.
        return [.blank]
      case .mark:
        guard let last = units.indices.last else { continue }
        units[last].content.add(mark: scalar)
      case .regionalIndicator(let letter):
        units.append(DisplayUnit(content: CellText(letter), columns: 1))
      case .character(let columns):
        if let first = cluster.unicodeScalars.first, !units.isEmpty,
          first.isIn(DisplayWidthTable.pictographic)
        {
          return units
        }
        units.append(DisplayUnit(content: CellText(scalar), columns: columns))
      }
    }
    return units
  }
}
