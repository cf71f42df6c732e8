package import Papers

/// Plausible papers for the demo, tests and benchmarks; the same for the same seed.
///
/// They have what real ones have: accents and TeX in names, abstracts of 900 to 1500 characters,
/// cross-lists, comments, later versions, DOIs, wide characters and, now and then, a withdrawal.
package enum GeneratedPapers {
  /// `count` papers, newest first, the last of them submitted at `endingAt` or shortly before.
  ///
  /// They spread over `days` days; nil means 14 days or as many as 140 papers a day need, which is
  /// what four busy categories have.
  package static func make(
    count: Int, seed: UInt64 = 1, endingAt: Timestamp, days: Int? = nil
  ) -> [Paper] {
    guard count > 0 else { return [] }
    var random = SeededGenerator(seed: seed)
    let span = Int64(max(1, days ?? max(14, count / 140))) * 86_400_000
    let step = max(1, span / Int64(count))
    var numbers: [ArXivMonth: Int] = [:]
    var papers: [Paper] = []
    papers.reserveCapacity(count)
    for index in 0..<count {
      let jitter = Int64(random.below(Int(min(step, 1_000_000_000))))
      let time = endingAt.milliseconds - step * Int64(count - 1 - index) - jitter
      let published = Timestamp(milliseconds: time - time % 1000)
      guard let month = ArXivMonth(published) else { continue }
      let number = numbers[month, default: 0] + 1 + (count < 20_000 ? random.below(3) : 0)
      numbers[month] = number
      guard let id = ArXivID(month: month, number: number) else { continue }
      papers.append(paper(id, published: published, until: endingAt, random: &random))
    }
    return papers.reversed()
  }

  private static func paper(
    _ id: ArXivID, published: Timestamp, until end: Timestamp, random: inout SeededGenerator
  ) -> Paper {
    let topic = Topic(random: &random)
    let categories = categories(random: &random)
    var version = random.once(in: 8) ? 2 + random.below(3) : 1
    var comment: String? =
      random.once(in: 2) ? topic.filling(random.pick(GeneratedWords.comments)) : nil
    if random.once(in: 120) {
      version = max(2, version)
      comment = "This paper has been withdrawn by the authors due to an error in Theorem 2"
    }
    var updated = published
    if version > 1 {
      let room = Int(max(1, (end.milliseconds - published.milliseconds) / 1000))
      updated = Timestamp(milliseconds: published.milliseconds + Int64(random.below(room)) * 1000)
    }
    let isInJournal = random.once(in: 15)
    let doiNumber = 1000 + random.below(9000)
    let pattern =
      random.once(in: 15)
      ? random.pick(GeneratedWords.unusualTitles) : random.pick(GeneratedWords.titles)
    return Paper(
      id: id, version: version, title: topic.filling(pattern),
      abstract: abstract(topic, random: &random), authors: authors(random: &random),
      categories: categories, published: published, updated: updated, comment: comment,
      journalRef: isInJournal ? "Journal of Learning \(1 + random.below(40)) (2026)" : nil,
      dois: isInJournal ? ["10.1234/jl.\(id.description).\(doiNumber)"] : [])
  }

  private static func abstract(_ topic: Topic, random: inout SeededGenerator) -> String {
    let length = 900 + random.below(450)
    var text = topic.filling(random.pick(GeneratedWords.openings))
    var next = random.below(GeneratedWords.sentences.count)
    let isInParagraphs = random.once(in: 20)
    while text.utf8.count < length {
      text += isInParagraphs && text.utf8.count > length / 2 && !text.contains("\n") ? "\n" : " "
      text += topic.filling(GeneratedWords.sentences[next])
      next = (next + 1 + random.below(3)) % GeneratedWords.sentences.count
    }
    return text + " " + topic.filling(random.pick(GeneratedWords.endings))
  }

  private static func authors(random: inout SeededGenerator) -> [Paper.Author] {
    let count = random.once(in: 60) ? 20 + random.below(60) : 1 + random.below(7)
    return (0..<count).map { _ in
      let name =
        random.once(in: 25)
        ? random.pick(GeneratedWords.unusualNames)
        : random.pick(GeneratedWords.givenNames) + " " + random.pick(GeneratedWords.familyNames)
      let affiliations = random.once(in: 30) ? [random.pick(GeneratedWords.affiliations)] : []
      return Paper.Author(name, affiliations: affiliations)
    }
  }

  private static func categories(random: inout SeededGenerator) -> [String] {
    var result = [random.pick(GeneratedWords.categories)]
    for _ in 0..<random.below(3) {
      let next = random.pick(GeneratedWords.categories)
      if !result.contains(next) { result.append(next) }
    }
    return result
  }

  /// What a paper is about, to fill the gaps of its sentences.
  private struct Topic {
    var method: String
    var task: String
    var property: String
    var repository: Int

    init(random: inout SeededGenerator) {
      method = random.pick(GeneratedWords.methods)
      task = random.pick(GeneratedWords.tasks)
      property = random.pick(GeneratedWords.properties)
      repository = random.below(10_000)
    }

    /// `pattern` with `%1` to `%4` filled in; the percent sign of TeX, `\%`, stays.
    func filling(_ pattern: String) -> String {
      var result: [UInt8] = []
      result.reserveCapacity(pattern.utf8.count + 40)
      var bytes = pattern.utf8.makeIterator()
      while let byte = bytes.next() {
        guard byte == UInt8(ascii: "%"), let mark = bytes.next() else {
          result.append(byte)
          continue
        }
        switch mark {
        case UInt8(ascii: "1"): result += method.utf8
        case UInt8(ascii: "2"): result += task.utf8
        case UInt8(ascii: "3"): result += property.utf8
        case UInt8(ascii: "4"): result += "project-\(repository)".utf8
        default: result += [byte, mark]
        }
      }
      return String(decoding: result, as: UTF8.self)
    }
  }
}

extension ArXivMonth {
  /// The month of a time, nil where arXiv had none.
  fileprivate init?(_ time: Timestamp) {
    let day = time.calendarDay
    self.init(year: day.year, month: day.month)
  }
}
