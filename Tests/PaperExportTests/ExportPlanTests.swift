import PaperExport
import Papers
import Testing

/// A folder in memory.
private struct Folder {
  var files: [String: [UInt8]] = [:]

  func plan(_ items: [ExportItem], _ format: ExportFormat = .markdown) -> [ExportPlan.File] {
    ExportPlan.Folder(format, existingNames: files.keys).files(for: items) { files[$0] }
  }

  mutating func write(_ plan: [ExportPlan.File]) {
    for file in plan {
      switch file.outcome {
      case .create(let bytes), .update(let bytes): files[file.name] = bytes
      case .unchanged, .leave: continue
      }
    }
  }
}

@Test func aFolderGetsAFilePerPaperAndASecondExportChangesNothing() throws {
  var folder = Folder()
  let items = [try ExportItem.read(), ExportItem(paper: try .bare())]
  folder.write(folder.plan(items))
  #expect(
    folder.files == [
      "1706.03762 Attention Is All You Need.md": ExportEncoder.text(of: [items[0]], as: .markdown),
      "hep-th_9901001 A Title.md": ExportEncoder.text(of: [items[1]], as: .markdown),
    ])
  #expect(folder.plan(items).map(\.outcome) == [.unchanged, .unchanged])
}

@Test func aFileIsUpdatedInPlaceWhenTheTitleChanges() throws {
  var folder = Folder()
  var item = try ExportItem.read()
  folder.write(folder.plan([item]))
  item.paper.title = "Attention: All You Need?"
  let plan = folder.plan([item])
  #expect(
    plan == [
      .init(
        name: "1706.03762 Attention Is All You Need.md",
        outcome: .update(ExportEncoder.text(of: [item], as: .markdown)))
    ])
  folder.write(plan)
  #expect(folder.files.count == 1)
  #expect(folder.plan([item]).map(\.outcome) == [.unchanged])
}

@Test func aFileWrittenByHandIsLeftAloneWithAMessage() throws {
  let name = "1706.03762 Attention Is All You Need.md"
  let folder = Folder(files: [name: [UInt8]("my own text\n")])
  let plan = folder.plan([try .read()])
  #expect(plan == [.init(name: name, outcome: .leave(.noMarkers(file: name)))])
  #expect(
    ExportError.noMarkers(file: "a\u{1B}.md").description
      == "cannot update 'a.md': it has no '<!-- paperq:begin -->' line, so none of it is ours; "
      + "move it away, or add the begin and end markers where the paper should go")
}

@Test func amongSeveralFilesOfAPaperTheOneWithOurPartIsUpdated() throws {
  let item = try ExportItem.read()
  let text = ExportEncoder.text(of: [item], as: .markdown)
  let folder = Folder(files: [
    "1706.03762 Attention Is All You Need.md": [UInt8]("scratch\n"),
    "1706.03762 renamed.md": text + [UInt8]("mine\n"),
    "1706.03762 another.md": [UInt8]("scratch\n"),
    "notes on 1706.03762.md": text,
  ])
  #expect(folder.plan([item]) == [.init(name: "1706.03762 renamed.md", outcome: .unchanged)])
}

@Test func aFileOfTheUsersUnderAnotherNameDoesNotStopAnExport() throws {
  let item = try ExportItem.read()
  let usual = "1706.03762 Attention Is All You Need"
  let folder = Folder(files: [
    "1706.03762 mine.md": [UInt8]("scratch\n"), "1706.03762 mine.bib": [UInt8]("@misc{}\n"),
  ])
  for format in [ExportFormat.markdown, .bibtex] {
    #expect(
      folder.plan([item], format) == [
        .init(
          name: "\(usual).\(format.fileExtension)",
          outcome: .create(ExportEncoder.text(of: [item], as: format)))
      ])
  }
}

@Test func aRenamedFileWhoseEndIsGoneIsLeftAlone() throws {
  let item = try ExportItem.noted("<!-- paperq:end -->")
  let text = ExportEncoder.text(of: [item], as: .markdown)
  let name = "1706.03762 mine.md"
  let folder = Folder(files: [name: Array(text.dropLast(22))])
  #expect(folder.plan([item]) == [.init(name: name, outcome: .leave(.noEndMarker(file: name)))])
}

@Test func otherFormatsAreWrittenAnew() throws {
  let item = try ExportItem.read()
  for format in [ExportFormat.bibtex, .jsonl] {
    let text = ExportEncoder.text(of: [item], as: format)
    let file = ExportPlan.file("x", of: [item], as: format, existing: [UInt8]("old"))
    #expect(file.outcome == .update(text))
    #expect(ExportPlan.file("x", of: [item], as: format, existing: text).outcome == .unchanged)
    #expect(ExportPlan.file("x", of: [item], as: format, existing: nil).outcome == .create(text))
    #expect(
      Folder().plan([item], format) == [
        .init(
          name: "1706.03762 Attention Is All You Need.\(format.fileExtension)",
          outcome: .create(text))
      ])
  }
}

@Test func aDigestInAFolderIsOneFile() throws {
  let items = [try ExportItem.read(), ExportItem(paper: try .bare())]
  #expect(
    Folder().plan(items, .digest) == [
      .init(name: "digest.md", outcome: .create(ExportEncoder.text(of: items, as: .digest)))
    ])
}

@Test func onePaperIsMergedIntoAFileAndSeveralReplaceNone() throws {
  let items = [try ExportItem.read(), ExportItem(paper: try .bare())]
  let one = ExportEncoder.text(of: [items[0]], as: .markdown) + [UInt8]("mine")
  #expect(
    ExportPlan.file("x.md", of: [items[0]], as: .markdown, existing: one).outcome == .unchanged)
  #expect(
    ExportPlan.file("x.md", of: items, as: .markdown, existing: one).outcome
      == .leave(.severalPapers(file: "x.md")))
  let both = ExportEncoder.text(of: items, as: .markdown)
  #expect(
    ExportPlan.file("x.md", of: items, as: .markdown, existing: both).outcome == .unchanged)
  #expect(
    ExportPlan.file("x.md", of: items, as: .markdown, existing: nil).outcome == .create(both))
}

@Test func anErrorOfReadingIsPassedOn() throws {
  struct Unreadable: Error {}
  let folder = ExportPlan.Folder(.markdown, existingNames: [])
  let item = try ExportItem.read()
  #expect(throws: Unreadable.self) { try folder.file(for: item) { _ in throw Unreadable() } }
}
