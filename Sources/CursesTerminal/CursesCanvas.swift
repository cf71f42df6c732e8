import CNcurses
import Glibc
import TerminalGrid

/// Draws grids on ncurses' standard screen.
final class CursesCanvas {
  private let palette: ColorPalette
  private let output: FrameOutput
  /// What styles come to on this terminal, since finding the nearest colours takes time.
  private var inks: [Style: Ink] = [:]
  /// The style drawn last, and its colour pair.
  private var current: (style: Style, ink: Ink, pair: Int32)?

  /// The code points of the cell in work, ended by 0.
  private var wide = [wchar_t](repeating: 0, count: Int(CCHARW_MAX) + 1)

  /// A style in the terms of ncurses.
  private struct Ink {
    var foreground: Int32
    var background: Int32
    var attributes: attr_t
  }

  /// Sets up colours, if there shall be any. To be made once ncurses has started.
  init(colors: Bool, output: FrameOutput) {
    self.output = output
    // An update that stops when a key is waiting would leave half a screen.
    typeahead(-1)
    // Shifting a row's characters trusts their widths; drawing them does not.
    idcok(paperq_stdscr(), false)
    // Shifting whole rows does not, and costs a scrolled list one row instead of all.
    idlok(paperq_stdscr(), true)
    if colors, has_colors(), start_color() == OK, use_default_colors() == OK {
      palette = ColorPalette(count: Int(paperq_colors()))
    } else {
      palette = ColorPalette(count: 0)
    }
  }

  /// How many colours the terminal has; 0 where there shall be none.
  var colorCount: Int { palette.count }

  /// Shows a grid where the screen showed the earlier one; nil draws all of it.
  ///
  /// Characters whose width terminals dispute come last, each by itself and with the cursor sent to
  /// its place by absolute coordinates afterwards, so that what follows them in the row stays put.
  func draw(_ grid: Grid, since earlier: Grid?, screen: GridSize) {
    output.collecting { drawInPieces(grid, since: earlier, screen: screen) }
  }

  private func drawInPieces(_ grid: Grid, since earlier: Grid?, screen: GridSize) {
    let window = paperq_stdscr()
    var disputed: [Position] = []
    if earlier == nil || earlier?.size != grid.size { werase(window) }
    var row: [Cell] = []
    var number = -1
    for run in grid.changedRuns(since: earlier) where run.row < screen.rows {
      if run.row != number { (row, number) = (grid.drawnRow(run.row), run.row) }
      var cells: [cchar_t] = []
      for column in run.columns where column < screen.columns {
        let cell = row[column]
        if cell.isContinuation { continue }
        let isWide = column + 1 < row.count && row[column + 1].isContinuation
        if cell.isWidthDisputed {
          disputed.append(Position(row: run.row, column: column))
          append(.blank(cell.style), isWide: false, to: &cells)
          if isWide { append(.blank(cell.style), isWide: false, to: &cells) }
        } else {
          append(cell, isWide: isWide, to: &cells)
        }
      }
      put(cells, row: run.row, column: run.columns.lowerBound)
    }
    // A hidden cursor stays where the last character left it, which saves sending it home.
    let isHidden = curs_set(grid.cursor == nil ? 0 : 1) != ERR && grid.cursor == nil
    leaveok(window, isHidden)
    if !disputed.isEmpty {
      wrefresh(window)
      for position in disputed { drawDisputed(grid, at: position) }
    }
    let home = Position(row: max(screen.rows - 1, 0), column: 0)
    let cursor = grid.cursor ?? home
    wmove(
      window, Int32(min(max(cursor.row, 0), screen.rows - 1)),
      Int32(min(max(cursor.column, 0), screen.columns - 1)))
    wrefresh(window)
  }

  /// Has the next drawing paint every cell, whatever the screen shows now.
  func forgetScreen() {
    clearok(paperq_stdscr(), true)
  }

  private func drawDisputed(_ grid: Grid, at position: Position) {
    let next = Position(row: position.row, column: position.column + 1)
    let isWide = grid[next].isContinuation
    var cells: [cchar_t] = []
    append(grid[position], isWide: isWide, to: &cells)
    put(cells, row: position.row, column: position.column)
    wrefresh(paperq_stdscr())
    // From nowhere to where ncurses then believes the cursor to be.
    paperq_mvcur(output.file, -1, -1, getcury(paperq_curscr()), getcurx(paperq_curscr()))
  }

  private func put(_ cells: [cchar_t], row: Int, column: Int) {
    guard !cells.isEmpty, let row = Int32(exactly: row), let column = Int32(exactly: column) else {
      return
    }
    wmove(paperq_stdscr(), row, column)
    wadd_wchnstr(paperq_stdscr(), cells, Int32(cells.count))
  }

  /// Adds a cell for ncurses; where the C library has another width for it, a sign that is surely
  /// narrow, for ncurses lays out by that width.
  private func append(_ cell: Cell, isWide: Bool, to cells: inout [cchar_t]) {
    if let base = cell.content.base, base.value >= 0x80,
      paperq_wcwidth(wchar_t(bitPattern: base.value)) != (isWide ? 2 : 1)
    {
      cells.append(character(CellText("\u{FFFD}"), cell.style))
      if isWide { cells.append(character(CellText(" "), cell.style)) }
    } else {
      cells.append(character(cell.content, cell.style))
    }
  }

  private func character(_ text: CellText, _ style: Style) -> cchar_t {
    var (ink, pair) = prepared(style)
    var count = 0
    for scalar in text where count < wide.count - 1 {
      wide[count] = wchar_t(bitPattern: scalar.value)
      count += 1
    }
    if style.attributes.contains(.strikethrough), Self.canStrike, count < wide.count - 1 {
      wide[count] = Self.stroke
      count += 1
    }
    wide[count] = 0
    var character = cchar_t()
    // The short pair is ignored where there is a pointer to a whole one.
    setcchar(&character, wide, ink.attributes, 0, &pair)
    return character
  }

  /// The ink of a style and a colour pair for it, of which ncurses reuses the oldest when it must.
  private func prepared(_ style: Style) -> (ink: Ink, pair: Int32) {
    if let current, current.style == style { return (current.ink, current.pair) }
    let ink = inks[style] ?? mix(style)
    let isDefault = ink.foreground < 0 && ink.background < 0
    let pair = isDefault ? 0 : max(alloc_pair(ink.foreground, ink.background), 0)
    current = (style, ink, pair)
    return (ink, pair)
  }

  private func mix(_ style: Style) -> Ink {
    let foreground = palette.entry(for: style.foreground)
    var attributes = Self.attributes(style.attributes)
    if foreground.isBright { attributes |= paperq_bold }
    let ink = Ink(
      foreground: foreground.number, background: palette.entry(for: style.background).number,
      attributes: attributes)
    inks[style] = ink
    return ink
  }

  /// A line through the character before it.
  private static let stroke: wchar_t = 0x336

  /// Whether the locale knows the stroke for a character that takes no place of its own.
  private static let canStrike = paperq_wcwidth(stroke) == 0

  /// ncurses 6.4 has no attribute for striking through: that is drawn dim, and with a stroke laid
  /// over each character.
  private static func attributes(_ attributes: Style.Attributes) -> attr_t {
    var result: attr_t = 0
    if attributes.contains(.bold) { result |= paperq_bold }
    if attributes.contains(.dim) || attributes.contains(.strikethrough) { result |= paperq_dim }
    if attributes.contains(.italic) { result |= paperq_italic }
    if attributes.contains(.underline) { result |= paperq_underline }
    if attributes.contains(.reverse) { result |= paperq_reverse }
    return result
  }
}
