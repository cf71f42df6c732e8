import Papers
import TestSupport
import Testing

struct LibraryTests {
  private let time = Timestamp(literal: "2026-02-01T00:00:00Z")

  private func paper(_ id: String, title: String = "T", version: Int = 1) -> Paper {
    Paper(
      id: ArXivID(literal: id), version: version, title: title,
      published: Timestamp(literal: "2024-01-02T03:04:05Z"))
  }

  @Test func mergingTellsNewFromChangedAndNeverTouchesTheReading() {
    let id = ArXivID(literal: "2401.00001")
    var library = Library(papers: [paper("2401.00001"), paper("2312.00001")])
    library.apply(LibraryChange(action: "a", at: time, steps: [.init(id, .star(true))]))
    let feed = [
      paper("2401.00002"), paper("2401.00001", title: "U", version: 2), paper("2312.00001"),
      paper("2401.00002", title: "V"),
    ]
    let merge = library.merging(feed)
    #expect(merge.new == [paper("2401.00002", title: "V")])
    #expect(merge.changed == [paper("2401.00001", title: "U", version: 2)])
    #expect(merge.newVersions == [id])
    library.apply(merge)
    #expect(library.count == 3)
    #expect(library.reading(id).star)
    #expect(library.contains(ArXivID(literal: "2401.00002")))
    #expect(library.merging(Array(feed.dropFirst())).isEmpty)
  }

  @Test func aChangeAndItsInverseGiveTheValuesBack() {
    let ids = ["2401.00001", "2312.00001"].map { ArXivID(literal: $0) }
    var library = Library(papers: [paper("2401.00001")])
    library.apply(
      LibraryChange(
        action: "a", at: time,
        steps: [
          .init(ids[0], .tag("t", isPresent: true)),
          .init(ids[0], .note(Note(id: "n", created: time, text: "one"))),
        ]))
    let later = time.advanced(byDays: 1)
    let change = LibraryChange(
      action: "b", at: later,
      steps: [
        .init(ids[0], .state(.queued)), .init(ids[1], .state(.read)), .init(ids[0], .state(.read)),
        .init(ids[0], .tag("t", isPresent: false)), .init(ids[0], .tag("u", isPresent: true)),
        .init(ids[0], .removeNote(id: "n")),
        .init(ids[0], .note(Note(id: "m", created: later, text: "two"))),
      ])
    #expect(change.ids == ids)
    let inverse = library.inverse(of: change, at: later.advanced(byDays: 1))
    let after = library.applying(change)
    #expect(after.reading(ids[0]).tags == ["u"])
    #expect(after.reading(ids[0]).notes.map(\.text) == ["two"])
    #expect(library.reading(ids[0]).state == .unread)
    let back = after.applying(inverse).reading(ids[0])
    #expect(back.state == .unread)
    #expect(back.tags == ["t"])
    #expect(back.notes.map(\.text) == ["one"])
    #expect(after.applying(inverse).reading(ids[1]).state == .unread)
  }

  @Test func aPaperThatIsNotThereHasADefaultRecord() {
    let library = Library()
    #expect(library.count == 0)
    #expect(library.paper(ArXivID(literal: "2401.00001")) == nil)
    #expect(library.reading(ArXivID(literal: "2401.00001")) == ReadingRecord())
  }
}
