/// How long a paper is, as its comment says: `12 pages, 5 figures`.
struct PageCounts: Equatable {
  /// As it is written, for a sum tells more than its total: `8+4`.
  var pages: String?
  var figures: Int?

  init(_ words: CommentWords) {
    for index in 0..<words.count {
      let word = words[index].lower
      if pages == nil, Self.pageWords.contains(word) { pages = Self.pages(words, before: index) }
      if figures == nil, Self.figureWords.contains(word) {
        figures = Self.number(words, afterColon: index) ?? Self.number(words, before: index)
      }
    }
  }

  private static let pageWords: Set<String> = ["page", "pages", "pp", "pgs", "pg", "p"]
  private static let figureWords: Set<String> = ["figure", "figures", "fig", "figs"]

  private static func pages(_ words: CommentWords, before index: Int) -> String? {
    // `28 pages 431-451` are the pages of a volume.
    if index + 1 < words.count, words[index + 1].number != nil,
      words[index + 1].gap.isDisjoint(with: [.comma, .stop, .plus, .opening, .colon])
    {
      return nil
    }
    if let number = number(words, afterColon: index) { return String(number) }
    if words[index].lower == "p", index == 0 || words[index - 1].number == nil { return nil }
    guard let place = place(words, before: index), let number = value(words[place]) else {
      return nil
    }
    if place > 0, words[place].gap.contains(.plus), let first = value(words[place - 1]) {
      return "\(first)+\(number)"
    }
    // `pages 12-14 pages` is no count, nor is a year.
    if place > 0, words[place].gap == .hyphen, words[place - 1].number != nil { return nil }
    return number > 0 ? String(number) : nil
  }

  private static func number(_ words: CommentWords, before index: Int) -> Int? {
    guard let place = place(words, before: index), words[place].gap != .hyphen,
      let number = value(words[place]), number > 0
    else { return nil }
    return number
  }

  /// `Pages: 4`
  private static func number(_ words: CommentWords, afterColon index: Int) -> Int? {
    guard index + 1 < words.count, words[index + 1].gap.contains(.colon),
      let number = words[index + 1].number, number > 0
    else { return nil }
    // `pages: 120-133`
    if index + 2 < words.count, words[index + 2].gap.contains(.hyphen),
      words[index + 2].number != nil
    {
      return nil
    }
    return number
  }

  /// The number before a word, with a word or two on what kind of pages they are.
  private static func place(_ words: CommentWords, before index: Int) -> Int? {
    var place = index
    for _ in 0..<4 {
      guard place > 0,
        words[place].gap.isDisjoint(with: [.comma, .stop, .closing, .colon, .opening])
      else { return nil }
      place -= 1
      if value(words[place]) != nil { return place }
      guard kinds.contains(words[place].lower) else { return nil }
    }
    return nil
  }

  private static let kinds: Set<String> = [
    "double", "single", "two", "one", "column", "columns", "journal", "main", "content", "latex",
    "total", "printed", "full", "color", "colour", "eps", "ps", "captioned", "postscript", "pdf",
    "manuscript", "a", "typed", "text", "body", "png", "jpg", "jpeg", "supplementary", "extended",
    "main-text", "large", "embedded",
  ]

  private static let names: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
  ]

  private static func value(_ word: CommentWords.Word) -> Int? { word.number ?? names[word.lower] }
}
