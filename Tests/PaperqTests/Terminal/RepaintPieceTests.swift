import CNcurses
import Glibc
import Papers
import QueueUI
import TerminalGrid
import TestSupport
import Testing

@testable import CursesTerminal

/// What is written at once, between two looks at the keyboard: on a slow line a key waits for no more.
///
/// It is drawn here as `CursesTerminal` does, but into a file, where nothing flows together.
@Suite(.serialized) struct RepaintPieceTests {
  @Test(arguments: [(40, 10), (80, 24), (120, 40), (200, 60), (300, 100)])
  func aRepaintForAMovedCursorWritesLessThan2KiB(columns: Int, rows: Int) throws {
    let now = Timestamp(literal: "2026-11-22T12:00:00Z")
    let size = GridSize(rows: rows, columns: columns)
    let library = Library(papers: LongPapers.papers(now: now))
    var state = QueueState(
      options: .init(views: [ViewDefinition(name: "All", query: .undismissed)]), size: size,
      now: now)
    _ = state.update(.monthsLoaded(LibraryUpdate(shelves: library.shelves)), now: now)
    _ = state.update(.libraryOpened(LibraryOpening()), now: now)

    let screen = try DrawnFile(size: size)
    screen.present(state.rendered())
    // On the screen, and past its lower and upper end where the list is longer.
    let edge = min(rows, 87) - 3
    for (start, keys) in [(1, "jjj"), (edge, "jjjjj"), (88, "jk"), (2, "k")] {
      for character in ":\(start)" { _ = state.update(.key(.character(character)), now: now) }
      _ = state.update(.key(.enter), now: now)
      screen.present(state.rendered())
      for key in keys {
        _ = state.update(.key(.character(key)), now: now)
        let counts = screen.present(state.rendered())
        #expect(counts[0] > 0)
        #expect(counts.allSatisfy { $0 < 2048 }, "\(key) near row \(start)")
      }
    }
  }
}

/// A screen of xterm's kind whose output goes to a file.
private final class DrawnFile {
  private let file: UnsafeMutablePointer<FILE>
  private let screen: OpaquePointer
  private let canvas: CursesCanvas
  private let size: GridSize
  private var drawing = PatientDrawing()

  init(size: GridSize) throws {
    self.size = size
    CursesTerminal.useUTF8()
    file = try #require(tmpfile())
    let output = try #require(FrameOutput(terminal: fileno(file)))
    screen = try #require(newterm("xterm-256color", output.file, paperq_stdin()))
    canvas = CursesCanvas(colors: true, output: output)
    resizeterm(Int32(size.rows), Int32(size.columns))
  }

  deinit {
    endwin()
    delscreen(screen)
    fclose(file)
  }

  /// Shows a grid, and gives the bytes of each repaint on the way to it.
  @discardableResult
  func present(_ grid: Grid) -> [Int] {
    var earlier = drawing.shown
    var next: Grid? = drawing.begin(grid)
    var counts: [Int] = []
    while let drawn = next {
      let before = lseek(fileno(file), 0, SEEK_CUR)
      canvas.draw(drawn, since: earlier, screen: size)
      counts.append(Int(lseek(fileno(file), 0, SEEK_CUR) - before))
      earlier = drawing.shown
      next = drawing.goOn()
    }
    return counts
  }
}
