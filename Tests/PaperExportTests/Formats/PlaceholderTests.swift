import JSONText
import Papers
import Testing

@testable import PaperExport

/// Papers that arXiv has yet to complete: what only stands in for the unknown is in no export.
struct PlaceholderTests {
  private func item(_ word: String) throws -> ExportItem {
    ExportItem(
      paper: ImportedPaper(try #require(ArXivReference(word)))
        .placeholder(at: try time("2026-11-22T01:02:03Z")))
  }

  private func text(_ format: ExportFormat, _ word: String = "2401.00001") throws -> String {
    String(decoding: ExportEncoder.text(of: [try item(word)], as: format), as: UTF8.self)
  }

  @Test func filesAreNamedByTheIdentifierAlone() throws {
    let paper = try item("hep-th/9901001").paper
    #expect(ExportFileName.name(for: paper, fileExtension: "md") == "hep-th_9901001.md")
    #expect(PDFFileName.name(for: paper, version: 1) == "1999 [hep-th_9901001v1].pdf")
  }

  @Test func markdownNamesNeitherVersionNorDays() throws {
    #expect(
      try text(.markdown) == """
        ---
        id: "2401.00001"
        title: "arXiv:2401.00001"
        state: unread
        depth: 0
        star: false
        url: "https://arxiv.org/abs/2401.00001"
        pdf: "https://arxiv.org/pdf/2401.00001"
        ---

        <!-- paperq:begin -->
        # arXiv:2401.00001

        [arXiv:2401.00001](https://arxiv.org/abs/2401.00001) · [PDF](https://arxiv.org/pdf/2401.00001)

        <!-- paperq:end -->

        """)
    #expect(try text(.markdown, "2401.00001v3").contains("version: 3\n"))
  }

  @Test func referencesHaveTheYearOfTheIdentifier() throws {
    let bibtex = try text(.bibtex)
    #expect(bibtex.hasPrefix("@misc{arxiv2401.00001,\n"))
    #expect(bibtex.contains("year={2024}"))
    let ris = try text(.ris)
    #expect(ris.contains("PY  - 2024\n") && !ris.contains("DA  -"))
    let csl = try text(.cslJSON).filter { !$0.isWhitespace }
    #expect(csl.contains(#""issued":{"date-parts":[[2024]]}"#))
  }

  @Test func tablesAndLinesLeaveThemOut() throws {
    #expect(
      try text(.csv).contains("arXiv:2401.00001,,arXiv:2401.00001,,,,,,,,https://"))
    let org = try text(.org)
    #expect(!org.contains(":VERSION:") && !org.contains(":PUBLISHED:") && !org.contains("2024-"))
    #expect(
      try text(.jsonl) == #"{"id":"2401.00001","title":"arXiv:2401.00001","#
        + #""titleText":"arXiv:2401.00001","url":"https://arxiv.org/abs/2401.00001","#
        + #""pdf":"https://arxiv.org/pdf/2401.00001","sources":["import"],"state":"unread","#
        + #""depth":0,"star":false}"# + "\n")
  }

  @Test func linesThatAreReadBackWaitForArXivAgain() throws {
    let now = try time("2026-11-22T01:02:03Z")
    let file = ImportFile(Array(try text(.jsonl).utf8), now: now)
    let read = try #require(file.papers.first)
    #expect(read.placeholder(at: now) == (try item("2401.00001").paper))
  }

  @Test func anyOtherPaperKeepsItsDays() throws {
    // A daily feed's dates are approximate too, but its paper is no stand-in.
    var paper = try Paper.attention()
    paper.hasApproximateDates = true
    #expect(paper.knownVersion == 7 && paper.knownPublished == paper.published)
    #expect(
      ExportEncoder.text(of: [ExportItem(paper: paper)], as: .csv)
        == ExportEncoder.text(of: [ExportItem(paper: try .attention())], as: .csv))
  }
}
