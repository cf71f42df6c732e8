// The one list of what no text may carry to a terminal or into a file that is shown on one
// (SPEC.md 10). `TerminalGrid`, which knows no papers, drops the same by classes of its own, and
// JSON is written with escapes in their place.

extension Unicode.Scalar {
  /// Whether it drives a terminal, breaks a line, or changes how what stands around it is read,
  /// without being seen itself.
  ///
  /// These are C0, DEL and C1 (with tab and line breaks); the separators of lines and paragraphs;
  /// the marks, embeddings, overrides and isolates of bidirectional text; the format characters that
  /// Unicode deprecates, annotations, the byte order mark and tags; and what is no character at all.
  /// Joiners, soft hyphens and spaces without width, which scripts and words need, are none.
  package var isControl: Bool {
    switch value {
    case 0x20..<0x7F, 0xA0..<0x061C: false
    case 0..<0xA0: true
    case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x206F: true
    case 0xFDD0...0xFDEF, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether it parts words or lines, and so leaves a blank when it goes.
  fileprivate var isControlForSpace: Bool {
    switch value {
    case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  /// This text on one line: tabs and line breaks of any kind become blanks, one each, and other
  /// control characters go.
  package var onOneLine: String { withoutControls { _ in false } }

  /// This text without control characters, but with its tabs and line breaks (LF, CR).
  package var withoutControls: String {
    withoutControls { $0 == "\n" || $0 == "\t" || $0 == "\r" }
  }

  private var isPrintableASCII: Bool {
    var text = self
    return text.withUTF8 { bytes in
      // Without a branch for each byte, many are looked at in one step.
      var others: UInt8 = 0
      for byte in bytes { others |= byte &- 0x20 > 0x5E ? 1 : 0 }
      return others == 0
    }
  }

  private func withoutControls(keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    func goes(_ scalar: Unicode.Scalar) -> Bool { scalar.isControl && !isKept(scalar) }
    if isPrintableASCII || !unicodeScalars.contains(where: goes) { return self }
    var result = UnicodeScalarView()
    result.reserveCapacity(utf8.count)
    for scalar in unicodeScalars {
      if !goes(scalar) {
        result.append(scalar)
      } else if scalar.isControlForSpace {
        result.append(" ")
      }
    }
    return String(result)
  }
}
