import JSONText

/// The folded abstracts of a shelf, without a copy of what stands in its records anyway.
///
/// Encoded in its record, an abstract is its folded text but for capitals and, here and there, an
/// escape, a command of TeX or a diacritic. These alone are kept, as patches. A search goes over the
/// bytes of the record, ignoring case, and over the patches with what stands around them. The texts
/// themselves would take as much memory as the library.
struct FoldedAbstracts: Sendable {
  /// Some bytes of the encoded text in whose place the folded text has others.
  private struct Patch {
    let start: UInt32
    let count: UInt32
    /// Where the others end in `patched`; they begin where those of the patch before end.
    let end: Int
  }

  /// Where each text lies in its record, so that records may move.
  private var texts: [Range<UInt32>] = []
  private var patches: [Patch] = []
  /// Where the patches of each text end; they begin where those of the one before end.
  private var patchEnds: [Int] = []
  private var patched: [UInt8] = []

  /// Reads the abstracts of a shelf. Papers that `inherited` has are taken from there.
  init(of shelf: PaperShelf, inherited: (old: FoldedAbstracts, places: [Int?])? = nil) {
    texts.reserveCapacity(shelf.count)
    patchEnds.reserveCapacity(shelf.count)
    shelf.withBytes { bytes in
      for (index, entry) in shelf.entries.enumerated() {
        if let (old, places) = inherited, let place = places[index] {
          append(old, at: place)
        } else {
          append(entry.record, in: bytes)
        }
        patchEnds.append(patches.count)
      }
    }
  }

  private mutating func append(_ old: FoldedAbstracts, at place: Int) {
    texts.append(old.texts[place])
    for index in old.patchRange(at: place) {
      patched.append(contentsOf: old.patched[old.patchedRange(of: index)])
      let patch = old.patches[index]
      patches.append(Patch(start: patch.start, count: patch.count, end: patched.count))
    }
  }

  private mutating func append(_ record: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var found: (range: Range<Int>, text: String)?
    var scanner = JSONScanner(bytes, from: record.lowerBound)
    // A record that was indexed can be decoded.
    try? scanner.object { (key, scanner) throws(JSONError) in
      guard key == "abstract" else { return try scanner.skipValue() }
      var encoded = scanner
      guard let text = try scanner.value().string else { return }
      found = (try encoded.rawString().range, text)
    }
    guard let (range, text) = found,
      let start = UInt32(exactly: range.lowerBound - record.lowerBound),
      let end = UInt32(exactly: range.upperBound - record.lowerBound)
    else { return texts.append(0..<0) }
    texts.append(start..<end)
    text.texAsUnicode.foldedBytes.withUnsafeBufferPointer {
      appendPatches(from: UnsafeBufferPointer(rebasing: bytes[range]), to: $0)
    }
  }

  // MARK: - Differences

  /// Patches that make `folded` of `encoded`.
  private mutating func appendPatches(
    from encoded: UnsafeBufferPointer<UInt8>, to folded: UnsafeBufferPointer<UInt8>
  ) {
    var at = 0
    var out = 0
    while true {
      while at < encoded.count, out < folded.count, encoded[at].lowercased == folded[out] {
        at += 1
        out += 1
      }
      if at == encoded.count, out == folded.count { return }
      let (count, others) = Self.difference(encoded[at...], folded[out...])
      patched.append(contentsOf: folded[out..<out + others])
      patches.append(Patch(start: UInt32(at), count: UInt32(count), end: patched.count))
      at += count
      out += others
    }
  }

  /// This many bytes must agree for a difference to be over.
  private static let agreement = 6
  /// A difference that has not ended after this many bytes of both goes on to the end.
  private static let longestDifference = 96

  /// How many bytes of each text to skip for what follows to agree.
  private static func difference(
    _ encoded: Slice<UnsafeBufferPointer<UInt8>>, _ folded: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (Int, Int) {
    for length in 1...longestDifference {
      for count in max(0, length - folded.count)...length where count <= encoded.count {
        if agree(encoded.dropFirst(count), folded.dropFirst(length - count)) {
          return (count, length - count)
        }
      }
    }
    return (encoded.count, folded.count)
  }

  private static func agree(
    _ encoded: Slice<UnsafeBufferPointer<UInt8>>, _ folded: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let count = min(agreement, encoded.count)
    guard folded.count >= count, count == agreement || folded.count == count else { return false }
    for step in 0..<count
    where encoded[encoded.startIndex + step].lowercased != folded[folded.startIndex + step] {
      return false
    }
    return true
  }

  private func patchRange(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : patchEnds[index - 1])..<patchEnds[index]
  }

  private func patchedRange(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : patches[index - 1].end)..<patches[index].end
  }

  /// The abstract of the paper at a place as it stands in its record, not folded. `record` are the
  /// bytes of the shelf from the paper's record on.
  func encodedText(
    at index: Int, record: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: record[Range(texts[index])])
  }

  // MARK: - Searching

  /// Whether the abstract of the paper at a place holds a text. `record` are the bytes of the shelf
  /// from the paper's record on; `scratch` may hold anything, and saves making it anew.
  func contains(
    _ needle: Needle, at index: Int, record: UnsafeBufferPointer<UInt8>, scratch: inout [UInt8]
  ) -> Bool {
    if needle.bytes.isEmpty { return true }
    let text = UnsafeBufferPointer(rebasing: record[Range(texts[index])])
    let patchRange = patchRange(at: index)
    if patchRange.isEmpty { return needle.isFound(in: text, ignoringCase: true) }
    var start = 0
    for patch in patchRange {
      let end = Int(patches[patch].start)
      let run = UnsafeBufferPointer(rebasing: text[start..<end])
      if needle.isFound(in: run, ignoringCase: true) { return true }
      start = end + Int(patches[patch].count)
    }
    let run = UnsafeBufferPointer(rebasing: text[start...])
    if needle.isFound(in: run, ignoringCase: true) { return true }
    joinPatches(patchRange, of: text, reach: needle.bytes.count - 1, in: &scratch)
    return scratch.withUnsafeBufferPointer { needle.isFound(in: $0, ignoringCase: true) }
  }

  /// Puts each patch into `joined`, with up to `reach` bytes on both sides.
  private func joinPatches(
    _ range: Range<Int>, of text: UnsafeBufferPointer<UInt8>, reach: Int, in joined: inout [UInt8]
  ) {
    joined.removeAll(keepingCapacity: true)
    var start = 0
    for index in range {
      let patch = patches[index]
      let end = Int(patch.start)
      if end - start <= 2 * reach, index > range.lowerBound {
        joined.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
      } else {
        if index > range.lowerBound {
          joined.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<start + reach]))
          joined.append(FoldedColumn.separator)
        }
        let tail = max(start, end - reach)
        joined.append(contentsOf: UnsafeBufferPointer(rebasing: text[tail..<end]))
      }
      joined.append(contentsOf: patched[patchedRange(of: index)])
      start = end + Int(patch.count)
    }
    let head = min(text.count, start + reach)
    joined.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<head]))
  }

  /// The beginning of a folded abstract, of at least `length` bytes if it is that long.
  func beginning(
    at index: Int, record: UnsafeBufferPointer<UInt8>, length: Int
  ) -> [UInt8] {
    let text = UnsafeBufferPointer(rebasing: record[Range(texts[index])])
    var folded: [UInt8] = []
    var start = 0
    for patch in patchRange(at: index) where folded.count < length {
      let end = Int(patches[patch].start)
      folded.append(contentsOf: text[start..<end].lazy.map(\.lowercased))
      folded.append(contentsOf: patched[patchedRange(of: patch)])
      start = end + Int(patches[patch].count)
    }
    if folded.count < length {
      folded.append(
        contentsOf: text[start...].prefix(length - folded.count).lazy.map(\.lowercased))
    }
    return folded
  }
}

extension Range<Int> {
  fileprivate init(_ range: Range<UInt32>) {
    self = Int(range.lowerBound)..<Int(range.upperBound)
  }
}
