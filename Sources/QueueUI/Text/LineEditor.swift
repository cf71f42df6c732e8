import TerminalGrid

/// A text being typed, with a cursor.
///
/// What is edited are grapheme clusters: scalars that arrive one by one, such as an accent behind its
/// letter, join what stands there. A paste goes in as it is, line breaks included, and submits
/// nothing. The keys are in `LineEditor+Keys.swift`.
struct LineEditor: Equatable, Sendable {
  /// The text, cut as Swift cuts it.
  private(set) var characters: [Character]
  /// The place before which the next character goes, from 0 to the number of characters.
  private(set) var cursor: Int
  /// What was cut, the last one last.
  private(set) var kills: [[Character]] = []
  /// What the last key did; what the next one does may depend on it.
  private(set) var lastDeed = Deed.other
  /// Whether ^X was pressed and the key behind it is awaited.
  var isAfterControlX = false

  private var done: [Edit] = []
  private var undone: [Edit] = []

  /// What a key did.
  enum Deed: Equatable, Sendable {
    case typing, erasing, killing, other
    /// Put back what was cut, which now stands in this range, from so far back among the kills.
    case yanking(Range<Int>, depth: Int)
  }

  /// A step of undo: what stood at a place, and what stands there now.
  private struct Edit: Equatable, Sendable {
    var index: Int
    var removed: [Character]
    var inserted: [Character]
    /// Where the cursor was before.
    var cursor: Int
    var deed: Deed

    /// Leaves out what is the same before and after, so that a step takes no more room than it must.
    mutating func trim() {
      let head = zip(removed, inserted).prefix { $0 == $1 }.count
      removed.removeFirst(head)
      inserted.removeFirst(head)
      index += head
      let tail = zip(removed.reversed(), inserted.reversed()).prefix { $0 == $1 }.count
      removed.removeLast(tail)
      inserted.removeLast(tail)
    }
  }

  init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  var text: String { String(characters) }

  // MARK: - Editing

  /// Puts in what was typed or pasted: control characters are left out, but for tabs and line
  /// breaks, which become one newline each, and so is what would not be seen.
  mutating func insert(text: String, as deed: Deed = .other) {
    let added = text.map { $0.isNewline ? "\n" : $0 }
    let isAllSeen = added.allSatisfy { $0 == "\n" || $0 == "\t" || $0.displayWidth > 0 }
    guard !isAllSeen else { return replace(cursor..<cursor, with: added, as: deed) }
    // A mark, or a sign that joins two characters, is kept where it has something to join.
    let kept = Array((cursor > 0 ? String(characters[cursor - 1]) : "") + String(added))
      .filter { $0 == "\n" || $0 == "\t" || $0.displayWidth > 0 }
    guard !kept.isEmpty else { return }
    replace(max(0, cursor - 1)..<cursor, with: kept, as: deed)
  }

  /// Replaces everything and goes to the end.
  mutating func replace(with text: String) {
    replace(0..<characters.count, with: Array(text), as: .other)
    cursor = characters.count
  }

  /// Puts characters in place of others, joined with what stands around them, and moves behind them.
  mutating func replace(_ range: Range<Int>, with added: [Character], as deed: Deed) {
    let wide = added.isPlain && isPlain(behind: range) ? range : surroundings(of: range)
    let head = Array(characters[wide.lowerBound..<range.lowerBound]) + added
    let tail = characters[range.upperBound..<wide.upperBound]
    let joined = wide == range ? added : Array(String(head + tail))
    let target = wide.lowerBound + joined.count(holdingScalars: head.scalarCount)
    var edit = Edit(
      index: wide.lowerBound, removed: Array(characters[wide]), inserted: joined, cursor: cursor,
      deed: deed)
    edit.trim()
    if !edit.removed.isEmpty || !edit.inserted.isEmpty {
      let end = edit.index + edit.removed.count
      characters.replaceSubrange(edit.index..<end, with: edit.inserted)
      remember(edit)
    }
    cursor = target
    lastDeed = deed
  }

  /// Cuts a range. Cuts in a row are put back together, in the order in which the text had them.
  mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let cut = Array(characters[range])
    if lastDeed == .killing, let last = kills.popLast() {
      kills.append(range.lowerBound < cursor ? cut + last : last + cut)
    } else {
      kills = kills.suffix(Self.mostKills - 1) + [cut]
    }
    replace(range, with: [], as: .killing)
  }

  private static let mostKills = 20

  /// Remembers that what stands before the cursor was put back, so that another cut can replace it.
  mutating func noteYank(from start: Int, depth: Int) {
    lastDeed = .yanking(min(start, cursor)..<cursor, depth: depth)
  }

  /// Goes before the character at a place, or to the end.
  mutating func move(to index: Int) {
    cursor = min(max(0, index), characters.count)
    lastDeed = .other
  }

  // MARK: - Undo

  mutating func undo() {
    guard let edit = done.popLast() else { return }
    let end = edit.index + edit.inserted.count
    characters.replaceSubrange(edit.index..<end, with: edit.removed)
    cursor = edit.cursor
    undone.append(edit)
    lastDeed = .other
  }

  mutating func redo() {
    guard let edit = undone.popLast() else { return }
    let end = edit.index + edit.removed.count
    characters.replaceSubrange(edit.index..<end, with: edit.inserted)
    cursor = edit.index + edit.inserted.count
    done.append(edit)
    lastDeed = .other
  }

  /// Remembers a step. Typing goes on with the step before it up to the end of a word, and so does
  /// erasing.
  private mutating func remember(_ edit: Edit) {
    undone = []
    guard let last = done.last, edit.deed == lastDeed, last.deed == lastDeed else {
      done.append(edit)
      return
    }
    let end = last.index + last.inserted.count
    switch edit.deed {
    case .typing where edit.index >= last.index && edit.index + edit.removed.count == end:
      let beginsWord =
        last.inserted.last?.isWhitespace == true && edit.inserted.first?.isWhitespace == false
      guard !beginsWord else { return done.append(edit) }
      done[done.count - 1].inserted.removeLast(edit.removed.count)
      done[done.count - 1].inserted += edit.inserted
    case .erasing where last.inserted.isEmpty && edit.inserted.isEmpty:
      if edit.index == last.index {
        done[done.count - 1].removed += edit.removed
      } else if edit.index + edit.removed.count == last.index {
        done[done.count - 1].index = edit.index
        done[done.count - 1].removed.insert(contentsOf: edit.removed, at: 0)
      } else {
        done.append(edit)
      }
    default:
      done.append(edit)
    }
  }

  // MARK: - Clusters

  /// Whether what stands behind a range cannot join anything before it.
  private func isPlain(behind range: Range<Int>) -> Bool {
    range.upperBound == characters.count || characters[range.upperBound].isASCII
  }

  /// A range with all around it that may be cut otherwise when the range changes: nothing joins over
  /// two characters of ASCII.
  private func surroundings(of range: Range<Int>) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower > 0 {
      lower -= 1
      if characters[lower].isASCII { break }
    }
    while upper < characters.count {
      upper += 1
      if characters[upper - 1].isASCII { break }
    }
    return lower..<upper
  }
}

extension [Character] {
  /// Whether it is ASCII, of which nothing joins anything.
  fileprivate var isPlain: Bool { allSatisfy(\.isASCII) }

  fileprivate var scalarCount: Int { reduce(0) { $0 + $1.unicodeScalars.count } }

  /// How many characters from the beginning are needed to hold so many scalars.
  fileprivate func count(holdingScalars wanted: Int) -> Int {
    var scalars = 0
    for (index, character) in enumerated() {
      if scalars >= wanted { return index }
      scalars += character.unicodeScalars.count
    }
    return count
  }
}
