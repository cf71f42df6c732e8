import TestSupport
import Testing

/// What the parsers are for with bytes flipped, cut out, doubled and put in, the same in each run.
struct FuzzTests {
  /// A text after up to five accidents.
  private static func damaged(
    _ seed: [UInt8], with pieces: [[UInt8]], _ random: inout SeededGenerator
  ) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...5, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<12, using: &random) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2, 3: bytes.removeSubrange(place..<end)
      case 4, 5: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 6:
        let part = Array(bytes[place..<end])
        bytes.insert(contentsOf: part, at: Int.random(in: 0...bytes.count, using: &random))
      case 7 where Int.random(in: 0..<4, using: &random) == 0: bytes.removeSubrange(place...)
      default: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      }
    }
    return bytes
  }

  /// How many texts of each target.
  private static let cases = Rounds.of(600)

  @Test(arguments: FuzzTarget.allCases)
  func anyBytesAreReadOrRefusedInOneLineAndNeverATrap(_ target: FuzzTarget) throws {
    for seed in target.seeds { #expect(try target.read(seed), "a seed that is refused") }
    var random = SeededGenerator(seed: 21)
    var read = 0
    for _ in 0..<Self.cases {
      let seed = target.seeds.randomElement(using: &random) ?? []
      let bytes = Self.damaged(seed, with: target.pieces, &random)
      do {
        if try target.read(bytes) { read += 1 }
      } catch {
        Issue.record("\(error.words): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
      }
    }
    #expect((Self.cases / 50..<Self.cases).contains(read), "too few or too many are sound")
  }
}
