/// A name of an author in any of the spellings that people and arXiv use.
///
/// - One word finds every name with a word that begins so: `hill` and `hil` find *Felix Hill*, and
///   not *Churchill*.
/// - `"Hill, Felix"` gives the last name before the comma. It is compared whole; of *Laurens van der
///   Maaten* both `maaten` and `van der maaten` are the last name.
/// - `"Felix Hill"`, `"Hill Felix"` and, as at arXiv, `hill_f` say no more than the order: the last
///   name may come first or last, and the whole may be a last name, as `del_maestro`.
///
/// Given names agree when one is the initial of the other, so `hill_f`, `"F. Hill"` and `"Felix
/// Hill"` find *Felix Hill*, *F. Hill* and *Felix A. Hill*. Middle names count only where both have
/// some. Hyphens and full stops separate names: *J.-F.* agrees with *Jean-François*.
package struct AuthorPattern: Equatable, Sendable {
  /// A way to read the pattern.
  private struct Reading: Equatable, Sendable {
    var given: [[UInt8]]
    var last: [[UInt8]]
  }

  private let prefix: Needle?
  private let readings: [Reading]
  /// A word that any name found must have: a cheap test to begin with.
  private let sieve: [Needle]

  /// Reads a pattern; one without any letter finds nobody.
  package init(_ text: String) {
    let parts = text.split(separator: ",", maxSplits: 1).map { Self.words(String($0).foldedBytes) }
    let isOneWord = !text.contains { ",_.".contains($0) || $0.isWhitespace }
    guard !isOneWord else {
      prefix = parts.first?.isEmpty ?? true ? nil : Needle(text)
      readings = []
      sieve = []
      return
    }
    prefix = nil
    let words = parts.flatMap { $0 }
    var readings: [Reading] = []
    if parts.count == 2, !parts[0].isEmpty {
      readings = [Reading(given: parts[1], last: Self.withoutSuffix(parts[0]))]
    } else if !words.isEmpty {
      let words = Self.withoutSuffix(words)
      if words.count == 1 || !words.contains(where: Self.isInitial) {
        readings.append(Reading(given: [], last: words))
      }
      for count in 1..<max(words.count, 1) {
        readings.append(Reading(given: Array(words[..<count]), last: Array(words[count...])))
        readings.append(Reading(given: Array(words[count...]), last: Array(words[..<count])))
      }
    }
    // Nobody is looked for by the initial of the last name: `hill_f` is Hill.
    let named = readings.filter { !$0.last.allSatisfy(Self.isInitial) }
    if !named.isEmpty { readings = named }
    self.readings = readings
    sieve = readings.compactMap { $0.last.max { $0.count < $1.count } }.map(Needle.init(folded:))
  }

  /// Whether one of several names agrees.
  package func matches(_ names: [String]) -> Bool {
    var bytes: [UInt8] = []
    for name in names {
      name.appendFolded(to: &bytes)
      bytes.append(FoldedColumn.separator)
    }
    return bytes.withUnsafeBufferPointer { matches(anyOf: $0) }
  }

  /// Whether one of several folded names that stand one behind another agrees.
  func matches(anyOf names: UnsafeBufferPointer<UInt8>) -> Bool {
    if let prefix { return prefix.beginsWord(in: names) }
    guard sieve.contains(where: { $0.isFound(in: names) }) else { return false }
    return names.split(separator: FoldedColumn.separator).contains { name in
      let words = Self.withoutSuffix(Self.words(name))
      return readings.contains { Self.agree($0, words) }
    }
  }

  private static func agree(_ reading: Reading, _ name: [[UInt8]]) -> Bool {
    let last = reading.last
    guard name.count >= last.count, !last.isEmpty else { return false }
    if reading.given.isEmpty {
      // `del maestro` as a last name, or a name given whole.
      return (0...name.count - last.count).contains {
        name[$0..<$0 + last.count].elementsEqual(last)
      }
    }
    guard name.suffix(last.count).elementsEqual(last) else { return false }
    let given = name.dropLast(last.count)
    guard let first = given.first, agree(reading.given[0], first) else { return false }
    var rest = given.dropFirst()
    if rest.isEmpty { return true }
    for word in reading.given.dropFirst() {
      guard let at = rest.firstIndex(where: { agree(word, $0) }) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// Whether two given names may be the same: equal, or one the initial of the other.
  private static func agree(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    left == right || (isInitial(left) && right.starts(with: left))
      || (isInitial(right) && left.starts(with: right))
  }

  /// Whether a word is a single letter.
  private static func isInitial(_ word: [UInt8]) -> Bool {
    word.count { $0 & 0xC0 != 0x80 } == 1
  }

  /// The words of a folded name.
  private static func words(_ name: some Sequence<UInt8>) -> [[UInt8]] {
    name.split { !$0.isWordByte && $0 != UInt8(ascii: "'") }.map(Array.init)
  }

  /// The words without a final `jr`, `iii` and the like.
  private static func withoutSuffix(_ words: [[UInt8]]) -> [[UInt8]] {
    guard words.count > 1, let last = words.last, suffixes.contains(last) else { return words }
    return Array(words.dropLast())
  }

  private static let suffixes = Set(["jr", "sr", "ii", "iii", "iv"].map { Array($0.utf8) })

  /// The last name of a person by the folded name, for sorting.
  static func lastName(of name: [UInt8]) -> [UInt8] {
    withoutSuffix(words(name)).last ?? name
  }
}
