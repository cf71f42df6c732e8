/// An alphabet of mathematics that Unicode has.
enum TeXAlphabet: CaseIterable {
  case blackboard, script, fraktur

  /// The commands that give their argument in it.
  var commands: String {
    switch self {
    case .blackboard: "mathbb Bbb mathds mathbbm mathbbmss"
    case .script: "mathcal mathscr EuScript"
    case .fraktur: "mathfrak"
    }
  }

  /// The commands that govern the rest of their group.
  var declarations: String {
    switch self {
    case .blackboard: ""
    case .script: "cal"
    case .fraktur: "frak"
    }
  }

  /// The letters in this alphabet; whatever is not in it stays.
  func letters(of scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    scalars.map { letter($0) ?? $0 }
  }

  /// A letter in this alphabet. Those that were in Unicode early have places of their own.
  private func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    if let early = early[scalar] { return early }
    let bases: (upper: UInt32, lower: UInt32) =
      switch self {
      case .blackboard: (0x1D538, 0x1D552)
      case .script: (0x1D49C, 0x1D4B6)
      case .fraktur: (0x1D504, 0x1D51E)
      }
    switch scalar {
    case "A"..."Z": return Unicode.Scalar(bases.upper + scalar.value - 0x41)
    case "a"..."z": return Unicode.Scalar(bases.lower + scalar.value - 0x61)
    case "0"..."9" where self == .blackboard: return Unicode.Scalar(0x1D7D8 + scalar.value - 0x30)
    default: return nil
    }
  }

  private var early: [Unicode.Scalar: Unicode.Scalar] {
    switch self {
    case .blackboard: Self.earlyBlackboard
    case .script: Self.earlyScript
    case .fraktur: Self.earlyFraktur
    }
  }

  private static let earlyBlackboard: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℂ", "H": "ℍ", "N": "ℕ", "P": "ℙ", "Q": "ℚ", "R": "ℝ", "Z": "ℤ",
  ]
  private static let earlyScript: [Unicode.Scalar: Unicode.Scalar] = [
    "B": "ℬ", "E": "ℰ", "F": "ℱ", "H": "ℋ", "I": "ℐ", "L": "ℒ", "M": "ℳ", "R": "ℛ", "e": "ℯ",
    "g": "ℊ", "o": "ℴ",
  ]
  private static let earlyFraktur: [Unicode.Scalar: Unicode.Scalar] = [
    "C": "ℭ", "H": "ℌ", "I": "ℑ", "R": "ℜ", "Z": "ℨ",
  ]
}
