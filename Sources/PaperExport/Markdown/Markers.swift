import Papers

/// The lines that enclose the part of a Markdown file which belongs to paperq.
///
/// All else in the file is the user's. Notes come out verbatim, so a note may hold a marker itself,
/// and the text around the part may quote one. What tells them apart:
/// - A marker is a whole line; blanks at its end and a carriage return do not count.
/// - When the part holds a marker line, as of a note, or does not begin with `# `, a seal,
///   `<!-- paperq:seal N -->`, follows the begin marker and precedes the end marker. N is the lowest
///   number with which no line of the part is the seal. The part then ends at the first seal and end
///   marker in a row.
/// - Without a seal the part has no marker line in it, so it ends at the first end marker after it
///   began, and a begin marker before that one makes an earlier one a quotation.
/// - Of several parts, the first that looks written by us (a seal, or `# ` at its beginning)
///   is ours.
struct Markers: Equatable, Sendable {
  static let begin = "<!-- paperq:begin -->"
  static let end = "<!-- paperq:end -->"

  /// What a part that needs no seal begins with.
  static let heading = Array("# ".utf8)

  /// Nil when the part can be told without one.
  var seal: Int?

  /// The markers with which `texts`, all that may hold marker lines in the part, can be told from its
  /// end. `hasHeading` is whether the part begins with `# `.
  init(enclosing texts: some Sequence<[UInt8]>, hasHeading: Bool = true) {
    var seals: Set<Int> = []
    var needsSeal = !hasHeading
    // Nearly no text has one; do not cut the others into lines.
    for bytes in texts where bytes.contains(UInt8(ascii: "<")) {
      for line in TextLines(bytes) {
        let content = bytes[line.content]
        if content.elementsEqual(Self.begin.utf8) || content.elementsEqual(Self.end.utf8) {
          needsSeal = true
        } else if let number = Self.sealNumber(content) {
          seals.insert(number)
        }
      }
    }
    seal = needsSeal ? (1...).first { !seals.contains($0) } : nil
  }

  func writeBegin(to output: inout [UInt8]) {
    output.append(contentsOf: "\(Self.begin)\n".utf8)
    if let seal { output.append(contentsOf: "\(Self.line(ofSeal: seal))\n".utf8) }
  }

  func writeEnd(to output: inout [UInt8]) {
    if let seal { output.append(contentsOf: "\(Self.line(ofSeal: seal))\n".utf8) }
    output.append(contentsOf: "\(Self.end)\n".utf8)
  }

  /// Where our part of a file lies.
  enum Place: Equatable {
    /// From the first byte of the begin marker to behind the line of the end marker.
    case part(Range<Int>)
    /// There is no begin marker, or no end marker at all after it.
    case none
    /// A part begins with a seal, and the seal of its end is not there.
    case withoutEnd
  }

  /// Finds our part in `bytes`, from `start` on.
  static func place(in bytes: [UInt8], from start: Int) -> Place {
    let lines = Array(TextLines(bytes, from: start))
    func line(_ index: Int, is text: String) -> Bool {
      index < lines.count && bytes[lines[index].content].elementsEqual(text.utf8)
    }
    var first: Range<Int>?
    var misses = false
    var index = 0
    while index < lines.count {
      guard line(index, is: begin) else {
        index += 1
        continue
      }
      let opening = index
      let seal = opening + 1 < lines.count ? sealNumber(bytes[lines[opening + 1].content]) : nil
      index += 1
      if let seal {
        let sealLine = Self.line(ofSeal: seal)
        let closing = lines.indices.dropFirst(opening + 2).first {
          line($0, is: sealLine) && line($0 + 1, is: end)
        }
        if let closing {
          return .part(lines[opening].range.lowerBound..<lines[closing + 1].range.upperBound)
        }
        misses = true
        continue
      }
      while index < lines.count, !line(index, is: begin), !line(index, is: end) { index += 1 }
      guard line(index, is: end) else { continue }
      let range = lines[opening].range.lowerBound..<lines[index].range.upperBound
      let heading = bytes[lines[opening + 1].content]
      if heading.starts(with: Self.heading) { return misses ? .withoutEnd : .part(range) }
      first = first ?? range
      index += 1
    }
    if misses { return .withoutEnd }
    return first.map { .part($0) } ?? .none
  }

  private static func line(ofSeal number: Int) -> String { "<!-- paperq:seal \(number) -->" }

  private static func sealNumber(_ content: ArraySlice<UInt8>) -> Int? {
    guard content.starts(with: "<!-- paperq:seal ".utf8), content.count < 50 else { return nil }
    let digits = content.dropFirst(17).prefix { (0x30...0x39).contains($0) }
    guard let number = Int(String(decoding: digits, as: UTF8.self)),
      content.elementsEqual(line(ofSeal: number).utf8)
    else { return nil }
    return number
  }
}
