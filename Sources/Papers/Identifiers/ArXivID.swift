/// The identifier of a paper at arXiv, without version: `1706.03762` or `hep-th/9901001`.
///
/// Always canonical: the subject class of an old identifier is dropped, so `math.GT/0309136` and
/// `math/0309136` are equal (ARXIV.md 5). Papers are ordered by year, month and number, not as
/// strings: `9901` precedes `0704`, and numbers of four and five digits mix.
package struct ArXivID: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// Year, month, number and archive, from the highest bits down, so that order is integer order.
  private let packed: UInt64

  /// The archives of the old scheme (to March 2007), the inactive ones too. The first stands for
  /// the new scheme. The order is part of no file.
  private static let archives: [String] = [
    "", "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an",
    "chao-dyn", "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "cs", "dg-ga", "funct-an", "gr-qc",
    "hep-ex", "hep-lat", "hep-ph", "hep-th", "math", "math-ph", "mtrl-th", "nlin", "nucl-ex",
    "nucl-th", "patt-sol", "physics", "plasm-ph", "q-alg", "q-bio", "quant-ph", "solv-int",
    "supr-con",
  ]

  private static let archiveIndex = Dictionary(
    uniqueKeysWithValues: archives.enumerated().map { ($0.element, $0.offset) })

  private init(month: ArXivMonth, number: Int, archive: Int) {
    packed =
      UInt64(month.year) << 48 | UInt64(month.month) << 40 | UInt64(number) << 8 | UInt64(archive)
  }

  /// An identifier of the new scheme, in use from April 2007; nil when the number does not fit the
  /// month's digits (four up to 2014, five from 2015) or is 0.
  package init?(month: ArXivMonth, number: Int) {
    guard month >= Self.firstNewMonth, number > 0,
      number < (month.year >= 2015 ? 100_000 : 10_000)
    else { return nil }
    self.init(month: month, number: number, archive: 0)
  }

  /// An identifier of the old scheme, in use from July 1991 to March 2007.
  package init?(archive: String, month: ArXivMonth, number: Int) {
    guard let index = Self.archiveIndex[archive], index > 0, month < Self.firstNewMonth,
      month >= Self.firstOldMonth, (1...999).contains(number)
    else { return nil }
    self.init(month: month, number: number, archive: index)
  }

  /// Reads a canonical identifier; see ``ArXivReference`` for what people paste.
  package init?(_ text: some StringProtocol) {
    if let id = Self(digits: text.utf8) {
      self = id
      return
    }
    var text = Substring(text)
    guard text.utf8.count <= 32, let reference = ArXivReference(bare: &text), text.isEmpty,
      reference.version == nil
    else { return nil }
    self = reference.id
  }

  /// Reads an identifier of the new scheme without a detour over characters, for opening a library
  /// reads a hundred thousand of them.
  private init?(digits: some Collection<UInt8>) {
    var value = 0
    var count = 0
    for byte in digits {
      if count == 4, byte == UInt8(ascii: ".") {
        count += 1
        continue
      }
      guard count != 4, count < 10, (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
      count += 1
    }
    guard count == 9 || count == 10 else { return nil }
    let scale = count == 10 ? 100_000 : 10_000
    guard let month = ArXivMonth(twoDigitYear: value / scale / 100, month: value / scale % 100),
      count == (month.year >= 2015 ? 10 : 9)
    else { return nil }
    self.init(month: month, number: value % scale)
  }

  /// The month of announcement, which the identifier begins with.
  package var month: ArXivMonth {
    guard let month = ArXivMonth(year: Int(packed >> 48), month: Int(packed >> 40 & 0xFF)) else {
      preconditionFailure("an identifier is only made of a month")
    }
    return month
  }

  /// The number within the month, from 1.
  package var number: Int { Int(packed >> 8 & 0xFFFF_FFFF) }

  /// The archive of an old identifier, nil for a new one.
  package var archive: String? {
    let index = Int(packed & 0xFF)
    return index == 0 ? nil : Self.archives[index]
  }

  /// The canonical text, as arXiv prints it.
  package var description: String {
    let digits = String(number)
    let width = archive != nil ? 3 : month.year >= 2015 ? 5 : 4
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    return archive.map { "\($0)/\(month)\(padded)" } ?? "\(month).\(padded)"
  }

  /// The canonical text as part of a file name: `/` becomes `_`.
  package var fileName: String {
    description.replacing("/", with: "_")
  }

  package static func < (left: ArXivID, right: ArXivID) -> Bool { left.packed < right.packed }

  private static let firstNewMonth = knownMonth(2007, 4)
  private static let firstOldMonth = knownMonth(1991, 7)

  private static func knownMonth(_ year: Int, _ month: Int) -> ArXivMonth {
    guard let month = ArXivMonth(year: year, month: month) else {
      preconditionFailure("a month of the schemes is out of range")
    }
    return month
  }
}
