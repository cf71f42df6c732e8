/// Reads one address out of prose, TeX or Markdown: finds its end, takes escapes away, and joins
/// what a line break parted.
struct AddressReader {
  private let bytes: [UInt8]
  /// The brace that ends an address in `\url{…}`; white space before it is a broken line.
  private let closer: UInt8?
  /// The address as far as it was read, without scheme.
  private(set) var text: [UInt8] = []
  /// Behind the last byte that was looked at and belongs to it.
  private(set) var end: Int
  /// Whether it is longer than any address; all of it was passed over.
  private(set) var isTooLong = false
  private var openBrackets: [UInt8] = []

  /// `brace` is the place of the brace that ends the argument of a command of TeX's.
  init(_ bytes: [UInt8], at start: Int, brace: Int?) {
    self.bytes = bytes
    end = start
    closer = brace.flatMap { $0 - start <= WebAddress.longest ? UInt8(ascii: "}") : nil }
  }

  mutating func read() {
    while end < bytes.count, step() {
      if text.count > WebAddress.longest {
        isTooLong = true
        while end < bytes.count, bytes[end] > 0x20 { end += 1 }
        return
      }
    }
    dropPunctuation()
  }

  /// Takes what stands at `end`; false when the address ends there.
  private mutating func step() -> Bool {
    let byte = bytes[end]
    if byte == closer { return false }
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
      return continueBehindBlanks()
    case UInt8(ascii: "\\"): return takeEscape(at: end + 1)
    case UInt8(ascii: "{"): return takeBraced()
    case UInt8(ascii: "$"): return takeMathematics()
    case UInt8(ascii: "'"): text += "%27".utf8
    case UInt8(ascii: "("), UInt8(ascii: "["):
      openBrackets.append(byte)
      text.append(byte)
    case UInt8(ascii: ")"), UInt8(ascii: "]"):
      guard openBrackets.popLast() != nil else { return false }
      text.append(byte)
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      if bytes[(end + 1)...].starts(with: "http".utf8, ignoringCase: true) { return false }
      text.append(byte)
    case 0x80...: return takeLetter()
    default:
      guard WebAddress.isAllowed(byte) else { return false }
      text.append(byte)
    }
    end += 1
    return true
  }

  // MARK: - TeX

  /// A character that TeX wants escaped, `\_`, or a place where it may break, `\-`.
  private mutating func takeEscape(at place: Int) -> Bool {
    guard place < bytes.count else { return false }
    if "_%#&$-/".utf8.contains(bytes[place]) {
      if bytes[place] != UInt8(ascii: "-") { text.append(bytes[place]) }
      end = place + 1
      return true
    }
    let names = [("~", "~"), ("textasciitilde", "~"), ("textunderscore", "_")]
    for (name, meaning) in names where bytes[place...].starts(with: name.utf8) {
      text += meaning.utf8
      end = place + name.utf8.count
      if bytes[end...].starts(with: "{}".utf8) { end += 2 }
      return true
    }
    return false
  }

  /// `{\_}` or `{_}`: a character kept together.
  private mutating func takeBraced() -> Bool {
    for (spelling, meaning) in [("{\\_}", "_"), ("{_}", "_"), ("{\\~}", "~"), ("{~}", "~")]
    where bytes[end...].starts(with: spelling.utf8) {
      text += meaning.utf8
      end += spelling.utf8.count
      return true
    }
    return false
  }

  /// `$\sim$`, by which some write a tilde; a `$` of the address's own is not believed.
  private mutating func takeMathematics() -> Bool {
    for (spelling, meaning) in [("$\\sim$", "~"), ("$_$", "_"), ("$\\_$", "_")]
    where bytes[end...].starts(with: spelling.utf8) {
      text += meaning.utf8
      end += spelling.utf8.count
      return true
    }
    return false
  }

  // MARK: - Other letters

  /// A letter of an alphabet other than the Latin, escaped. Anything else that is not ASCII, such
  /// as a curly quote or the scripts that do without blanks, ends the address.
  private mutating func takeLetter() -> Bool {
    let encoded = bytes[end...].prefix(4)
    guard let scalar = String(decoding: encoded, as: UTF8.self).unicodeScalars.first,
      (0xC0..<0x2000).contains(scalar.value), scalar.properties.isAlphabetic
    else { return false }
    let count = UTF8.width(scalar)
    for byte in encoded.prefix(count) { text += byte.percentEncoded.utf8 }
    end += count
    return true
  }

  // MARK: - Ends

  /// Goes on behind a line break: always in an argument, elsewhere only where what follows can be
  /// nothing but the rest of the address.
  private mutating func continueBehindBlanks() -> Bool {
    var next = end
    while next < bytes.count, next - end < 80, bytes[next] == 0x20 || (9...13).contains(bytes[next])
    {
      next += 1
    }
    guard closer != nil || isContinued(at: next) else { return false }
    end = next
    return true
  }

  private func isContinued(at next: Int) -> Bool {
    let word = bytes[next...].prefix(200).prefix { $0 > 0x20 }
    guard let first = word.first, first.isASCIIAlphanumeric, !word.starts(with: "http".utf8) else {
      return false
    }
    // `https:// example.org/page`
    if text.isEmpty { return word.dropLast().contains(UInt8(ascii: ".")) }
    guard let last = text.last, [0x2F, 0x2D, 0x5F, 0x3D].contains(last) else { return false }
    let bare = String(decoding: word, as: UTF8.self)
    let hasShape =
      word.contains { [0x2F, 0x5F, 0x3D].contains($0) } && !bare.hasPrefix("and/")
      || [".html", ".htm", ".pdf", ".git", ".php", ".zip"].contains { ending in
        bare.hasSuffix(ending) || bare.hasSuffix(ending + ".") || bare.hasSuffix(ending + ")")
      }
    guard !hasShape else { return true }
    // The owner of a repository alone is not the end: `github.com/owner/ Name`.
    let isOwner =
      ["github.com/", "huggingface.co/"].contains { text.starts(with: $0.utf8, ignoringCase: true) }
      && text.filter { $0 == 0x2F }.count == 2 && last == 0x2F
    return isOwner
      && word.contains { (0x41...0x5A).contains($0) || $0.isASCIIDigit || $0 == 0x2D }
  }

  /// Takes away the punctuation of the sentence around it.
  private mutating func dropPunctuation() {
    guard closer == nil else { return }
    while let last = text.last, ".,;:!?*([&".utf8.contains(last) || text.hasSuffix("%27") {
      text.removeLast(text.hasSuffix("%27") ? 3 : 1)
    }
  }
}

extension [UInt8] {
  fileprivate func hasSuffix(_ ending: String) -> Bool {
    suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }
}
