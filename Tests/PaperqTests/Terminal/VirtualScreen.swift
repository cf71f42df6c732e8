/// What a terminal like xterm would show, of the sequences that ncurses uses, and in which modes it
/// would be left. Colours and attributes are not kept.
struct VirtualScreen: Equatable {
  private(set) var rows: Int
  private(set) var columns: Int
  private(set) var cells: [[Character]]
  /// The private modes that were set and not reset, by their numbers: 1049, 2004, ….
  private(set) var modes: Set<Int> = []
  /// Whether the cursor was hidden and not shown again.
  private(set) var isCursorHidden = false
  /// Whether the keypad sends sequences.
  private(set) var isKeypadOn = false
  /// How many titles were pushed and not popped.
  private(set) var titles = 0
  /// Sequences that are not understood here.
  private(set) var unknown: Set<String> = []
  /// Whether the cursor leaves the last column at once, and not with the next character.
  private let wrapsAtOnce: Bool
  private var row = 0
  private var column = 0
  private var top = 0
  private var bottom: Int
  private var last: Character = " "
  /// What has come of a sequence or a character.
  private var pending: [UInt8] = []

  init(rows: Int, columns: Int, wrapsAtOnce: Bool = false) {
    self.wrapsAtOnce = wrapsAtOnce
    (self.rows, self.columns, bottom) = (rows, columns, rows - 1)
    cells = Array(repeating: Array(repeating: " ", count: columns), count: rows)
  }

  /// The screen as text, a line a row, blanks at the ends trimmed.
  var text: String {
    cells.map { line in
      let end = line.lastIndex { $0 != " " } ?? -1
      return String(line[...end].filter { $0 != "\0" })
    }.joined(separator: "\n")
  }

  /// Whether the terminal is left as it was found.
  var isRestored: Bool { modes.isEmpty && !isCursorHidden && !isKeypadOn && titles <= 0 }

  mutating func resize(rows: Int, columns: Int) {
    let blank = Array(repeating: Character(" "), count: columns)
    cells = (0..<rows).map { row in
      guard cells.indices.contains(row) else { return blank }
      return Array((cells[row] + blank).prefix(columns))
    }
    (self.rows, self.columns, top, bottom) = (rows, columns, 0, rows - 1)
    (row, column) = (min(row, rows - 1), min(column, columns - 1))
  }

  mutating func feed(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { feed(byte) }
  }

  private mutating func feed(_ byte: UInt8) {
    if pending.first == 0x1B {
      pending.append(byte)
      if Self.isWhole(pending) {
        let sequence = String(decoding: pending.dropFirst(), as: UTF8.self)
        pending = []
        obey(sequence)
      }
    } else if byte == 0x1B {
      pending = [byte]
    } else if byte < 0x20 {
      control(byte)
    } else {
      pending.append(byte)
      if let text = String(validating: pending, as: UTF8.self), let character = text.first {
        pending = []
        put(character)
      } else if pending.count > 4 {
        pending = []
        unknown.insert("broken UTF-8")
      }
    }
  }

  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 1, let last = bytes.last else { return false }
    switch bytes[1] {
    case UInt8(ascii: "["): return bytes.count > 2 && (0x40..<0x7F).contains(last)
    case UInt8(ascii: "]"): return last == 0x07
    case UInt8(ascii: "("), UInt8(ascii: ")"): return bytes.count > 2
    default: return true
    }
  }

  // MARK: - Characters

  private mutating func control(_ byte: UInt8) {
    switch byte {
    case 0x08: column = max(0, column - 1)
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case 0x0A: lineDown()
    case 0x0D: column = 0
    default: break
    }
  }

  private mutating func put(_ character: Character) {
    if character.unicodeScalars.allSatisfy({ $0.properties.generalCategory == .nonspacingMark }) {
      return
    }
    let isWide = character.unicodeScalars.first.map { Self.wide.contains($0.value) } ?? false
    if column + (isWide ? 2 : 1) > columns {
      guard modes.contains(-7) == false else { return column = columns - 1 }
      column = 0
      lineDown()
    }
    cells[row][column] = character
    if isWide, column + 1 < columns { cells[row][column + 1] = "\0" }
    column += isWide ? 2 : 1
    last = character
    if wrapsAtOnce, column == columns {
      column = 0
      lineDown()
    }
  }

  private static let wide: ClosedRange<UInt32> = 0x2E80...0xD7FF

  private mutating func lineDown() {
    if row == bottom { scroll(from: top, by: 1) } else { row = min(rows - 1, row + 1) }
  }

  /// Moves the lines from a row to the bottom of the region up, or down for a negative number.
  private mutating func scroll(from first: Int, by lines: Int) {
    let blank = Array(repeating: Character(" "), count: columns)
    let count = bottom - first + 1
    guard count > 0 else { return }
    let moved = min(abs(lines), count)
    let region = Array(cells[first...bottom])
    let blanks = Array(repeating: blank, count: moved)
    let kept = lines > 0 ? Array(region[moved...]) : Array(region[..<(count - moved)])
    cells.replaceSubrange(first...bottom, with: lines > 0 ? kept + blanks : blanks + kept)
  }

  // MARK: - Sequences

  private mutating func obey(_ sequence: String) {
    switch sequence.first {
    case "[": control(sequence)
    case "=": isKeypadOn = true
    case ">": isKeypadOn = false
    case "M": if row == top { scroll(from: top, by: -1) } else { row = max(0, row - 1) }
    case "D": lineDown()
    case "(", ")", "]", "7", "8", "c": break
    default: unknown.insert(sequence)
    }
  }

  private mutating func control(_ sequence: String) {
    let body = sequence.dropFirst().dropLast()
    let isPrivate = body.first == "?"
    let numbers = body.drop { !$0.isNumber && $0 != ";" }.split(
      separator: ";", omittingEmptySubsequences: false
    ).map { Int($0) ?? 0 }
    let first = numbers.first ?? 0
    let count = max(1, first)
    switch (sequence.last, isPrivate) {
    case ("h", true), ("l", true):
      for mode in numbers { set(mode, sequence.last == "h") }
    case ("H", false), ("f", false):
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case ("A", false): row = max(0, row - count)
    case ("B", false): row = min(rows - 1, row + count)
    case ("C", false): column = min(columns - 1, column + count)
    case ("D", false): column = max(0, min(column, columns - 1) - count)
    case ("G", false): column = min(columns, count) - 1
    case ("d", false): row = min(rows, count) - 1
    case ("I", false): for _ in 0..<count { control(0x09) }
    case ("Z", false): column = max(0, ((column - 1) / 8 - count + 1) * 8)
    case ("J", false): erase(screen: first)
    case ("K", false): erase(line: first)
    case ("X", false): blank(column..<min(columns, column + count))
    case ("@", false):
      cells[row].insert(contentsOf: repeatElement(" ", count: count), at: column)
      cells[row].removeLast(count)
    case ("P", false):
      let gone = min(count, columns - column)
      cells[row].removeSubrange(column..<column + gone)
      cells[row] += Array(repeating: " ", count: gone)
    case ("L", false): scroll(from: row, by: -count)
    case ("M", false): scroll(from: row, by: count)
    case ("S", false): scroll(from: top, by: count)
    case ("T", false): scroll(from: top, by: -count)
    case ("b", false): for _ in 0..<count { put(last) }
    case ("r", false):
      top = min(rows, count) - 1
      bottom = (numbers.count > 1 && numbers[1] > 0 ? min(numbers[1], rows) : rows) - 1
      (row, column) = (0, 0)
    case ("t", false): titles += first == 22 ? 1 : first == 23 ? -1 : 0
    case ("m", _), ("h", false), ("l", false), ("c", true): break
    default: unknown.insert(sequence)
    }
  }

  private mutating func set(_ mode: Int, _ isOn: Bool) {
    switch mode {
    case 25: isCursorHidden = !isOn
    // Lines that wrap are on at the beginning; blinking, meta keys and the like do no harm.
    case 7: if isOn { modes.remove(-7) } else { modes.insert(-7) }
    case 12, 1034: break
    default: if isOn { modes.insert(mode) } else { modes.remove(mode) }
    }
  }

  private mutating func blank(_ range: Range<Int>) {
    for column in range where column < columns { cells[row][column] = " " }
  }

  private mutating func erase(line part: Int) {
    let here = min(column, columns - 1)
    blank(part == 0 ? here..<columns : part == 1 ? 0..<here + 1 : 0..<columns)
  }

  private mutating func erase(screen part: Int) {
    let blank = Array(repeating: Character(" "), count: columns)
    if part != 2 { erase(line: part) }
    for other in 0..<rows where part == 2 || (part == 0 ? other > row : other < row) {
      cells[other] = blank
    }
  }
}
