extension [UInt8] {
  /// The length in bytes of the mark that some editors put before UTF-8, 0 where there is none.
  package var byteOrderMarkLength: Int { starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// The bytes behind a byte order mark; all of them where there is none.
  package var withoutByteOrderMark: [UInt8] {
    byteOrderMarkLength == 0 ? self : Array(dropFirst(byteOrderMarkLength))
  }
}
