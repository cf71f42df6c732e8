package import Papers

/// Random numbers that are the same in each run (SplitMix64).
package struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// The same seed gives the same numbers.
  package init(seed: UInt64) {
    state = seed
  }

  /// The next 64 bits.
  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }

  /// Any identifier of either scheme.
  package mutating func identifier() -> ArXivID {
    let archives = ["hep-th", "math", "cs", "cond-mat", "q-alg", "astro-ph", "cmp-lg"]
    while true {
      let month = ArXivMonth(
        year: Int.random(in: 1991...2090, using: &self), month: Int.random(in: 1...12, using: &self)
      )
      guard let month else { continue }
      let isOld = month.year < 2007 || (month.year == 2007 && month.month < 4)
      let id =
        isOld
        ? ArXivID(
          archive: archives[Int.random(in: 0..<archives.count, using: &self)], month: month,
          number: Int.random(in: 1...999, using: &self))
        : ArXivID(
          month: month,
          number: Int.random(in: 1..<(month.year < 2015 ? 10_000 : 100_000), using: &self))
      if let id { return id }
    }
  }
}
