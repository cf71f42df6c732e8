/// Finds the links of a text in one pass.
///
/// Takes addresses with and without scheme, DOIs and identifiers of arXiv's, in prose, TeX and
/// Markdown. However hostile the text is, the time is linear in its length: what was tried is
/// passed over, or was bounded.
struct LinkScanner {
  let bytes: [UInt8]
  private let isNote: Bool
  private let site: ArXivSite
  private var index = 0
  /// Where the last link ended; words before it say nothing about the next one.
  private var lastEnd = 0
  /// The closing brace that was found last, so that each is looked for once.
  private var nextBrace = -1

  init(_ text: String, isNote: Bool, site: ArXivSite) {
    bytes = Array(text.utf8)
    self.isNote = isNote
    self.site = site
  }

  /// Hosts whose addresses are often written without scheme, in lower case.
  private static let bareHosts = [
    "www.", "github.com/", "gitlab.com/", "huggingface.co/", "hf.co/", "doi.org/10.",
    "dx.doi.org/10.", "arxiv.org/abs/", "arxiv.org/pdf/", "openreview.net/",
  ].map { Array($0.utf8) }

  mutating func links() -> [PaperLink] {
    var links: [PaperLink] = []
    while index < bytes.count {
      let start = index
      if let link = linkHere() {
        links.append(link)
        // Whatever was taken, the scan goes on.
        index = max(index, start + 1)
        lastEnd = index
      } else {
        index = max(index, start + 1)
      }
    }
    return links
  }

  /// The link that begins here; moves behind what was looked at in any length.
  private mutating func linkHere() -> PaperLink? {
    let byte = bytes[index].asciiLowercased
    if byte == UInt8(ascii: "["), let link = bracketedIdentifier() { return link }
    guard byte.isASCIIAlphanumeric, index == 0 || !bytes[index - 1].isASCIIAlphanumeric else {
      return nil
    }
    let rest = bytes[index...]
    if byte == UInt8(ascii: "h"), let length = schemeLength(rest) {
      return webLink(schemeLength: length)
    }
    if Self.bareHosts.contains(where: { rest.starts(with: $0, ignoringCase: true) }) {
      return webLink(schemeLength: 0)
    }
    if byte == UInt8(ascii: "1") || byte == UInt8(ascii: "d"), let link = doi() { return link }
    if byte == UInt8(ascii: "a"), let link = namedIdentifier() { return link }
    if byte.isASCIILetter, let link = oldIdentifier() { return link }
    return isSiteOfAProject ? webLink(schemeLength: 0) : nil
  }

  private func schemeLength(_ rest: ArraySlice<UInt8>) -> Int? {
    ["https://", "http://"].first { rest.starts(with: $0.utf8, ignoringCase: true) }?.utf8.count
  }

  // MARK: - Addresses

  private mutating func webLink(schemeLength: Int) -> PaperLink? {
    let start = index
    var reader = AddressReader(
      bytes, at: start + schemeLength, brace: brace(endingArgumentAt: start))
    reader.read()
    index = max(reader.end, start + 1)
    guard !reader.isTooLong, !reader.text.isEmpty else { return nil }
    let scheme =
      schemeLength == 0
      ? "https://" : String(decoding: bytes[start..<start + schemeLength], as: UTF8.self)
    guard let address = WebAddress(scheme + String(decoding: reader.text, as: UTF8.self)) else {
      return nil
    }
    return link(to: address, startingAt: start)
  }

  /// Where the argument that begins at a place ends; nil where no command of TeX's takes one.
  private mutating func brace(endingArgumentAt start: Int) -> Int? {
    let commands = ["\\url{", "\\href{", "\\path{", "\\doi{"]
    guard
      commands.contains(where: { bytes[..<start].suffix($0.utf8.count).elementsEqual($0.utf8) })
    else { return nil }
    if nextBrace < start {
      nextBrace = bytes[start...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count
    }
    return nextBrace < bytes.count ? nextBrace : nil
  }

  private func link(to address: WebAddress, startingAt start: Int) -> PaperLink? {
    if let reference = ArXivReference(address.description) { return link(to: reference) }
    let kind = PaperLink.Kind(of: address)
    if kind == .doi {
      guard let doi = DOI(address.path.dropFirst().percentDecoded) else { return nil }
      return link(to: doi)
    }
    return PaperLink(kind: kind ?? kindByWords(before: start), address: address)
  }

  private func link(to reference: ArXivReference) -> PaperLink {
    PaperLink(kind: .paper, address: site.address(of: reference), reference: reference)
  }

  private func link(to doi: DOI) -> PaperLink {
    if let reference = ArXivReference(doi.text) { return link(to: reference) }
    return PaperLink(kind: .doi, address: doi.address)
  }

  /// What the words just before an address say of it, where its host says nothing.
  private func kindByWords(before start: Int) -> PaperLink.Kind {
    let words = String(
      decoding: bytes[max(lastEnd, start - 64)..<start].map(\.asciiLowercased), as: UTF8.self)
    // Of several words the last is nearest to the address.
    let hints: [(String, PaperLink.Kind)] = [
      ("code", .code), ("implementation", .code), ("repository", .code),
      ("dataset", .data), ("project", .project), ("website", .project), ("webpage", .project),
      ("web page", .project), ("homepage", .project), ("demo", .project),
    ]
    let found = hints.compactMap { word, kind in
      words.ranges(of: word).last.map { (place: $0.lowerBound, kind: kind) }
    }
    return found.max { $0.place < $1.place }?.kind ?? .other
  }

  /// Whether a name under a host of project pages begins here, such as `name.github.io`.
  private var isSiteOfAProject: Bool {
    let name = bytes[index...].prefix(80).prefix {
      $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E
    }
    let text = String(decoding: name.map(\.asciiLowercased), as: UTF8.self)
    return [".github.io", ".gitlab.io"].contains { host in
      text.hasSuffix(host) || text.hasSuffix(host + ".")
    }
  }

  // MARK: - Identifiers

  /// `doi:10.1145/1`, or a DOI alone.
  private mutating func doi() -> PaperLink? {
    var start = index
    if bytes[start...].starts(with: "doi".utf8, ignoringCase: true) {
      start += 3
      while start < min(bytes.count, index + 8), [0x3A, 0x20].contains(bytes[start]) { start += 1 }
    } else if index > 0, bytes[index - 1] == 0x2E || bytes[index - 1] == 0x2F {
      return nil
    }
    let registrant = bytes[start...].dropFirst(3).prefix(10).prefix {
      $0.isASCIIDigit || $0 == 0x2E
    }
    guard bytes[start...].starts(with: "10.".utf8), registrant.count >= 4,
      registrant.endIndex < bytes.count, bytes[registrant.endIndex] == UInt8(ascii: "/")
    else { return nil }
    var reader = AddressReader(bytes, at: start, brace: brace(endingArgumentAt: index))
    reader.read()
    index = reader.end
    guard !reader.isTooLong else { return nil }
    return DOI(String(decoding: reader.text, as: UTF8.self)).map { link(to: $0) }
  }

  /// `arXiv:1706.03762`, `arXiv 1706.03762v7`, `arXiv: hep-th/9901001`.
  private mutating func namedIdentifier() -> PaperLink? {
    guard bytes[index...].starts(with: "arxiv".utf8, ignoringCase: true) else { return nil }
    let rest = bytes[(index + 5)...].prefix(4)
    let marks = rest.prefix { [0x3A, 0x20, 0x2E, 0x5B].contains($0) }  // `:`, blank, `.`, `[`
    guard !marks.isEmpty else { return nil }
    return identifier(at: marks.endIndex)
  }

  /// `[1706.03762v7]`, in a note without version too.
  private mutating func bracketedIdentifier() -> PaperLink? {
    let start = index
    guard start + 1 < bytes.count, bytes[start + 1].isASCIIAlphanumeric,
      let link = identifier(at: start + 1)
    else { return nil }
    if isNote || link.reference?.version != nil, index < bytes.count, bytes[index] == 0x5D {
      return link
    }
    index = start
    return nil
  }

  /// An identifier of the old scheme, which cannot be anything else: `hep-th/9901001`.
  private mutating func oldIdentifier() -> PaperLink? {
    guard index == 0 || ![0x2D, 0x2E, 0x2F, 0x5F].contains(bytes[index - 1]),
      bytes[index...].prefix(16).contains(UInt8(ascii: "/"))
    else { return nil }
    return identifier(at: index)
  }

  /// The identifier at a place, with nothing behind it that would make it longer.
  private mutating func identifier(at start: Int) -> PaperLink? {
    let candidate = bytes[start...].prefix(40).prefix {
      $0.isASCIIAlphanumeric || $0 == 0x2D || $0 == 0x2E || $0 == 0x2F
    }
    let text = String(decoding: candidate, as: UTF8.self)
    var rest = text[...]
    guard let reference = ArXivReference(bare: &rest),
      rest.utf8.first.map({ !$0.isASCIIAlphanumeric && $0 != 0x2F }) ?? true
    else { return nil }
    index = candidate.endIndex - rest.utf8.count
    return link(to: reference)
  }
}

extension Substring {
  /// This text with `%2F` as `/`; what is no such escape stays.
  fileprivate var percentDecoded: String {
    var decoded: [UInt8] = []
    var rest = utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
