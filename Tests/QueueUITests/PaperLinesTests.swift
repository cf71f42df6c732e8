import Papers
import TestSupport
import Testing

@testable import QueueUI

struct PaperLinesTests {
  @Test func namesOfThingsStayWholeInANarrowPreview() {
    let id = ArXivID(literal: "2611.00001")
    let paper = Paper(
      id: id, title: "Well-behaved Spins",
      abstract: "Data of spin-glasses are at https://a.org/spin-glasses as well-known.",
      categories: ["cond-mat.str-el", "cond-mat.stat-mech", "hep-th"],
      published: Timestamp(literal: "2026-11-20T09:00:00Z"))
    var reading = ReadingRecord()
    reading.apply(.tag("spin-glasses", isPresent: true), at: DrivenApp.start)
    reading.apply(.tag("to-read-again", isPresent: true), at: DrivenApp.start)
    let lines = PaperLines(
      paper: paper, reading: reading, columns: 30, changesKey: "d", site: .standard
    ).preview.map(\.text)
    #expect(
      lines == [
        "Well-behaved Spins", "", "2611.00001v1  cond-mat.str-el", "cond-mat.stat-mech hep-th",
        "tags spin-glasses", "     to-read-again", "", "Data of spin-glasses are at",
        "https://a.org/spin-glasses as", "well-known.",
      ])
  }
}
