extension String {
  /// This text in pieces for comparing: words, and every other character by itself, white space and
  /// signs too. Together they are the text.
  ///
  /// A word is of letters and digits; a full stop, comma, hyphen or apostrophe between two of them
  /// belongs to it (`3.5`, `state-of-the-art`). Chinese and Japanese characters, which no blanks
  /// part, stand alone.
  var words: [Substring] {
    var words: [Substring] = []
    var start = startIndex
    // Where a word ends unless it goes on behind the joint that follows.
    var joint: Index?
    var index = startIndex
    func take(_ range: Range<Index>) {
      if !range.isEmpty { words.append(self[range]) }
    }
    while index < endIndex {
      let character = self[index]
      let next = self.index(after: index)
      if character.isWordPart {
        joint = nil
      } else if start < index, joint == nil, character.isJoint {
        joint = index
      } else {
        take(start..<(joint ?? index))
        if let joint { take(joint..<index) }
        joint = nil
        take(index..<next)
        start = next
      }
      index = next
    }
    take(start..<(joint ?? endIndex))
    if let joint { take(joint..<endIndex) }
    return words
  }
}

extension Character {
  fileprivate var isWordPart: Bool { (isLetter || isNumber) && !isIdeographic }

  /// Whether it may stand within a word.
  fileprivate var isJoint: Bool {
    switch self {
    case ".", ",", "-", "'", "’", "‐", "‑": true
    default: false
    }
  }

  /// Whether it is of a script that is written without blanks between words.
  private var isIdeographic: Bool {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x2E80 else { return false }
    switch scalar.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFF66...0xFF9D, 0x1B000...0x1B16F, 0x20000...0x3FFFF:
      return true
    default:
      return false
    }
  }
}
