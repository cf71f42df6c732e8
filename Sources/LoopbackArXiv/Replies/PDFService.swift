import Papers

/// PDFs of the papers, whole or in part.
struct PDFService {
  let papers: [Paper]
  let pdfs: LoopbackPDFs

  /// A PDF, or the part of it that the request asks for; 404 for a version that was withdrawn.
  func reply(_ id: String, to request: LoopbackRequest) -> LoopbackReply {
    guard let reference = ArXivReference(id), let paper = papers.paper(id) else {
      return .html("404 Not Found", status: 404)
    }
    let version = reference.version ?? paper.version
    let isWithdrawn = Withdrawal.isAnnounced(
      comment: paper.comment ?? "", abstract: paper.abstract)
    if isWithdrawn, version == paper.version { return .html("404 Not Found", status: 404) }
    let body = document(of: ArXivReference(id: paper.id, version: version))
    var headers = ["Content-Type": "application/pdf", "Accept-Ranges": "bytes"]
    if let prefix = pdfs.tagPrefix {
      headers["ETag"] = "\(prefix)\"\(pdfs.edition)-\(body.count)\""
      headers["Last-Modified"] = "Sun, 22 Nov 2026 00:00:\(10 + pdfs.edition % 50) GMT"
    }
    let isSameFile =
      request.headers["if-range"].map { $0 == headers["ETag"] || $0 == headers["Last-Modified"] }
      ?? true
    guard let range = request.headers["range"], range.hasPrefix("bytes="), isSameFile,
      pdfs.servesRanges
    else { return LoopbackReply(headers: headers, body: body) }
    let bounds = range.dropFirst(6).split(
      separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    guard bounds.count == 2, let from = Int(bounds[0]), from >= 0, from < body.count else {
      return LoopbackReply(status: 416, headers: ["Content-Range": "bytes */\(body.count)"])
    }
    let until = min(Int(bounds[1]) ?? body.count - 1, body.count - 1)
    headers["Content-Range"] = "bytes \(from)-\(until)/\(body.count)"
    return LoopbackReply(
      status: 206, headers: headers, body: until < from ? [] : Array(body[from...until]))
  }

  /// One page with one line on it, behind as many comments as make it large enough.
  func document(of reference: ArXivReference) -> [UInt8] {
    let content = "BT /F1 24 Tf 72 720 Td (arXiv:\(reference)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var bytes = Array("%PDF-1.4\n% edition \(pdfs.edition)\n".utf8)
    while bytes.count < pdfs.minimumBytes {
      bytes += Array("% byte \(bytes.count) of edition \(pdfs.edition), to make it larger\n".utf8)
    }
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(bytes.count)
      bytes += Array("\(index + 1) 0 obj\n\(object)\nendobj\n".utf8)
    }
    let table = bytes.count
    var text = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return bytes + Array(text.utf8)
  }
}
