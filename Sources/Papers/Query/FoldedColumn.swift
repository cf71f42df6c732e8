import JSONText

/// One kind of text of all papers of a shelf, folded for searching, in one piece of memory.
struct FoldedColumn: Sendable {
  /// The kinds, each read from the records and folded when it is first asked for. Abstracts are
  /// ``FoldedAbstracts``, so that a query for a category need not wait for them.
  enum Kind: Int, CaseIterable, Sendable {
    case categories, sources, title, authors, comment, journalReference

    /// Kinds that are read in one pass over the records.
    var group: [Kind] {
      switch self {
      case .categories, .sources: [.categories, .sources]
      case .title, .authors, .comment, .journalReference:
        [.title, .authors, .comment, .journalReference]
      }
    }
  }

  /// Stands between the values of a list. It occurs in no UTF-8.
  static let separator: UInt8 = 0xFF

  private(set) var bytes: [UInt8] = []
  /// Where the text of each paper ends; it begins where the one before ends.
  private(set) var ends: [Int] = []

  /// Calls `body` with the text of the paper at a place of the shelf.
  func withText<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    bytes.withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[range(at: index)]))
    }
  }

  func range(at index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// Those of some places of the shelf whose text passes a test.
  func places(
    among candidates: [Int], where test: (UnsafeBufferPointer<UInt8>) -> Bool
  ) -> [Int] {
    bytes.withUnsafeBufferPointer { bytes in
      candidates.filter { test(UnsafeBufferPointer(rebasing: bytes[range(at: $0)])) }
    }
  }

  // MARK: - Making

  fileprivate mutating func append(_ text: some Sequence<UInt8>) {
    bytes.append(contentsOf: text)
  }

  fileprivate mutating func appendFolded(_ text: String) {
    text.appendFolded(to: &bytes)
  }

  fileprivate mutating func appendSeparator() { bytes.append(Self.separator) }

  fileprivate mutating func endText() { ends.append(bytes.count) }

  /// Gives back the room that was left for more texts.
  private mutating func shrink() {
    bytes = bytes.withUnsafeBufferPointer { Array($0) }
    ends = ends.withUnsafeBufferPointer { Array($0) }
  }

  /// Reads the columns of a group. Papers that `inherited` has are copied from there.
  static func columns(
    of group: [Kind], in shelf: PaperShelf, inherited: SearchTextCache.Inheritance?
  ) -> [Kind: FoldedColumn] {
    var columns = Dictionary(uniqueKeysWithValues: group.map { ($0, FoldedColumn()) })
    for index in shelf.entries.indices {
      if let inherited, let old = inherited.places[index] {
        for kind in group {
          guard let column = inherited.texts.columns[kind] else { continue }
          columns[kind]?.append(column.bytes[column.range(at: old)])
        }
      } else {
        read(shelf, at: index, into: &columns)
      }
      for kind in group { columns[kind]?.endText() }
    }
    for kind in group { columns[kind]?.shrink() }
    return columns
  }

  private static func read(
    _ shelf: PaperShelf, at index: Int, into columns: inout [Kind: FoldedColumn]
  ) {
    // A record with a bad escape is found by what stands before it.
    try? shelf.withRecord(at: index) { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        guard let kind = Kind(key: key), columns[kind] != nil else {
          return try scanner.skipValue()
        }
        switch kind {
        case .title, .comment, .journalReference:
          guard let text = try scanner.value().string else { return }
          columns[kind]?.appendFolded(text.texAsUnicode)
        case .categories, .sources:
          for name in try scanner.value().array ?? [] {
            guard let name = name.string else { continue }
            columns[kind]?.appendFolded(name)
            columns[kind]?.appendSeparator()
          }
        case .authors:
          for author in try scanner.value().array ?? [] {
            guard let name = author.object?["name"]?.string else { continue }
            columns[kind]?.appendFolded(name.texAsUnicode)
            columns[kind]?.appendSeparator()
          }
        }
      }
    }
  }
}

extension FoldedColumn.Kind {
  /// The kind that a member of a paper's record holds.
  fileprivate init?(key: String) {
    switch key {
    case "authors": self = .authors
    case "categories": self = .categories
    case "comment": self = .comment
    case "journalRef": self = .journalReference
    case "sources": self = .sources
    case "title": self = .title
    default: return nil
    }
  }
}
