import Papers
import TestSupport
import Testing

struct QueueRankTests {
  @Test(arguments: ["", "0", "10", "a b", "é", "-", "V0"])
  func otherTextsAreNoRanks(text: String) {
    #expect(QueueRank(text) == nil)
  }

  @Test(arguments: 1...6)
  func aRankBetweenTwoIsStrictlyBetween(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var queue: [QueueRank] = []
    for _ in 0..<2000 {
      let index = Int.random(in: 0...queue.count, using: &random)
      let lower = index > 0 ? queue[index - 1] : nil
      let upper = index < queue.count ? queue[index] : nil
      let rank = QueueRank.between(lower, upper)
      #expect(QueueRank(rank.description) == rank)
      if let lower { #expect(lower < rank) }
      if let upper { #expect(rank < upper) }
      queue.insert(rank, at: index)
    }
    #expect(queue == queue.sorted())
    let longest = try #require(queue.map(\.description.utf8.count).max())
    #expect(longest <= 12)
  }

  @Test func addingAtTheEndsKeepsRanksShort() {
    var (first, last) = (QueueRank.between(nil, nil), QueueRank.between(nil, nil))
    for _ in 0..<10_000 {
      let (before, after) = (QueueRank.between(nil, first), QueueRank.between(last, nil))
      #expect(before < first && last < after)
      (first, last) = (before, after)
    }
    #expect(first.description.utf8.count <= 3 && last.description.utf8.count <= 3)
  }

  @Test(arguments: ["zzz", "z", "zzzzzz", "001", "0000000001", "1", "zzzV"])
  func theVeryEndsHaveRoomToo(text: String) throws {
    var (first, last) = (try #require(QueueRank(text)), try #require(QueueRank(text)))
    for _ in 0..<100 {
      let (before, after) = (QueueRank.between(nil, first), QueueRank.between(last, nil))
      #expect(before < first && last < after)
      (first, last) = (before, after)
    }
    #expect(first.description.utf8.count <= 30 && last.description.utf8.count <= 30)
  }

  @Test func insertingAtOnePlaceGrowsByADigitInFive() {
    var (lower, upper) = (QueueRank.between(nil, nil), QueueRank.between(nil, nil))
    upper = QueueRank.between(lower, nil)
    for number in 0..<200 {
      let middle = QueueRank.between(lower, upper)
      #expect(lower < middle && middle < upper)
      if number % 2 == 0 { lower = middle } else { upper = middle }
    }
    #expect(lower.description.utf8.count <= 41)
  }

  @Test func equalNeighboursGiveARankBehind() throws {
    let rank = try #require(QueueRank("V"))
    #expect(rank < QueueRank.between(rank, rank))
  }

  @Test func ranksOfTwoNeighboursHoldForAllShortDigits() throws {
    let texts = [
      "1", "01", "001", "0z", "1z", "zz", "z", "Z1", "Zz", "a", "a01", "A", "9zz", "zzz",
    ]
    let ranks = texts.compactMap { QueueRank($0) }.sorted()
    for (index, lower) in ranks.enumerated() {
      for upper in ranks[(index + 1)...] {
        let rank = QueueRank.between(lower, upper)
        #expect(lower < rank && rank < upper, "\(lower) \(rank) \(upper)")
        #expect(QueueRank(rank.description) != nil)
      }
    }
  }
}
