/// A digital object identifier as feeds and people write it: `10.1145/3106237.3106277`.
package struct DOI: Hashable, Sendable {
  /// From the `10.` on, without control characters.
  package let text: String

  /// Takes a DOI, with or without `doi:` before it; nil unless it begins like one.
  ///
  /// Control characters, and blanks around it, are left out.
  package init?(_ text: some StringProtocol) {
    var bytes = text.utf8.filter { $0 >= 0x20 && $0 != 0x7F }[...]
    let blank = UInt8(ascii: " ")
    bytes = bytes.drop { $0 == blank }
    if bytes.starts(with: "doi:".utf8, ignoringCase: true) {
      bytes = bytes.dropFirst(4).drop { $0 == blank }
    }
    while bytes.last == blank { bytes.removeLast() }
    guard bytes.starts(with: "10.".utf8), bytes.count <= WebAddress.longest / 4,
      let slash = bytes.firstIndex(of: UInt8(ascii: "/")), slash > bytes.startIndex + 3,
      slash + 1 < bytes.endIndex,
      bytes[(bytes.startIndex + 3)..<slash].allSatisfy({ $0.isASCIIDigit || $0 == 0x2E })
    else { return nil }
    self.text = String(decoding: bytes, as: UTF8.self)
  }

  /// Who registered it: `10.1145`.
  package var prefix: Substring { text.prefix { $0 != "/" } }

  /// What follows the first slash.
  var suffix: Substring { text.drop { $0 != "/" }.dropFirst() }

  /// The resolver's address of it. What has a meaning in an address or in markup is escaped.
  package var address: WebAddress {
    var url = "https://doi.org/"
    for byte in text.utf8 {
      if byte.isASCIIAlphanumeric || "/-._:;".utf8.contains(byte) {
        url.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        url += byte.percentEncoded
      }
    }
    return WebAddress(configured: url)
  }
}

extension UInt8 {
  /// `%2F`.
  var percentEncoded: String {
    let digits = String(self, radix: 16, uppercase: true)
    return self < 0x10 ? "%0\(digits)" : "%\(digits)"
  }
}
