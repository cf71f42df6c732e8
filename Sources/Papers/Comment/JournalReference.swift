/// A journal reference read for its name and year; everybody writes these in a way of their own.
enum JournalReference {
  /// The short form: `Phys. Rev. B 85, 115117 (2012)` is Phys. Rev. B 2012; nil when no name is found.
  static func venue(_ text: String) -> Venue? {
    let reader = VenueReader(text)
    if let known = reader.mentionedVenue {
      return Venue(known.name, known.year ?? year(reader.words), kind: known.kind)
    }
    return venue(in: reader.words)
  }

  private static func venue(in words: CommentWords) -> Venue? {
    guard words.count > 0 else { return nil }
    let year = year(words)
    // `… on Software Testing and Analysis (ISSTA 2020), pages 14-26`
    for index in 0..<words.count
    where words[index].isAcronym && words[index].gap.contains(.opening) {
      let next = index + 1
      let isWhole =
        next == words.count || words[next].gap.contains(.closing) || words[next].number != nil
      if isWhole, !VenueReader.societies.contains(words[index].text) {
        return Venue(words[index].text, year)
      }
    }
    guard let name = nameOfSegments(words) else { return nil }
    return Venue(name, year)
  }

  /// The name in the first part that says what it is; without such a part, that at the beginning.
  private static func nameOfSegments(_ words: CommentWords) -> String? {
    var starts = [0]
    for index in 1..<max(1, words.count) where !words[index].gap.isDisjoint(with: .segment) {
      starts.append(index)
    }
    let ends = starts.dropFirst() + [words.count]
    let telling = zip(starts, ends).first { start, end in
      (start..<end).contains { index in Self.telling.contains(words[index].lower) }
    }
    var index = telling?.0 ?? 0
    let end = telling?.1 ?? words.count
    while index < end, Self.introductions.contains(words[index].lower) || words[index].number != nil
    {
      index += 1
    }
    guard index < words.count, let name = words.name(at: index) else { return nil }
    // What says nothing of itself is a journal when a number follows; it may be an author as well.
    guard telling == nil, name.end < words.count else { return name.text }
    let next = words[name.end]
    return next.number != nil || ["vol", "volume", "v", "issue", "no"].contains(next.lower)
      ? name.text : nil
  }

  private static let telling: Set<String> = [
    "proc", "proceedings", "proceeding", "journal", "conference", "conf", "transactions", "trans",
    "symposium", "symp", "workshop", "letters", "lett", "review", "rev", "phys", "lncs", "eptcs",
    "annals", "international", "lecture", "advances", "sci", "astron", "astrophys",
  ]

  private static let introductions: Set<String> = [
    "in", "dans", "the", "of", "proc", "proceedings", "proceeding", "th", "st", "nd", "rd",
    "appeared",
    "published", "on",
  ]

  /// A year in brackets, else the last one.
  private static func year(_ words: CommentWords) -> Int? {
    let years = (0..<words.count).filter {
      words.year(at: $0) != nil && words[$0].text.utf8.count == 4
    }
    let inBrackets = years.last { words[$0].gap.contains(.opening) }
    return (inBrackets ?? years.last).flatMap(words.year)
  }
}
