/// What may end emphasis, code and links in a line of Markdown, found in one pass: looked for from
/// each sign that may begin something, a line of such signs would cost its square.
///
/// What is asked for must lie further and further on in the line.
struct MarkdownEnds {
  /// A sign, and how many of it in a row.
  private struct Kind: Hashable {
    var sign: Character
    var count: Int
  }

  /// The places of each kind, the last one first.
  private var places: [Kind: [Range<Substring.Index>]] = [:]

  init(of line: Substring) {
    // Most lines have none, and are not read.
    guard line.utf8.contains(where: "*_`]".utf8.contains) else { return }
    var index = line.startIndex
    var before: Character?
    while index < line.endIndex {
      let sign = line[index]
      var end = line.index(after: index)
      var count = 1
      if sign == "*" || sign == "_" || sign == "`" {
        while end < line.endIndex, line[end] == sign {
          line.formIndex(after: &end)
          count += 1
        }
      }
      let after = end < line.endIndex ? line[end] : nil
      if Self.isEnd(sign, before: before, after: after) {
        places[Kind(sign: sign, count: count), default: []].append(index..<end)
      }
      (index, before) = (end, sign)
    }
    places = places.mapValues { $0.reversed() }
  }

  /// The first place from an index on with so many of a sign in a row; nil when there is none.
  mutating func next(
    _ sign: Character, count: Int = 1, from index: Substring.Index
  ) -> Range<Substring.Index>? {
    let kind = Kind(sign: sign, count: count)
    while let place = places[kind]?.last, place.lowerBound < index {
      places[kind]?.removeLast()
    }
    return places[kind]?.last
  }

  private static func isEnd(_ sign: Character, before: Character?, after: Character?) -> Bool {
    switch sign {
    case "`", "]", ")": true
    case "*", "_":
      before.map { !$0.isWhitespace && $0 != "\\" } == true
        && (sign == "*" || after?.isWordPart != true)
    default: false
    }
  }
}

extension Character {
  /// Whether it is part of a word.
  var isWordPart: Bool { isLetter || isNumber }
}
