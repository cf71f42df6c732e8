import JSONText

extension Library.Shelf {
  /// What one copy of a month lacks of what it and another know together.
  package struct Gains: Equatable, Sendable {
    /// Papers that it does not have.
    package var new: [Paper] = []
    /// Papers that it has, as they become.
    package var updated: [Paper] = []
    /// Records of what the user did, as they become.
    package var reading: [ArXivID: ReadingRecord] = [:]

    /// Whether the copy knows all that the other does.
    package var isEmpty: Bool { new.isEmpty && updated.isEmpty && reading.isEmpty }
  }

  /// What taking in another copy of this month brings.
  ///
  /// Of two copies both gain what makes them the same, and a second time nothing: it matters neither
  /// which is asked first nor on which machine.
  package func gains(from other: Library.Shelf) -> Gains {
    var gains = Gains()
    for (id, theirs) in other.reading {
      let ours = reading[id]
      if ours == theirs { continue }
      let merged = ours?.merged(with: theirs) ?? theirs
      if merged != ours { gains.reading[id] = merged }
    }
    for (theirIndex, entry) in other.papers.entries.enumerated() {
      guard let index = papers.index(of: entry.id) else {
        // What cannot be decoded stays where it is, until it is mended there.
        if let theirs = other.papers.paper(at: theirIndex) { gains.new.append(theirs) }
        continue
      }
      if papers.hasRecord(at: index, of: other.papers, at: theirIndex) { continue }
      guard let ours = papers.paper(at: index), let theirs = other.papers.paper(at: theirIndex)
      else { continue }
      var merged = ours.merged(withCopy: theirs)
      let record = gains.reading[entry.id] ?? reading[entry.id]
      if let seen = record?.seenVersion { merged.keepEarlier(from: [ours, theirs], seen: seen) }
      if merged != ours { gains.updated.append(merged) }
    }
    return gains
  }
}

extension Paper {
  /// This paper and another library's copy of it, of which nobody knows which was fetched later.
  ///
  /// As ``merged(with:)``, but order does not matter: where two copies of one version differ, their
  /// text decides, so that two machines decide alike.
  package func merged(withCopy other: Paper) -> Paper {
    let (ours, theirs) = (weight, other.weight)
    return ours < theirs ? merged(with: other) : other.merged(with: self)
  }

  /// What arXiv said comes before what is different in each library.
  private var weight: (Int, String, String) {
    var statement = self
    statement.added = published
    statement.sources = []
    statement.starter = nil
    statement.earlier = nil
    statement.unknown = [:]
    return (version, statement.json.text, json.text)
  }
}
