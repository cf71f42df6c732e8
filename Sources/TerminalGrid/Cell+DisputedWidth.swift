extension Cell {
  /// Whether terminals are known to disagree on the columns of its text.
  ///
  /// True for emoji, scripts whose characters join or stack, private use, and anything with marks. A
  /// backend then places the cursor anew after the cell instead of relying on its width.
  package var isWidthDisputed: Bool {
    if content.hasMarks { return true }
    guard let base = content.base else { return false }
    return switch base.value {
    case 0..<0x900: false
    case 0x1200..<0x1780, 0x1E00..<0x2000: false
    case 0x2000..<0x2E80: base.isIn(DisplayWidthTable.pictographic)
    // Han, kana, Hangul syllables, compatibility forms.
    case 0x2E80..<0xA4D0, 0xAC00..<0xD7B0, 0xF900..<0x1_0000, 0x2_0000..<0x4_0000: false
    // Mathematical letters.
    case 0x1_D400..<0x1_D800: false
    default: true
    }
  }
}
