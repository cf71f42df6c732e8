import Foundation
import LoopbackArXiv
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Downloads of PDFs over the real transport, against an arXiv on the loopback interface.
final class PDFDownloadTests: Sendable {
  private let server: LoopbackArXiv
  private let client: ArXivClient
  private let folder = FileManager.default.temporaryDirectory
    .appending(path: "paperq-pdf-\(UUID().uuidString)").path()
  private let reference = ArXivReference(id: ArXivID(literal: "1706.03762"), version: 7)
  private let reports = Notes<DownloadProgress>()

  private var pdf: String { folder + "/pdfs/Attention.pdf" }
  private var part: String { folder + "/pdfs/1706.03762v7.pdf.part" }
  private var origin: String { part + ".origin" }

  init() throws {
    server = LoopbackArXiv(papers: [
      Paper(
        id: ArXivID(literal: "1706.03762"), version: 7, title: "Attention",
        published: Timestamp(literal: "2017-06-12T17:57:34Z")),
      Paper(
        id: ArXivID(literal: "2401.00001"), version: 2, title: "Gone",
        published: Timestamp(literal: "2024-01-01T00:00:00Z"), comment: "This paper is withdrawn"),
    ])
    server.pdfs.minimumBytes = 300_000
    try server.start()
    client = ArXivClient(
      endpoints: try #require(
        ArXivEndpoints(api: server.api, feeds: server.site, site: server.site)),
      transport: URLSessionTransport(), pace: RequestPace(secondsBetweenRequests: 0),
      timeoutSeconds: 5)
  }

  deinit {
    server.stop()
    try? FileManager.default.removeItem(atPath: folder)
  }

  private func download(_ reference: ArXivReference? = nil) async throws(FeedError) {
    try await client.downloadPDF(of: reference ?? self.reference, to: pdf) { [reports] in
      reports.add($0)
    }
  }

  /// The bytes that the server has, as `edition` of the file.
  private func truth(edition: Int = 1) async throws -> [UInt8] {
    let present = server.pdfs.edition
    server.pdfs.edition = edition
    defer { server.pdfs.edition = present }
    let url = server.site + "/pdf/\(reference)"
    return try await URLSessionTransport().response(to: FeedRequest(url: url)).body
  }

  private func bytes(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
  }

  private var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder + "/pdfs").sorted()) ?? []
  }

  /// Leaves `count` bytes behind, as a program that was killed would.
  private func downloadPart(_ count: Int) async throws {
    server.answerAll(with: .cutBody(afterBytes: count))
    await #expect(throws: FeedError.cutShort) {
      // The first try only: the next ones are refused.
      self.server.answer(with: .status(403)) { $0.headers["range"] != nil }
      do {
        try await self.download()
      } catch FeedError.unexpectedStatus(403, _) {
        throw FeedError.cutShort
      }
    }
    server.clearFaults()
    #expect(bytes(part)?.count == count)
  }

  @Test func aPDFIsDownloadedWholeAndKeptToTheUser() async throws {
    try await download()
    #expect(bytes(pdf) == (try await truth()))
    #expect(names == ["Attention.pdf"])
    let request = server.requests[0]
    #expect(request.path == "/pdf/1706.03762v7")
    #expect(request.headers["user-agent"] == ArXivClient.userAgent)
    #expect(request.headers["accept-encoding"] == "identity")
    #expect(request.headers["range"] == nil)
    let size = Int64(try await truth().count)
    #expect(reports.items.first?.received == 0)
    #expect(reports.items.last == DownloadProgress(received: size, expected: size))
    #expect(reports.items.map(\.received) == reports.items.map(\.received).sorted())
    for (path, mode) in [(pdf, 0o600), (folder + "/pdfs", 0o700)] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == mode)
    }
  }

  @Test func whatIsThereIsNotAskedFor() async throws {
    try await download()
    try await download()
    #expect(server.requests.count == 1)
  }

  @Test func aCutBodyIsGoneOnWithAtItsEnd() async throws {
    server.answerNext(with: [.cutBody(afterBytes: 100_000), .cutBody(afterBytes: 50_000)])
    try await download()
    #expect(
      server.requests.map { $0.headers["range"] } == [nil, "bytes=99999-", "bytes=149998-"])
    #expect(server.requests[1].headers["if-range"] == server.requests[2].headers["if-range"])
    #expect(bytes(pdf) == (try await truth()))
    #expect(names == ["Attention.pdf"])
  }

  @Test(arguments: [
    LoopbackFault.status(503), .status(429), .status(429, retryAfter: "0"), .html, .reset,
    .cutBody(afterBytes: 3), .cutBody(afterBytes: 0), .truncatedXML(afterBytes: 4),
    .truncatedXML(afterBytes: 0),
  ])
  func oneFaultIsOvercome(fault: LoopbackFault) async throws {
    server.answerNext(with: [fault])
    try await download()
    #expect(server.requests.count == 2)
    #expect(bytes(pdf) == (try await truth()))
    #expect(names == ["Attention.pdf"])
  }

  @Test(arguments: [
    (LoopbackFault.status(503), FeedError.ExitClass.unreachable, 4),
    (.status(429), .rateLimited, 4), (.status(429, retryAfter: "600"), .rateLimited, 1),
    (.status(404), .badAnswer, 1), (.status(403), .badAnswer, 1), (.html, .badAnswer, 4),
    (.cutBody(afterBytes: 0), .badAnswer, 4), (.reset, .unreachable, 4),
    (
      .reply(status: 200, contentType: "application/pdf", body: Array("<html>".utf8)), .badAnswer, 4
    ),
    (
      .reply(status: 206, contentType: "application/pdf", body: Array("%PDF-1".utf8)), .badAnswer, 4
    ),
    (.redirect(status: 302, to: "http://evil.example/"), .badAnswer, 1),
  ])
  func lastingFaultsEndWithTheirExitClassAndLeaveNothing(
    fault: LoopbackFault, exit: FeedError.ExitClass, requests: Int
  ) async throws {
    server.answerAll(with: fault)
    await #expect {
      try await self.download()
    } throws: { error in
      (error as? FeedError)?.exitClass == exit
    }
    #expect(server.requests.count >= requests)
    #expect(names == [])
  }

  @Test func aWithdrawnVersionHasNoPDFAndAnEarlierOneHas() async throws {
    let id = ArXivID(literal: "2401.00001")
    let gone = ArXivReference(id: id, version: 2)
    await #expect(throws: FeedError.noPDF(gone)) { try await self.download(gone) }
    #expect(
      FeedError.noPDF(gone).message
        == "arXiv has no PDF of '2401.00001v2': it is withdrawn, or there is no such version")
    try await download(ArXivReference(id: id, version: 1))
    #expect(names == ["Attention.pdf"])
  }

  @Test func theNextAttemptGoesOnWhereTheLastOneEnded() async throws {
    try await downloadPart(120_000)
    let before = server.requests.count
    try await download()
    let size = Int64(try await truth().count)
    #expect(server.requests[before].headers["range"] == "bytes=119999-")
    #expect(bytes(pdf) == (try await truth()))
    #expect(reports.items.last == DownloadProgress(received: size, expected: size))
    #expect(names == ["Attention.pdf"])
  }

  @Test func aChangedFileIsNeverJoinedToTheOldOne() async throws {
    try await downloadPart(120_000)
    server.pdfs.edition = 2
    try await download()
    #expect(bytes(pdf) == (try await truth(edition: 2)))
  }

  /// The server has another file, but does not look at `If-Range`.
  @Test func anAnswerThatDoesNotFitIsNotJoinedEither() async throws {
    try await downloadPart(120_000)
    let other = try await truth(edition: 2)
    server.answer(
      with: .reply(status: 206, contentType: "application/pdf", body: other)
    ) { $0.headers["range"] != nil }
    try await download()
    #expect(bytes(pdf) == (try await truth()))
    #expect(server.requests.suffix(2).map { $0.headers["range"] } == [nil, nil])
  }

  @Test func aRangeBeyondTheFileBeginsAnew() async throws {
    try await downloadPart(120_000)
    server.pdfs.minimumBytes = 1000
    server.answer(with: .status(416)) { $0.headers["range"] != nil }
    try await download()
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test func aServerWithoutRangesSendsAllOfIt() async throws {
    try await downloadPart(120_000)
    server.pdfs.servesRanges = false
    try await download()
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test func weakTagsAreNotTrustedButDatesAre() async throws {
    server.pdfs.tagPrefix = "W/"
    try await downloadPart(120_000)
    let before = server.requests.count
    try await download()
    #expect(server.requests[before].headers["if-range"]?.hasSuffix("GMT") == true)
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test func bytesThatNobodyVouchesForAreDropped() async throws {
    server.pdfs.tagPrefix = nil
    server.answerNext(with: [.cutBody(afterBytes: 100_000)])
    try await download()
    #expect(server.requests.map { $0.headers["range"] } == [nil, nil])
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test func aTornNoteOnTheOriginBeginsAnew() async throws {
    try await downloadPart(120_000)
    try Data("etag \"1-3".utf8).write(to: URL(filePath: origin))
    let before = server.requests.count
    try await download()
    #expect(server.requests[before].headers["range"] == nil)
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test func aFileThatWasWholeWhenItsProgramWasKilledNeedsOneByte() async throws {
    let whole = try await truth()
    try await downloadPart(whole.count - 1)
    try Data(whole).write(to: URL(filePath: part))
    let before = server.requests.count
    try await download()
    #expect(server.requests[before].headers["range"] == "bytes=\(whole.count - 1)-")
    #expect(bytes(pdf) == whole)
  }

  @Test(.timeLimit(.patientMinute)) func cancellingKeepsWhatCame() async throws {
    server.answerAll(with: .stalledBody(afterBytes: 200_000))
    let (progress, reporter) = AsyncStream.makeStream(of: DownloadProgress.self)
    let task = Task {
      try await self.client.downloadPDF(of: self.reference, to: self.pdf) { reporter.yield($0) }
    }
    for await news in progress where news.received >= 60_000 { break }
    task.cancel()
    await #expect(throws: FeedError.cancelled) { try await task.value }
    let kept = try #require(bytes(part))
    #expect(kept.count >= 60_000)
    #expect(names == ["1706.03762v7.pdf.part", "1706.03762v7.pdf.part.origin"])
    server.clearFaults()
    try await download()
    #expect(server.requests.last?.headers["range"] == "bytes=\(kept.count - 1)-")
    #expect(bytes(pdf) == (try await truth()))
  }

  @Test(.timeLimit(.patientMinute)) func oneProgramWaitsForTheOtherAndGoesOnWhereThatEnded()
    async throws
  {
    server.answerNext(with: [.stalledBody(afterBytes: 200_000)])
    let first = Task { try await self.download() }
    while server.requests.isEmpty { await Task.yield() }
    try await client.downloadPDF(of: reference, to: pdf, onWait: { first.cancel() })
    await #expect(throws: FeedError.cancelled) { try await first.value }
    #expect(server.requests.count == 2)
    #expect(bytes(pdf) == (try await truth()))
    #expect(names == ["Attention.pdf"])
  }

  @Test func whatTheDiskDoesNotTakeIsADiskError() async throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try Data().write(to: URL(filePath: folder + "/pdfs"))
    await #expect(throws: FeedError.cannotSave(file: part, reason: "not a directory")) {
      try await self.download()
    }
    #expect(server.requests.isEmpty)
  }

  @Test func aLinkInThePlaceOfThePartIsNotWrittenThrough() async throws {
    try FileManager.default.createDirectory(
      atPath: folder + "/pdfs", withIntermediateDirectories: true)
    try Data("mine".utf8).write(to: URL(filePath: folder + "/mine"))
    try FileManager.default.createSymbolicLink(
      atPath: part, withDestinationPath: folder + "/mine")
    await #expect { try await self.download() } throws: { error in
      (error as? FeedError)?.exitClass == .disk
    }
    #expect(bytes(folder + "/mine") == Array("mine".utf8))
  }
}
