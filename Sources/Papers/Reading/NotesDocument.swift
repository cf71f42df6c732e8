/// All notes of a paper as one Markdown file, for editing in the user's editor.
///
/// Each note stands below a line `<!-- paperq:note ID DATE -->`, and there is an empty place for a
/// new one at the end. Only lines that are exactly as they were written out part the notes, each the
/// first time it occurs, so a note may quote such lines.
package struct NotesDocument: Sendable {
  /// Why an edited document cannot be taken in.
  package enum Failure: Error, Equatable, Sendable {
    /// Not one of the lines that part the notes is left.
    case noNoteLines
  }

  private let notes: [Note]
  private let template: NoteTemplate
  /// The file as the editor shows it at first.
  package let text: String

  /// The line of each note, and last that of the new one.
  private let lines: [String]
  /// What stands above the notes.
  private let header: [String]

  /// `template` is what a new note begins with.
  package init(paper: Paper, notes: [Note], template: NoteTemplate = .none) {
    self.notes = notes
    self.template = template
    // A note may hold such lines itself; then ours carry a number that occurs in none.
    let quotesLines = notes.contains { $0.text.contains("<!-- paperq:note") }
    let number = (1...).first { number in !notes.contains { $0.text.contains("#\(number) -->") } }
    let end = quotesLines ? " #\(number ?? 0) -->" : " -->"
    lines =
      notes.map { "<!-- paperq:note \($0.id) \($0.created.date)\(end)" }
      + ["<!-- paperq:note new\(end)"]
    header = [
      "# \(paper.titleText.onOneLine) (\(paper.id))", "",
      "<!-- Text below 'new' becomes a note. A note without text is removed. -->",
    ]
    var text = header.joined(separator: "\n") + "\n"
    for (note, line) in zip(notes, lines) { text += "\n\(line)\n\(note.text)\n" }
    self.text = text + "\n\(lines[notes.count])\n\(template.text)\n"
  }

  /// What the user changed, as of `time`: notes edited, removed with their line or emptied, and new
  /// ones. Blank lines around a text do not count, and what was not touched is not edited. What was
  /// typed above the notes, where editors begin, belongs to the new one. Headings of the template with
  /// nothing below them do not.
  package func edits(from edited: String, at time: Timestamp) throws(Failure) -> [ReadingEdit] {
    guard edited != text else { return [] }
    var places = Dictionary(
      zip(lines, notes.map(\.id) + [""]), uniquingKeysWith: { first, _ in first })
    var texts: [String: [Substring]] = [:]
    var above: [Substring] = []
    var current: String?
    let plain = edited.withPlainLineBreaks
    for line in plain.split(separator: "\n", omittingEmptySubsequences: false) {
      if let id = places.removeValue(forKey: String(line)) {
        current = id
        texts[id] = []
      } else if let current {
        texts[current]?.append(line)
      } else if !header.contains(String(line)) {
        above.append(line)
      }
    }
    guard !texts.isEmpty else { throw .noNoteLines }

    var edits: [ReadingEdit] = []
    for note in notes {
      let text = (texts[note.id] ?? []).joined(separator: "\n").withoutOuterBlankLines
      if text.isEmpty {
        edits.append(.removeNote(id: note.id))
      } else if text != note.text.withPlainLineBreaks.withoutOuterBlankLines {
        var changed = note
        changed.text = text
        changed.edited = time
        edits.append(.note(changed))
      }
    }
    let added = template.filled((above + (texts[""] ?? [])).joined(separator: "\n"))
    if !added.isEmpty {
      let id = Note.newID(at: time, besides: notes.map(\.id))
      edits.append(.note(Note(id: id, created: time, text: added)))
    }
    return edits
  }
}

extension Note {
  /// An id for a note made at `time`, different from those of the paper's other notes (and of its
  /// removed ones, which must stay removed).
  package static func newID(at time: Timestamp, besides taken: [String]) -> String {
    let known = Set(taken)
    let base = "n" + String(time.milliseconds, radix: 36)
    var id = base
    var number = 1
    while known.contains(id) {
      number += 1
      id = "\(base)-\(number)"
    }
    return id
  }
}

extension String {
  /// This text with the line breaks of Windows as they are elsewhere; some editors change them.
  var withPlainLineBreaks: String { replacing("\r\n", with: "\n") }

  /// This text without its leading and trailing lines that are blank.
  var withoutOuterBlankLines: String {
    var lines = split(separator: "\n", omittingEmptySubsequences: false)[...]
    while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
