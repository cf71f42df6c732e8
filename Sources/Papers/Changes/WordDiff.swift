/// How a text became another, word by word, to be shown in one piece.
package struct WordDiff: Equatable, Sendable {
  /// A stretch of text.
  package struct Run: Equatable, Sendable {
    /// What became of it.
    package enum Kind: Sendable {
      case kept, removed, added
      /// Kept, and left out of what is shown; the text says how much it is.
      case folded
    }

    /// What became of it.
    package var kind: Kind
    /// Never empty.
    package var text: String

    package init(_ kind: Kind, _ text: String) {
      self.kind = kind
      self.text = text
    }
  }

  /// In the order of the text; what was removed comes before what came in its place. Without the
  /// added runs it is the old text, without the removed ones the new text.
  package internal(set) var runs: [Run] = []

  /// Compares two texts: words, and one by one whatever is not of letters and digits, as well as
  /// Chinese and Japanese characters.
  ///
  /// A kept stretch that says little between greater changes counts as changed, for a text that was
  /// written anew is not readable when every `the` of it is kept.
  package init(from old: String, to new: String) {
    self.init(from: old.words, to: new.words, absorbs: true)
  }

  /// Compares two lists, whose elements are shown with a separator between them.
  package init(from old: [String], to new: [String], separator: String) {
    func tokens(_ list: [String]) -> [Substring] {
      Array(list.map { [Substring($0)] }.joined(separator: [Substring(separator)]))
    }
    self.init(from: tokens(old), to: tokens(new), absorbs: false)
  }

  /// Whether anything changed.
  package var isEmpty: Bool { !runs.contains { $0.kind == .removed || $0.kind == .added } }

  private init(from old: [Substring], to new: [Substring], absorbs: Bool) {
    var numbers: [Substring: Int] = [:]
    func number(_ tokens: [Substring]) -> [Int] {
      tokens.map { token in
        let number = numbers[token] ?? numbers.count
        numbers[token] = number
        return number
      }
    }
    var script = EditScript(from: number(old), to: number(new))
    let lengths = (old: TextLengths(old), new: TextLengths(new))
    func length(_ run: EditScript.Run) -> Int { max(lengths.old[run.old], lengths.new[run.new]) }
    script.absorb { kept, before, after in
      // Longer stretches always stay; looking into each of them would take time.
      guard kept.new.count < 12 else { return false }
      let words = new[kept.new].count(where: \.isWord)
      return words == 0
        || absorbs && words <= 3 && length(kept) < min(length(before), length(after))
    }
    for run in script.runs {
      if run.isKept {
        add(.kept, new[run.new])
      } else {
        add(.removed, old[run.old])
        add(.added, new[run.new])
      }
    }
  }

  private mutating func add(_ kind: Run.Kind, _ tokens: ArraySlice<Substring>) {
    if !tokens.isEmpty { runs.append(Run(kind, tokens.joined())) }
  }
}

/// How many characters stretches of a sequence of texts have.
private struct TextLengths {
  private var ends = [0]

  init(_ texts: [Substring]) {
    for text in texts { ends.append(ends[ends.count - 1] + text.count) }
  }

  subscript(range: Range<Int>) -> Int { ends[range.upperBound] - ends[range.lowerBound] }
}

extension Substring {
  /// Whether it says something, and is not white space or a sign.
  fileprivate var isWord: Bool { contains { $0.isLetter || $0.isNumber } }
}
