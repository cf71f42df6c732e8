/// Gzip (RFC 1952), as far as a test server needs it: nothing is made smaller in earnest.
enum Gzip {
  /// `bytes` in blocks that are stored as they are.
  static func packed(_ bytes: [UInt8]) -> [UInt8] {
    var result = header
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      result.append(rest.isEmpty ? 1 : 0)
      result += littleEndian(UInt32(block.count), bytes: 2)
      result += littleEndian(UInt32(block.count) ^ 0xFFFF, bytes: 2)
      result += block
    } while !rest.isEmpty
    return result + littleEndian(checksum(bytes), bytes: 4)
      + littleEndian(UInt32(truncatingIfNeeded: bytes.count), bytes: 4)
  }

  /// The beginning of a stream of zero bytes without end: the head, a block of fixed codes (RFC
  /// 1951, 3.2.6), one zero and one repetition, which ends on a byte.
  static let zeros = header + bytes(ofBits: [0, 1, 0] + [0, 0, 1, 1, 0, 0, 0, 0] + repetition)

  /// What the stream goes on with, over and over: 2064 zeros in 13 bytes.
  static let moreZeros = bytes(ofBits: (0..<8).flatMap { _ in repetition })

  /// The last byte 258 times more: length code 285, distance code 0.
  private static let repetition: [UInt8] = [1, 1, 0, 0, 0, 1, 0, 1] + [0, 0, 0, 0, 0]

  private static func bytes(ofBits bits: [UInt8]) -> [UInt8] {
    stride(from: 0, to: bits.count, by: 8).map { start in
      (0..<8).reduce(0) { $0 | bits[start + $1] << UInt8($1) }
    }
  }

  private static let header: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0xFF]

  private static func littleEndian(_ value: UInt32, bytes: Int) -> [UInt8] {
    (0..<bytes).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) }
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }
}
