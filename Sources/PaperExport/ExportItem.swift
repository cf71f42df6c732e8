package import Papers

/// A paper and what the user did with it: what one record of an export is made of.
package struct ExportItem: Equatable, Sendable {
  /// What arXiv says.
  package var paper: Paper
  /// What the user did.
  package var reading: ReadingRecord

  package init(paper: Paper, reading: ReadingRecord = ReadingRecord()) {
    self.paper = paper
    self.reading = reading
  }

  /// arXiv's page of the paper, without version, so that it always shows the latest.
  var url: String { "https://arxiv.org/abs/\(paper.id)" }

  /// The PDF of the latest version.
  var pdf: String { "https://arxiv.org/pdf/\(paper.id)" }

  /// The publisher's page by the first DOI; whatever a DOI holds, it is one word without brackets.
  var publisherURL: String? {
    guard let doi = paper.dois.first?.cleanedLine, !doi.isEmpty else { return nil }
    var url = "https://doi.org/"
    for byte in doi.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "/"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: ";"):
        url.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        url += byte < 0x10 ? "%0\(digits)" : "%\(digits)"
      }
    }
    return url
  }
}
