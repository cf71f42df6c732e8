/// A generator whose numbers are the same in every run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

extension String {
  /// Code points that are awkward in a row of cells, at random.
  static func awkward(length: Int, using generator: inout SeededGenerator) -> String {
    let pieces = [
      "a", "b", "Z", "-", " ", " ", "\t", "\n", "\r", "\r\n", ".", "(", ")", "é", "e\u{301}",
      "\u{301}", "\u{308}", "漢", "字", "、", "「", "」", "カ\u{3099}", "한", "\u{1112}\u{1161}", "α",
      "—", "…", "👍", "🏽", "\u{200D}", "👩", "❤\u{FE0F}", "🇫", "🇷", "क", "\u{94D}", "ष", "ि",
      "\u{1B}", "[31m", "\u{7F}", "\u{9B}", "\u{202E}", "\u{2066}", "\u{AD}", "\u{200B}",
      "\u{FEFF}", "\u{E0041}", "\u{0}", "\u{2028}", "𝛼", "\u{E000}", "\u{378}", "\u{10FFFF}",
    ]
    return (0..<length).reduce(into: "") { text, _ in
      text += pieces.randomElement(using: &generator) ?? ""
    }
  }
}
