import Papers
import QueueUI
import TestSupport
import Testing

/// PDFs on their way, as the screen shows them.
struct PDFTests {
  private let first = ArXivReference(id: ArXivID(literal: "2611.00003"), version: 1)
  private let second = ArXivReference(id: ArXivID(literal: "2611.00002"), version: 2)

  private func status(_ app: DrivenApp) -> String {
    String(
      app.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().last ?? "")
  }

  @Test func aDownloadShowsHowFarItIs() {
    var app = DrivenApp(.threeUnread, columns: 60, rows: 12)
    app.press("p")
    #expect(app.takeEffects() == [.openPDF(first.id)])
    #expect(status(app) == " PDF 2611.00003v1                                       1/3")
    app.send(.pdfProgressed(first, .came(1_290_000, of: 3_400_000)))
    app.expectScreen(
      """
       1 Inbox  2 Queue  3 Starred  4 All
       N    21 Nov  Attention Is Mostly Wha… Lovelace +1  cs.LG
       N    20 Nov  Schrödinger Bridges for… Schrödinger  stat.ML
       N    19 Nov  A Very Large Collaborat… Number1 +8   cs.AI






       PDF 2611.00003v1 ━━━━━━━╸──────────── 1.2 of 3.4 MB    1/3
       Enter open  r read  w want  a note  ? help  / search
      """)
  }

  @Test func aNarrowScreenHasAShortBar() {
    var app = DrivenApp(.threeUnread, columns: 50, rows: 12)
    app.press("p")
    app.send(.pdfProgressed(first, .came(1_700_000, of: 3_400_000)))
    #expect(status(app) == " PDF 2611.00003v1 ━━━━──── 1.7 of 3.4 MB      1/3")
    app.resize(columns: 40, rows: 10)
    #expect(status(app).hasSuffix("1/3"))
  }

  @Test func whatIsNotKnownIsNotDrawn() {
    var app = DrivenApp(.threeUnread)
    app.press("p")
    app.send(.pdfProgressed(first, .came(12_345, of: nil)))
    #expect(status(app).hasPrefix(" PDF 2611.00003v1 12.3 kB  "))
    let wait = ProgressWait("trying again in", milliseconds: 10_000)
    app.send(.pdfProgressed(first, .waits(wait)))
    #expect(status(app).hasPrefix(" PDF 2611.00003v1: trying again in 10 s  "))
    app.send(.pdfProgressed(first, .came(0, of: 0)))
    #expect(status(app).hasPrefix(" PDF 2611.00003v1 0.0 of 0.0 kB  "))
  }

  @Test func keysGoOnWorkingMeanwhile() {
    var app = DrivenApp(.threeUnread)
    app.press("p", "j", "r")
    app.send(.pdfProgressed(first, .came(300, of: 600)))
    #expect(app.stored.reading(second.id).state == .read)
    #expect(status(app).contains("0.3 of 0.6 kB"))
  }

  @Test func askingAgainDoesNotDownloadTwice() {
    var app = DrivenApp(.threeUnread)
    app.press("p", "Enter", "p")
    #expect(status(app).hasPrefix(" the PDF of 2611.00003 is on its way  "))
    app.press("q", "p")
    #expect(app.takeEffects() == [.openPDF(first.id)])
    #expect(status(app).hasPrefix(" the PDF of 2611.00003 is on its way; Esc stops it"))
    app.send(.pdfEnded(first.id, .opened(first, message: "opened 'x.pdf'")))
    app.press("p")
    #expect(app.takeEffects() == [.openPDF(first.id)])
  }

  @Test func anotherPaperWaitsForItsTurn() {
    var app = DrivenApp(.threeUnread)
    app.press("p", "j", "p")
    #expect(app.takeEffects() == [.openPDF(first.id), .openPDF(second.id)])
    app.send(.pdfProgressed(first, .came(300, of: 600)))
    #expect(status(app).contains(" 0.3 of 0.6 kB, and 1 more"))
    app.send(.pdfEnded(first.id, .failed("arXiv has no PDF of it")))
    #expect(status(app).hasPrefix(" arXiv has no PDF of it"))
    app.press("Esc")
    #expect(status(app).hasPrefix(" PDF 2611.00002v2  "))
  }

  @Test func onlyTheCurrentPaperOfMarkedOnesIsOpened() {
    var app = DrivenApp(.threeUnread)
    app.press("Space", "j", "Space", "p")
    #expect(app.takeEffects() == [.openPDF(second.id)])
  }

  @Test func escapeStopsTheDownloadBeforeTheFetch() {
    var app = DrivenApp(.threeUnread)
    app.press("R", "p", "Esc")
    #expect(app.takeEffects() == [.fetch(sources: nil), .openPDF(first.id), .cancelDownloads])
    #expect(status(app).hasPrefix(" stopping the download  "))
    app.send(.pdfEnded(first.id, .cancelled))
    #expect(status(app).hasPrefix(" the download is stopped; what came of it is kept"))
    app.press("Esc")
    #expect(app.takeEffects() == [.cancelFetch])
  }

  @Test func quittingStopsTheDownload() {
    var app = DrivenApp(.threeUnread)
    app.press("p", "Q")
    let effects = app.takeEffects()
    #expect(effects.first == .openPDF(first.id) && effects.last == .quit)
    #expect(effects.contains(.cancelDownloads))
  }

  @Test func thePresentVersionThatWasOpenedIsNoLongerNews() {
    var app = DrivenApp(.threeUnread)
    app.press("j", "p")
    app.send(.pdfEnded(second.id, .opened(ArXivReference(id: second.id, version: 1), message: "x")))
    #expect(app.stored.reading(second.id).seenVersion == nil)
    app.press("p")
    app.send(.pdfEnded(second.id, .opened(second, message: "opened")))
    #expect(app.stored.reading(second.id).seenVersion == 2)
    #expect(status(app).hasPrefix(" opened "))
  }

  @Test func anEmptyListHasNoPDF() {
    var app = DrivenApp(Library())
    app.press("p")
    #expect(app.takeEffects() == [])
    #expect(status(app).hasPrefix(" there is no paper here"))
  }

  @Test func bytesAreCountedInUnitsThatFit() {
    #expect(ByteCount.text(1_290_000, of: 3_400_000) == "1.2 of 3.4 MB")
    #expect(ByteCount.text(999_999, of: 1_000_000) == "0.9 of 1.0 MB")
    #expect(ByteCount.text(5_000, of: 300_622) == "5 of 300 kB")
    #expect(ByteCount.text(0, of: 622) == "0.0 of 0.6 kB")
    #expect(ByteCount.text(123_456_789, of: nil) == "123 MB")
    #expect(ByteCount.text(.max, of: .max) == "9223372036854 of 9223372036854 MB")
  }
}
