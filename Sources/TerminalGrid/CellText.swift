/// What is drawn in a cell: a base character with at most 4 marks over it, as many as ncurses can hold,
/// or nothing.
///
/// It is held in place, so that grids are copied and compared as the numbers that they are.
package struct CellText: Hashable, Sendable {
  /// Code points; 0 where there is none.
  private var marks = SIMD4<UInt32>()
  private let code: UInt32

  /// A space.
  static let blank = CellText(" ")
  /// The line between two parts of the screen.
  static let verticalLine = CellText("│")
  /// Nothing, as in the right half of a wide character.
  static let empty = CellText(code: 0)

  private init(code: UInt32) {
    self.code = code
  }

  /// A character without marks.
  package init(_ base: Unicode.Scalar) {
    self.init(code: base.value)
  }

  /// Puts a mark over the base; the fifth and all that follow are left out.
  mutating func add(mark: Unicode.Scalar) {
    guard let free = marks.indices.first(where: { marks[$0] == 0 }) else { return }
    marks[free] = mark.value
  }

  /// Whether it is nothing.
  package var isEmpty: Bool { code == 0 }

  /// Whether it is a space and nothing else.
  package var isBlank: Bool { self == .blank }

  /// The character without its marks; nil when it is nothing.
  package var base: Unicode.Scalar? { isEmpty ? nil : Unicode.Scalar(code) }

  /// Whether there is a mark over the base.
  var hasMarks: Bool { marks[0] != 0 }

  /// How many bytes it takes in UTF-8.
  package var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }

  /// The base and its marks, as a text.
  package var string: String {
    var string = ""
    string.unicodeScalars.append(contentsOf: self)
    return string
  }
}

extension CellText: Sequence {
  /// The base, then its marks.
  package func makeIterator() -> Iterator {
    Iterator(text: self)
  }

  /// The code points of a cell, one after another.
  package struct Iterator: IteratorProtocol {
    fileprivate let text: CellText
    private var mark = -1

    fileprivate init(text: CellText) {
      self.text = text
    }

    package mutating func next() -> Unicode.Scalar? {
      guard mark < text.marks.scalarCount else { return nil }
      let code = mark < 0 ? text.code : text.marks[mark]
      mark += 1
      return code == 0 ? nil : Unicode.Scalar(code)
    }
  }
}
