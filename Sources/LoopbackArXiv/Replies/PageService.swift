import Papers

/// Simple forms of the pages that people open: the abstract and the PDF of a paper.
struct PageService {
  let papers: [Paper]

  func abstract(_ id: String) -> LoopbackReply {
    guard let paper = paper(id) else { return .html("404 Not Found", status: 404) }
    return .html(FeedFormat.escaped("[\(paper.id)] \(paper.title)"), status: 200)
  }

  /// A small PDF, or the part of it that `range` (`bytes=FROM-` or `bytes=FROM-UNTIL`) asks for;
  /// 404 for a withdrawn paper.
  func pdf(_ id: String, range: String?) -> LoopbackReply {
    guard let paper = paper(id), paper.comment?.lowercased().contains("withdrawn") != true else {
      return .html("404 Not Found", status: 404)
    }
    let body = Self.document(title: paper.id.description)
    var headers = ["Content-Type": "application/pdf", "Accept-Ranges": "bytes"]
    guard let range, range.hasPrefix("bytes=") else {
      return LoopbackReply(headers: headers, body: body)
    }
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

  private func paper(_ id: String) -> Paper? {
    guard let reference = ArXivReference(id) else { return nil }
    return papers.first { $0.id == reference.id && $0.version >= (reference.version ?? 1) }
  }

  /// One page with one line on it.
  private static func document(title: String) -> [UInt8] {
    let content = "BT /F1 24 Tf 72 720 Td (arXiv:\(title)) Tj ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        + "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(content.utf8.count) >>\nstream\n\(content)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    var text = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (index, object) in objects.enumerated() {
      offsets.append(text.utf8.count)
      text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
    }
    let table = text.utf8.count
    text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    text += "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(table)\n%%EOF\n"
    return Array(text.utf8)
  }
}
