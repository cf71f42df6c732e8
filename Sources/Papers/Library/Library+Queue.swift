extension Library {
  /// The papers that are queued or being read, in the order in which to read them. Papers without a
  /// rank come last, and equal ones by id, the
  /// newest first.
  package var queue: [ArXivID] {
    var ranked: [(id: ArXivID, rank: QueueRank?)] = []
    for shelf in shelves.values {
      for (id, record) in shelf.reading
      where record.state == .queued || record.state == .reading {
        if shelf.papers.index(of: id) != nil { ranked.append((id, record.rank)) }
      }
    }
    ranked.sort { left, right in
      switch (left.rank, right.rank) {
      case (let first?, let second?) where first != second: first < second
      case (_?, nil): true
      case (nil, _?): false
      default: left.id > right.id
      }
    }
    return ranked.map(\.id)
  }
}

extension Library {
  /// Every tag that some paper has, sorted.
  package var allTags: [String] {
    var tags: Set<String> = []
    for shelf in shelves.values {
      for record in shelf.reading.values { tags.formUnion(record.tags) }
    }
    return tags.sorted()
  }
}
