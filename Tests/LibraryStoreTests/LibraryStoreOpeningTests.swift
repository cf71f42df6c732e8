import Glibc
import JSONText
import Papers
import TestSupport
import Testing

@testable import LibraryStore

/// A library that changes, or fails, while it is being opened or is open.
struct LibraryStoreOpeningTests {
  private let papers = ["2401.00001", "2312.00001"].map { Paper(test: $0) }

  /// Of two first starts, the one that comes second to the lock has what the first wrote.
  @Test(arguments: [false, true])
  func whatAnotherFirstStartWroteIsRead(isHalfWay: Bool) throws {
    let folder = TemporaryLibrary()
    let (first, second) = (folder.store(), folder.store())
    if isHalfWay {
      folder.write(
        #"{"2401.00001":\#(papers[0].json.text)}"#, to: "papers/2401.json")
    }
    func starters() -> [Paper] {
      // The second has seen by now that there is no library.
      _ = try? first.open(beginningWith: papers)
      return papers
    }
    var shown = Library()
    let opening = try second.open(beginningWith: starters()) { shown.replace($0.shelves) }
    #expect(opening.warnings == [])
    #expect(opening.library.count == 2)
    #expect(shown.count == 2)
    _ = try second.commit(LibraryChange("star", at: folder.time, ("2312.00001", .star(true))))
    #expect(second.library.reading(ArXivID(literal: "2312.00001")).star)
  }
}
