import Papers
import TerminalGrid

/// A line of text in pieces that look different.
struct StyledLine: Equatable {
  struct Span: Equatable {
    var text: String
    var role: Role
  }

  var spans: [Span]

  init(_ spans: [Span] = []) {
    self.spans = spans
  }

  init(_ text: String, _ role: Role = .text) {
    spans = [Span(text: text, role: role)]
  }

  var text: String { spans.map(\.text).joined() }

  func indented(by columns: Int) -> StyledLine {
    StyledLine([Span(text: String(repeating: " ", count: columns), role: .text)] + spans)
  }

  /// The lines of a text of one role, wrapped.
  static func wrapped(_ text: String, _ role: Role = .text, columns: Int) -> [StyledLine] {
    text.wrapped(toColumns: max(1, columns)).map { StyledLine($0, role) }
  }

  /// The first lines of a text of one role, wrapped; what does not fit ends in an ellipsis.
  static func wrapped(_ text: String, _ role: Role, columns: Int, atMost count: Int) -> [StyledLine]
  {
    let lines = text.wrapped(toColumns: max(1, columns))
    guard lines.count > count, count > 0 else { return lines.map { StyledLine($0, role) } }
    let last = lines[(count - 1)...count].joined(separator: " ")
    return (lines[..<(count - 1)] + [last.truncated(toColumns: columns)]).map {
      StyledLine($0, role)
    }
  }

  /// The lines of a text of several roles, wrapped as one; with `keepsWords`, no word is parted at its
  /// hyphen.
  static func wrapped(
    _ spans: [Span], columns: Int, keepsWords: Bool = false
  ) -> [StyledLine] {
    let roles = spans.flatMap { span in span.text.map { (character: $0, role: span.role) } }
    var next = roles.startIndex
    let lines = spans.map(\.text).joined()
      .wrapped(toColumns: max(1, columns), keepsWords: keepsWords)
    return lines.map { line in
      var pieces: [Span] = []
      for character in line {
        // Blanks at the end of a line are gone.
        while next < roles.endIndex, roles[next].character != character,
          roles[next].character.isWhitespace
        {
          next += 1
        }
        let role = next < roles.endIndex ? roles[next].role : .text
        if next < roles.endIndex { next += 1 }
        if let last = pieces.indices.last, pieces[last].role == role {
          pieces[last].text.append(character)
        } else {
          pieces.append(Span(text: String(character), role: role))
        }
      }
      return StyledLine(pieces)
    }
  }

  /// A name in front of a wrapped text, whose further lines are set in by as much.
  static func labelled(
    _ label: String, _ text: String, _ role: Role = .text, columns: Int, keepsWords: Bool = false
  ) -> [StyledLine] {
    let indent = label.displayWidth + 1
    guard columns > indent + 10 else { return wrapped("\(label) \(text)", role, columns: columns) }
    let lines = text.wrapped(toColumns: columns - indent, keepsWords: keepsWords)
    return lines.enumerated().map { index, line in
      let head =
        index == 0
        ? Span(text: label + " ", role: .dim)
        : Span(text: String(repeating: " ", count: indent), role: .text)
      return StyledLine([head, Span(text: line, role: role)])
    }
  }
}

extension Grid {
  /// Writes a line, cut at the right edge of `columns`.
  mutating func write(_ line: StyledLine, at position: Position, columns: Int, theme: Theme) {
    var column = position.column
    for span in line.spans {
      let room = position.column + columns - column
      guard room > 0 else { return }
      column += write(
        span.text, at: Position(row: position.row, column: column), style: theme[span.role],
        maxColumns: room)
    }
  }

  /// Writes lines into a part of the screen, beginning with line `scroll`.
  mutating func write(
    _ lines: [StyledLine], in rect: GridRect, scroll: Int = 0, theme: Theme
  ) {
    for (row, line) in lines.dropFirst(scroll).prefix(max(0, rect.rows)).enumerated() {
      write(
        line, at: Position(row: rect.row + row, column: rect.column), columns: rect.columns,
        theme: theme)
    }
  }
}
