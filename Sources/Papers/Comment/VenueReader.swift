/// Reads from a comment where the paper was accepted.
///
/// A venue counts when the words before it in the sentence say so (`accepted at`, `to appear in`),
/// or when it stands there alone with its year (`9 pages, AAAI 2015`). What was submitted, rejected
/// or is about another paper (`extended version of our ICML 2023 paper`) does not.
struct VenueReader {
  /// A venue of the table, somewhere in the text.
  struct Mention {
    var name: String
    /// Its words, the end not included.
    var words: Range<Int>
    var standing: VenueStanding?
  }

  let words: CommentWords
  private(set) var mentions: [Mention] = []
  /// Where words of acceptance end that no known venue follows.
  private var acceptances: [Int] = []

  init(_ text: String) {
    words = CommentWords(text)
    findMentions()
  }

  /// The venue that counts most: a conference or journal of the table, then its findings, then its
  /// workshops, then any other; the first of equals.
  var venue: Venue? {
    let known = mentions.indices.filter { mentions[$0].standing == .accepted }.map(describe)
    for kind in [Venue.Kind.main, .findings, .workshop] {
      if let venue = known.first(where: { $0.kind == kind }) { return venue }
    }
    return otherVenue
  }

  /// The first venue of the table, whatever is said of it; for a text that is about nothing else.
  var mentionedVenue: Venue? { mentions.indices.first.map(describe) }

  // MARK: - Finding venues

  private mutating func findMentions() {
    var standing: VenueStanding?
    var isAboutOther = false
    var acceptance: Int?
    var index = 0
    while index < words.count {
      if words[index].gap.contains(.stop) {
        acceptances += acceptance.map { [$0] } ?? []
        (standing, isAboutOther, acceptance) = (nil, false, nil)
      }
      if let (range, name) = spelling(at: index) {
        if let name {
          var mention = Mention(name: name, words: range)
          mention.standing =
            followingStanding(range.upperBound, besides: standing)
            ?? (isAboutOther ? .otherPaper : standing ?? (standsAlone(range) ? .accepted : nil))
          mentions.append(mention)
          standing = mention.standing
          (isAboutOther, acceptance) = (false, nil)
        }
        index = range.upperBound
      } else if let (found, count) = VenueStanding.phrase(in: words, at: index) {
        switch found {
        case .otherPaper: isAboutOther = true
        case .proceedings: standing = standing ?? .accepted
        case .accepted, .submitted, .rejected: standing = found
        }
        index += count
        acceptance = standing == .accepted && !isAboutOther ? index : nil
      } else {
        index += 1
      }
    }
    acceptances += acceptance.map { [$0] } ?? []
  }

  /// The longest name of the table at a place, with further short names joined to it by a hyphen.
  private func spelling(at index: Int) -> (Range<Int>, String?)? {
    guard let spellings = Venue.spellings[words[index].lower],
      let found = spellings.first(where: { words.matches($0.words, at: index) })
    else { return nil }
    var end = index + found.words.count
    if found.words.count == 1 {
      let isGlued = end < words.count && words[end].gap.isEmpty && words.year(at: end) != nil
      guard words[index].isCapitalised || isGlued else { return nil }
      // `EC`, `SC` or `KR` are much else; with a year they are a venue.
      if words[index].text.utf8.count <= 3, !words[index].isAcronym { return nil }
      if words[index].text.utf8.count == 2, words.year(at: end) == nil { return nil }
    }
    while end < words.count, !words[end].gap.isDisjoint(with: [.hyphen, .other]),
      words[end].gap.isDisjoint(with: [.blank, .stop, .comma]), words[end].isAcronym
    {
      end += 1
    }
    return (index..<end, found.name)
  }

  /// What the words just behind a venue say: `ICLR 2016 submission`, `AAAI 2024, accepted`.
  private func followingStanding(_ end: Int, besides standing: VenueStanding?) -> VenueStanding? {
    for index in end..<min(end + 4, words.count) {
      if words[index].gap.contains(.stop) || spelling(at: index) != nil { return nil }
      guard let (found, _) = VenueStanding.phrase(in: words, at: index) else { continue }
      switch found {
      case .submitted, .rejected: return words[index].gap.contains(.comma) ? nil : found
      case .accepted: return standing == nil ? found : nil
      case .otherPaper, .proceedings: return nil
      }
    }
    return nil
  }

  /// Whether a part of the text is about the venue alone, with its year.
  private func standsAlone(_ range: Range<Int>) -> Bool {
    guard year(of: range, reach: 8) != nil else { return false }
    var start = range.lowerBound
    // `ML4H @ NeurIPS 2022`, `Workshop on Systems @ ICML 2024`
    let isOfWorkshop =
      kind(of: range, from: clauseStart(start, notBefore: 0), to: start) == .workshop
    if words[start].gap.contains(.at), isOfWorkshop { return true }
    while start > 0, words[start].gap.isDisjoint(with: .segment) {
      start -= 1
      guard Self.fillers.contains(words[start].lower) || words[start].number != nil else {
        return false
      }
    }
    var end = range.upperBound
    while end < words.count, words[end].gap.isDisjoint(with: [.stop, .comma]) {
      if Self.strangers.contains(words[end].lower) { return false }
      end += 1
      guard end - range.upperBound <= 12 else { return false }
    }
    return true
  }

  private static let fillers: Set<String> = [
    "in", "at", "the", "of", "on", "ieee", "acm", "cvf", "rsj", "usenix", "siam", "annual",
    "conference", "international", "conf", "st", "nd", "rd", "th", "thirty", "advances", "first",
    "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "symposium",
    "main", "findings", "oral", "spotlight", "poster", "paper", "best", "award", "outstanding",
    "long",
    "short", "full", "regular", "workshop",
  ]

  /// What follows the name of a conference when the paper is not in it.
  private static let strangers: Set<String> = [
    "challenge", "challenges", "competition", "contest", "winner", "tutorial", "style", "template",
    "format", "formatting", "formatted", "rebuttal", "review", "reviews", "deadline", "place",
    "benchmark", "dataset", "task",
  ]

  // MARK: - Describing them

  private func describe(_ number: Int) -> Venue {
    let mention = mentions[number]
    let before = number > 0 ? mentions[number - 1].words.upperBound : 0
    let after = number + 1 < mentions.count ? mentions[number + 1].words.lowerBound : words.count
    // `International Conference on Machine Learning (ICML 2012)` names one venue twice.
    var range = mention.words
    var limit = after
    if number + 1 < mentions.count, mentions[number + 1].name == mention.name,
      after - range.upperBound <= 4
    {
      range = range.lowerBound..<mentions[number + 1].words.upperBound
      limit = number + 2 < mentions.count ? mentions[number + 2].words.lowerBound : words.count
    }
    let start = clauseStart(range.lowerBound, notBefore: before)
    let kind = kind(of: range, from: start, to: limit)
    let year = year(of: mention.words, reach: 8) ?? year(of: range, reach: 8)
    return Venue(
      mention.name, year, kind: kind, honour: honour(near: range, from: start, to: limit))
  }

  private func clauseStart(_ index: Int, notBefore limit: Int) -> Int {
    var start = index
    while start > limit, !words[start].gap.contains(.stop) { start -= 1 }
    return start
  }

  /// The year behind a venue, else before it, else further behind.
  private func year(of range: Range<Int>, reach: Int) -> Int? {
    func first(_ indices: some Sequence<Int>, isBehind: Bool) -> Int? {
      for index in indices {
        if isBehind, index >= words.count || words[index].gap.contains(.stop) { return nil }
        if isBehind, index > range.upperBound + 2, spelling(at: index) != nil { return nil }
        if let year = words.year(at: index) { return year }
        if !isBehind, words[index].gap.contains(.stop) { return nil }
      }
      return nil
    }
    let end = range.upperBound
    return first(end..<(end + 3), isBehind: true)
      ?? first((max(0, range.lowerBound - reach)..<range.lowerBound).reversed(), isBehind: false)
      ?? first((end + 3)..<(end + 3 + reach), isBehind: true)
  }

  private func kind(of range: Range<Int>, from start: Int, to limit: Int) -> Venue.Kind {
    if range.contains(where: { words[$0].lower == "findings" }) { return .findings }
    // `CVPRW 2024`
    if words[range.lowerBound].lower.hasSuffix("vw") || words[range.lowerBound].lower == "cvprw" {
      return .workshop
    }
    let before = start..<range.lowerBound
    if before.contains(where: { words[$0].lower.hasPrefix("workshop") }) { return .workshop }
    let first = range.lowerBound
    if words[first].gap.contains(.at), first > 0, isShortName(words[first - 1]) { return .workshop }
    if before.suffix(9).contains(where: { words[$0].lower == "findings" }) { return .findings }
    for index in range.upperBound..<max(range.upperBound, min(range.upperBound + 10, limit)) {
      let word = words[index]
      if word.gap.contains(.stop) || VenueStanding.phrase(in: words, at: index) != nil { break }
      if word.lower.hasPrefix("workshop") { return .workshop }
      if word.lower == "findings", index < range.upperBound + 4 { return .findings }
    }
    return .main
  }

  /// Whether a word before `@` is the name of a workshop: `SBFT@ICSE`, `ML4H @ NeurIPS`.
  private func isShortName(_ word: CommentWords.Word) -> Bool {
    word.isAcronym || word.text.utf8.count == 1 && word.isCapitalised
  }

  private func honour(near range: Range<Int>, from start: Int, to limit: Int) -> Venue.Honour? {
    let area =
      Array(max(start, range.lowerBound - 12)..<range.lowerBound)
      + Array(range.upperBound..<max(range.upperBound, min(range.upperBound + 8, limit)))
    for index in area {
      switch words[index].lower {
      case "best", "outstanding":
        guard area.contains(index + 1), ["paper", "student"].contains(words[index + 1].lower) else {
          continue
        }
        let next = area.filter { $0 > index && $0 <= index + 5 }.map { words[$0].lower }
        let finalists = ["finalist", "candidate", "nominee", "nomination", "nominated", "runner"]
        return next.contains(where: finalists.contains) ? .bestPaperFinalist : .bestPaper
      case "oral", "orals": return .oral
      case "spotlight": return .spotlight
      case "highlight": return .highlight
      case "poster": return .poster
      default: continue
      }
    }
    return nil
  }

  // MARK: - Other venues

  /// What words of acceptance lead to, where the table knows nothing: a short name with its year, or
  /// a name in capitals.
  private var otherVenue: Venue? {
    for start in acceptances {
      if let venue = shortName(from: start) ?? longName(from: start) { return venue }
    }
    return nil
  }

  private func shortName(from start: Int) -> Venue? {
    var isWorkshop = false
    for index in start..<min(start + 40, words.count) {
      let word = words[index]
      if word.gap.contains(.stop) { return nil }
      if let (found, _) = VenueStanding.phrase(in: words, at: index),
        ![.accepted, .proceedings].contains(found)
      {
        return nil
      }
      if word.lower.hasPrefix("workshop") { isWorkshop = true }
      guard word.isAcronym, !Self.societies.contains(word.text),
        let year = words.year(at: index + 1),
        words[index + 1].gap.isDisjoint(with: [.stop, .colon, .plus])
      else { continue }
      // `AMCA-POP 2010`
      let head = index > start && word.gap == .hyphen && words[index - 1].isAcronym
      let name = head ? "\(words[index - 1].text)-\(word.text)" : word.text
      return Venue(name, year, kind: isWorkshop ? .workshop : .main)
    }
    return nil
  }

  static let societies: Set<String> = [
    "ACM", "IEEE", "SIAM", "USA", "UK", "AMS", "AIP", "APS", "IFIP", "EU", "UAE", "SIGSOFT", "IMS",
    "ISSN", "ISBN", "SIGPLAN", "SIGACT", "DOI", "LNCS", "CEUR", "WS", "PR", "CA", "MA", "NY",
  ]

  private func longName(from start: Int) -> Venue? {
    var index = start
    while index < min(start + 14, words.count), isBeforeName(words[index]) {
      if words[index].gap.contains(.stop) { return nil }
      index += 1
    }
    guard index < words.count, words[index].gap.isDisjoint(with: [.stop, .colon]) else {
      return nil
    }
    guard index > start || words[start - 1].lower.hasPrefix("proc") else { return nil }
    guard let name = words.name(at: index) else { return nil }
    let year = (name.end..<min(name.end + 3, words.count)).lazy.compactMap(words.year).first
    let isWorkshop = name.text.contains("Workshop")
    return Venue(name.text, year, kind: isWorkshop ? .workshop : .main)
  }

  private func isBeforeName(_ word: CommentWords.Word) -> Bool {
    // `Journal of …` is a name, `the journal …` is not.
    if Self.kindsOfPlace.contains(word.lower) { return !word.isCapitalised }
    return word.number != nil || Self.beforeNames.contains(word.lower)
  }

  private static let kindsOfPlace: Set<String> = ["journal", "conference", "special", "issue"]

  private static let beforeNames: Set<String> = [
    "for", "publication", "presentation", "published", "as", "a", "an", "the", "paper", "oral",
    "poster", "short", "long", "full", "by", "in", "at", "to", "into", "with", "on", "of",
    "proceedings", "proc", "th", "st", "nd", "rd", "upcoming", "annual", "be", "and", "appear",
    "talk", "version", "this", "form",
  ]
}
