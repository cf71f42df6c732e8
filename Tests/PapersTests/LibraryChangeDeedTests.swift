import Papers
import TestSupport
import Testing

/// What a change is called in messages, undo and the log.
struct LibraryChangeDeedTests {
  private static func deed(_ action: ActionName, _ edits: ReadingEdit...) -> String {
    let id = ArXivID(literal: "2611.00003")
    return LibraryChange(
      action: action, at: Timestamp(literal: "2026-11-22T12:00:00Z"),
      steps: edits.map { .init(id, $0) }
    ).deed
  }

  private static let note = Note(
    id: "n", created: Timestamp(literal: "2026-11-22T12:00:00Z"), text: "x")

  @Test(arguments: [
    (deed("toggle-read", .state(.read), .rank(nil)), "read"),
    (deed("toggle-read", .state(.unread)), "unread again"),
    (deed("mark-unread", .state(.unread)), "unread again"),
    (deed("toggle-queued", .state(.queued), .rank(QueueRank.between(nil, nil))), "queued"),
    (deed("toggle-queued", .state(.unread), .rank(nil)), "unqueued"),
    (deed("toggle-reading", .state(.reading)), "started"),
    (deed("toggle-reading", .state(.queued)), "stopped"),
    (deed("toggle-dismissed", .state(.dismissed)), "dismissed"),
    (deed("toggle-dismissed", .state(.unread), .state(.queued)), "restored"),
    (deed("toggle-star", .star(true)), "starred"),
    (deed("toggle-star", .star(false)), "unstarred"),
    (deed("toggle-star", .star(true), .state(.queued)), "queued and starred"),
    (deed("set-depth", .depth(.read)), "set to depth 2 (read)"),
    (deed("move-up-in-queue", .rank(QueueRank.between(nil, nil))), "moved in the queue"),
    (deed("edit-tags", .tag("rl", isPresent: true)), "tagged 'rl'"),
    (
      deed("edit-tags", .tag("b", isPresent: true), .tag("a", isPresent: false)),
      "tagged 'b' and untagged 'a'"
    ),
    (
      deed(
        "edit-tags", .tag("a", isPresent: true), .tag("b", isPresent: true),
        .tag("c", isPresent: true)), "tagged"
    ),
    (deed("edit-tags", .tag("a\u{1B}[31m\nb", isPresent: true)), "tagged 'a[31m b'"),
    (deed("annotate", .note(note), .seenVersion(2)), "noted"),
    (deed("edit-notes", .removeNote(id: "n")), "given other notes"),
    (deed("open", .seenVersion(2)), "opened"),
    (
      deed("import", .state(.read), .star(true), .depth(.read)),
      "read, starred and set to depth 2 (read)"
    ),
    (
      deed("import", .state(.read), .star(true), .depth(.read), .note(note)), "changed"
    ),
    (deed("add", .state(.queued), .takeIn(sources: [])), "queued"),
    (deed("import", .takeIn(sources: [])), "taken into the library"),
    (deed("import", .takeOut(sources: [])), "taken out of the library"),
    (deed("sync"), "sync"),
  ])
  func eachChangeHasItsWords(deed: String, words: String) {
    #expect(deed == words)
  }
}
