import Foundation
import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// What downloads make of answers that only a bad server gives.
struct PDFBodyTests {
  private let path = FileManager.default.temporaryDirectory
    .appending(path: "paperq-body-\(UUID().uuidString).part").path()

  /// A part of ten bytes of a file of twenty, whose rest is asked for.
  private func withPart(
    maximumBytes: Int64 = 100, _ check: (PartialFile, PDFBody) throws -> Void
  ) throws {
    let file = try #require(try PartialFile.open(path))
    defer { file.close(removing: true) }
    try file.begin(anew: FileOrigin(["etag": "\"a\""], total: 20))
    try file.append(Array("%PDF-12345".utf8))
    let body = PDFBody(file: file, maximumBytes: maximumBytes) { _ in }
    #expect(body.headers["Range"] == "bytes=9-")
    try check(file, body)
  }

  private func part(_ range: String, _ headers: [String: String] = [:]) -> FeedResponse {
    FeedResponse(
      status: 206,
      headers: ["content-range": range, "content-type": "application/pdf"].merging(headers) { $1 })
  }

  @Test func theRestIsJoinedToTheBeginning() throws {
    try withPart { file, body in
      let head = part("bytes 9-19/20", ["etag": "\"a\""])
      #expect(try body.begin(head))
      try body.take(Array("56789012345".utf8))
      #expect(try body.isComplete(head, "") == true)
      #expect(
        file.prefix(30) == Array("%PDF-123456789012345".utf8).prefix(9) + Array("56789012345".utf8))
    }
  }

  @Test(arguments: [
    ("bytes 8-19/20", [:]), ("bytes 0-19/20", [:]), ("bytes 9-29/30", [:]), ("nonsense", [:]),
    ("bytes 9-19/20", ["etag": "\"b\""]), ("bytes 9-19/20", ["content-encoding": "gzip"]),
    ("bytes 9-19/15", [:]), ("bytes 9-99999999999999999999/*", [:]), ("bytes */20", [:]),
  ])
  func aPartThatDoesNotFitIsRefusedAndTheWholeIsAskedFor(
    range: String, headers: [String: String]
  ) throws {
    try withPart { (file, body) throws in
      let head = part(range, headers)
      #expect(try body.begin(head) == false)
      #expect(try body.isComplete(head, "") == nil)
      #expect(file.length == 0 && file.origin == nil)
      #expect(body.headers["Range"] == nil)
    }
  }

  @Test func aPartThatNobodyAskedForIsNotTaken() throws {
    try withPart { file, body in
      try file.begin(anew: nil)
      #expect(body.headers["Range"] == nil)
      #expect(try body.begin(part("bytes 0-19/20")) == false)
      #expect(throws: FeedError.notAPDF("a part of a file")) {
        try body.isComplete(part("bytes 0-19/20"), "")
      }
    }
  }

  @Test func moreThanTheCapIsRefusedByItsWordOrItsBytes() throws {
    try withPart(maximumBytes: 19) { file, body in
      #expect(throws: FeedError.oversizedPDF(bytes: 19)) {
        try body.begin(FeedResponse(status: 200, headers: ["content-length": "20"]))
      }
      #expect(try body.begin(FeedResponse(status: 200)))
      try body.take(Array("%PDF-1234512345".utf8))
      #expect(throws: FeedError.oversizedPDF(bytes: 19)) { try body.take(Array("12345".utf8)) }
      #expect(file.length == 0)
    }
  }

  @Test func anEncodedAnswerIsTakenButNeverGoneOnWith() throws {
    try withPart { file, body in
      let head = FeedResponse(
        status: 200,
        headers: ["content-encoding": "gzip", "content-length": "5", "etag": "\"a\""])
      #expect(try body.begin(head))
      try body.take(Array("%PDF-1234512345".utf8))
      #expect(file.origin == nil)
      #expect(try body.isComplete(head, "") == true)
    }
  }

  @Test func theOriginIsReadAsItWasWritten() throws {
    for headers in [
      ["etag": "\"a b\"", "last-modified": "Sun, 22 Nov 2026 00:00:10 GMT"], ["etag": "\"\""],
      ["last-modified": "x"],
    ] {
      for total in [nil, 0, Int64.max] {
        let origin = try #require(FileOrigin(headers, total: total))
        #expect(FileOrigin(text: origin.text) == origin)
        #expect(FileOrigin(text: String(origin.text.dropLast())) == nil)
      }
    }
    #expect(FileOrigin(["etag": "W/\"a\""], total: 1) == nil)
    #expect(FileOrigin(text: "") == nil)
    #expect(FileOrigin(text: "total 10\n") == nil)
  }
}
