import Glibc
import JSONText
import LibraryStore
import Papers
import TestSupport
import Testing

/// What becomes of strays when mending is cut short.
struct LibraryStoreMendingTests {
  /// A disk that is gone from some call on leaves what a kill at that call would.
  @Test func aStrayWhoseMovingIsCutShortIsStillThere() throws {
    let id = ArXivID(literal: "1706.03762")
    var call = 0
    var isWhole = false
    while !isWhole {
      call += 1
      let folder = TemporaryLibrary()
      _ = try folder.opened()
      let note = Note(id: "n", created: folder.time, text: "Mine.")
      var record = ReadingRecord()
      record.apply(.note(note), at: folder.time)
      folder.write(#"{"1706.03762":\#(record.json.text)}"#, to: "reading/1301.json")
      let paper = Paper(test: "1706.03762").json.text
      folder.write(#"{"1706.03762":\#(paper)}"#, to: "papers/1301.json")
      let disk = FaultyDisk()
      disk.fail(call, count: 100_000, with: EIO)
      isWhole = (try? folder.store(calls: disk.calls).mend()) != nil
      _ = try folder.store().mend()
      let library = try folder.opened().library
      #expect(library.reading(id).notes == [note], "call \(call)")
      #expect(library.contains(id), "call \(call)")
    }
    #expect(call > 10)
  }
}
