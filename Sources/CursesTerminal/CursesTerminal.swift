import CNcurses
import Glibc
package import TerminalGrid

/// The terminal that the program runs in, drawn on with ncurses.
///
/// There is at most one, used on the main thread only. It is restored by `close`, when it is released,
/// on `exit`, on every signal that can be caught and on a trap.
///
/// ncurses draws; keys are decoded here from the bytes, since a paste must never turn into keys.
package final class CursesTerminal {
  /// As of the last `readInput`.
  package private(set) var size: GridSize

  let capabilities: TerminalDescription
  let signals: TerminalSignals
  var decoder: InputDecoder
  /// Whether the keyboard has ended or broken, so that there is nothing to wait for.
  var inputHasEnded = false
  private(set) var isSuspended = false

  private let hasMouse: Bool
  private let output: FrameOutput
  private let screen: OpaquePointer
  private let canvas: CursesCanvas
  /// What is to be shown, and how much of it is.
  private var drawing = PatientDrawing()
  private var title: String?
  private var isClosed = false

  /// Takes the terminal, or says why it cannot without having written to it.
  ///
  /// `colors` false draws with attributes alone, as `NO_COLOR` asks for. `exactColors` asks for true
  /// colour where the terminal has it: the colours 8 to 15 are then no longer as its user has set them.
  /// `mouse` has terminals like xterm tell of clicks and the wheel, which takes selecting with the
  /// mouse away from the user.
  package init(
    colors: Bool, exactColors: Bool = false, mouse: Bool = false
  ) throws(CursesTerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotATerminal }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    Self.useUTF8()
    capabilities = try TerminalDescription(exactColors: colors && exactColors)
    hasMouse = mouse && capabilities.isXtermLike
    let restoring = (hasMouse ? ControlSequence.endMouse : []) + capabilities.restoringBytes
    guard let signals = TerminalSignals(restoringBytes: restoring) else {
      throw .cannotStart(name: capabilities.name)
    }
    guard let output = FrameOutput(terminal: STDOUT_FILENO),
      let screen = newterm(capabilities.name, output.file, paperq_stdin())
    else {
      signals.uninstall()
      throw .cannotStart(name: capabilities.name)
    }
    self.signals = signals
    self.output = output
    self.screen = screen
    signals.reinstall()
    signals.holdsTerminal = true
    decoder = InputDecoder(sequences: capabilities.keySequences, hasMouse: hasMouse)
    raw()
    noecho()
    nonl()
    meta(paperq_stdscr(), true)
    canvas = CursesCanvas(colors: colors, output: output)
    size = Self.screenSize()
    fitCanvas()
    begin()
  }

  deinit {
    close()
  }

  /// How many colours it shows; 0 where there shall be none.
  package var colorCount: Int { canvas.colorCount }

  /// What to wait on for input: the keyboard, and a pipe that speaks of signals.
  package var inputDescriptors: [Int32] {
    inputHasEnded ? [signals.descriptor] : [STDIN_FILENO, signals.descriptor]
  }

  /// Shows a grid in place of the last one; what does not fit the screen is left out.
  package func present(_ grid: Grid) {
    let earlier = drawing.shown
    let next = drawing.begin(grid)
    if !isSuspended, !isClosed { canvas.draw(next, since: earlier, screen: size) }
  }

  /// Whether a part of the last grid is still to be drawn, see ``Grid/laterPart``.
  package var isBehind: Bool { drawing.isBehind }

  /// Draws another piece of it; to be called while no key is waiting.
  package func goOnPresenting() {
    let earlier = drawing.shown
    guard let next = drawing.goOn(), !isSuspended, !isClosed else { return }
    canvas.draw(next, since: earlier, screen: size)
  }

  /// Has the next `present` paint everything: however often it is asked for, it is done once.
  package func forgetScreen() {
    canvas.forgetScreen()
    drawing.forgetScreen()
  }

  /// Gives the screen and the keyboard back, for an editor or a stopped program.
  package func suspend() {
    guard !isSuspended, !isClosed else { return }
    isSuspended = true
    def_prog_mode()
    leave()
  }

  /// Takes them again after `suspend`, and shows the last grid.
  package func resume() {
    guard isSuspended, !isClosed else { return }
    isSuspended = false
    signals.holdsTerminal = true
    reset_prog_mode()
    begin()
    redrawInSize()
  }

  /// Stops the process as ^Z does elsewhere, and goes on when the shell continues it.
  ///
  /// The whole process group stops, so that a shell is not left waiting for a parent such as `make`.
  package func stopProcess() {
    let wasSuspended = isSuspended
    suspend()
    // While the terminal is given away, SIGTSTP has its usual meaning.
    kill(0, SIGTSTP)
    if !wasSuspended { resume() }
  }

  /// Restores the terminal for good. Nothing is shown or read afterwards.
  package func close() {
    guard !isClosed else { return }
    if !isSuspended { leave() }
    isClosed = true
    signals.uninstall()
    delscreen(screen)
  }

  /// Names the window or tab, where the terminal has a title; the former one returns at the end.
  package func setTitle(_ title: String) {
    guard title != self.title, capabilities.isXtermLike, !isSuspended, !isClosed else { return }
    if self.title == nil { output.send(ControlSequence.pushTitle) }
    self.title = title
    output.send(ControlSequence.setTitle(title))
  }

  /// Puts text on the clipboard of the terminal's user, also over ssh; whether it was sent.
  ///
  /// Only what the terminal allows arrives: many ask first, or are set to ignore it. Nothing is sent to
  /// terminals unlike xterm, nor a text of over 100,000 bytes.
  @discardableResult
  package func copyToClipboard(_ text: String) -> Bool {
    guard capabilities.isXtermLike, !isSuspended, !isClosed,
      let sequence = ControlSequence.copyToClipboard(text)
    else { return false }
    output.send(capabilities.isScreen ? ControlSequence.throughScreen(sequence) : sequence)
    return true
  }

  /// Takes over the size that the screen has now; whether it is another one than before.
  @discardableResult
  func takeSize() -> Bool {
    let newSize = Self.screenSize()
    guard newSize != size else { return false }
    size = newSize
    fitCanvas()
    return true
  }

  /// Brings the line and the screen into our state again, which someone else may have changed.
  func reclaim() {
    guard !isSuspended, !isClosed else { return }
    reset_prog_mode()
    beginInput()
    redrawInSize()
  }

  /// Paints everything after a time in which a change of size could not reach us.
  private func redrawInSize() {
    if takeSize() { signals.post(.resized) }
    redraw()
  }

  /// Paints everything anew, where something else has written on the screen.
  private func redraw() {
    guard !isSuspended, !isClosed else { return }
    canvas.forgetScreen()
    let grid = drawing.finish(with: drawing.wanted ?? Grid(size: size))
    canvas.draw(grid, since: nil, screen: size)
  }

  /// Gives ncurses our size, which it may have from `LINES` and `COLUMNS` instead.
  private func fitCanvas() {
    let (rows, columns) = (Int32(size.rows), Int32(size.columns))
    if getmaxy(paperq_stdscr()) != rows || getmaxx(paperq_stdscr()) != columns {
      resizeterm(rows, columns)
    }
  }

  /// Has the keyboard send what the terminal database says, and pastes marked as such.
  private func beginInput() {
    keypad(paperq_stdscr(), true)
    if capabilities.speaksControlSequences { output.send(ControlSequence.beginBracketedPaste) }
    if hasMouse { output.send(ControlSequence.beginMouse) }
  }

  private func begin() {
    beginInput()
    if let title {
      output.send(ControlSequence.pushTitle)
      output.send(ControlSequence.setTitle(title))
    }
  }

  private func leave() {
    if hasMouse { output.send(ControlSequence.endMouse) }
    if capabilities.speaksControlSequences { output.send(ControlSequence.endBracketedPaste) }
    if title != nil { output.send(ControlSequence.popTitle) }
    endwin()
    // Else the shell's prompt would stand in our last line.
    if !capabilities.hasSecondScreen { output.send(Array("\r\n".utf8)) }
    signals.holdsTerminal = false
  }

  /// Makes ncurses speak UTF-8, even where the environment names no locale for it.
  ///
  /// Only the character type is set: a decimal comma must not get into anyone's numbers.
  static func useUTF8() {
    setlocale(LC_CTYPE, "")
    guard String(cString: nl_langinfo(nl_item(CODESET))) != "UTF-8" else { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  private static func screenSize() -> GridSize {
    var window = winsize()
    let known = ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0
    let rows = known && window.ws_row > 0 ? Int(window.ws_row) : Int(getmaxy(paperq_stdscr()))
    let columns = known && window.ws_col > 0 ? Int(window.ws_col) : Int(getmaxx(paperq_stdscr()))
    // A size beyond every screen is a slip of some program; it must not cost gigabytes.
    return GridSize(rows: min(max(rows, 1), 1000), columns: min(max(columns, 1), 2000))
  }
}
