#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The words of a paper by which others are compared with it.
///
/// Only its own words matter, so that no index of all words is needed: one pass over the texts of
/// the library tells who has which of them, and how rare each is.
struct SimilarityTerms: Sendable {
  /// Which of the words some paper has: one bit a word.
  typealias Bits = SIMD2<UInt64>

  /// A paper that has some of the words.
  struct Match: Sendable {
    let id: ArXivID
    fileprivate(set) var inTitle = Bits()
    fileprivate(set) var anywhere = Bits()
    /// How many words its texts have, repeated ones included.
    fileprivate(set) var length = 0

    /// How near it is, by the weight of each word.
    func score(by weights: [Double]) -> Double {
      var score = 0.0
      anywhere.forEach { word in
        score += weights[word] * (inTitle.holds(word) ? 1.5 : 1)
      }
      // A long abstract has more words in common with any other.
      return score / Double(length + 80).squareRoot()
    }
  }

  /// How many words fit into ``Bits``.
  private static let limit = 128

  private let words: WordTable
  /// How many of the first words stand in the paper's title.
  private let titleCount: Int

  init(of paper: Paper) {
    var words = WordTable()
    Self.add(paper.titleText.foldedBytes, to: &words)
    titleCount = words.count
    Self.add(paper.abstractText.foldedBytes, to: &words)
    self.words = words
  }

  private static func add(_ text: [UInt8], to words: inout WordTable) {
    text.withUnsafeBufferPointer { text in
      WordHashes.forEach(in: text) { hash in
        if words.count < limit, !StopWords.hashes.contains(hash) { words.insert(hash) }
      }
    }
  }

  /// The papers of a month that have some of the words, but for those that were dismissed or taken out.
  func matches(in shelf: Library.Shelf) -> [Match] {
    let papers = shelf.papers
    let titles = papers.column(.title)
    let abstracts = papers.abstracts
    let marks = shelf.marks
    var matches: [Match] = []
    papers.withBytes { bytes in
      for (index, entry) in papers.entries.enumerated() {
        var match = Match(id: entry.id)
        titles.withText(at: index) { text in
          WordHashes.forEach(in: text) { hash in
            match.length += 1
            if let word = words.place(of: hash) { match.inTitle.insert(word) }
          }
        }
        match.anywhere = match.inTitle
        let record = UnsafeBufferPointer(rebasing: bytes[entry.record])
        WordHashes.forEach(in: abstracts.encodedText(at: index, record: record)) { hash in
          match.length += 1
          if let word = words.place(of: hash) { match.anywhere.insert(word) }
        }
        guard match.anywhere != Bits(), marks[index].state != .dismissed, !marks[index].isTakenOut
        else { continue }
        matches.append(match)
      }
    }
    return matches
  }

  /// What each word counts: little when most papers have it, most when few have. Words weigh by the
  /// square of their rarity, as in both texts of a comparison, and those of the title more.
  func weights(in matches: [Match], of count: Int) -> [Double] {
    var counts = [Int](repeating: 0, count: words.count)
    for match in matches { match.anywhere.forEach { counts[$0] += 1 } }
    return counts.enumerated().map { word, holders in
      // A word that nobody else has makes nobody similar.
      guard holders > 0 else { return 0 }
      let rarity = log(1 + Double(count) / Double(holders))
      return rarity * rarity * (word < titleCount ? 1.5 : 1)
    }
  }
}

extension SimilarityTerms.Bits {
  fileprivate func holds(_ bit: Int) -> Bool { self[bit >> 6] >> UInt64(bit & 63) & 1 == 1 }

  fileprivate func forEach(_ body: (Int) -> Void) {
    for part in 0..<2 {
      var rest = self[part]
      while rest != 0 {
        body(64 * part + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }

  fileprivate mutating func insert(_ bit: Int) { self[bit >> 6] |= 1 << UInt64(bit & 63) }
}

/// A small set of hashes with their places, in the order in which they were put in.
private struct WordTable: Sendable {
  private static let mask = 2047
  private(set) var count = 0
  /// The hash in each slot; 0 where there is none.
  private var hashes = [UInt64](repeating: 0, count: mask + 1)
  private var places = [UInt8](repeating: 0, count: mask + 1)

  mutating func insert(_ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash >> 40) & Self.mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return }
      slot = (slot + 1) & Self.mask
    }
    hashes[slot] = hash
    places[slot] = UInt8(count)
    count += 1
  }

  /// The place of a hash; nil when it was not put in.
  func place(of hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash >> 40) & Self.mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return Int(places[slot]) }
      slot = (slot + 1) & Self.mask
    }
    return nil
  }
}
