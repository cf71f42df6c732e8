import Papers
import TestSupport
import Testing

@testable import ArXivFeed

/// Valid feeds with bytes flipped, cut out, doubled and put in, the same in each run.
struct FeedFuzzTests {
  private static let received = Timestamp(milliseconds: 1_795_000_000_000)

  private static let atom = Array(
    feed(
      (1...2).map {
        entry(
          "2401.0000\($0)v\($0)", title: "Tïtle &amp; $x^2$",
          more: """
            <summary>é &lt; ü
              <![CDATA[<z>]]></summary><category term="cs.LG"/><author><name>Ada 漢</name>
            <arxiv:affiliation>X</arxiv:affiliation></author><arxiv:doi>10.1/a;10.2/b</arxiv:doi>
            """)
      }.joined()
    ).utf8)

  private static let rss = Array(
    """
    <?xml version='1.0' encoding='UTF-8'?>
    <rss xmlns:arxiv="http://arxiv.org/schemas/atom" \
    xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0"><channel><title>cs.LG updates</title>
    <item><title>Tïtle</title><guid isPermaLink="false">oai:arXiv.org:2401.00001v1</guid>
    <description>arXiv:2401.00001v1 Announce Type: new &#xA;Abstract: é &lt; ü</description>
    <category>cs.LG</category><pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>
    <arxiv:announce_type>new</arxiv:announce_type><arxiv:DOI>10.1/a</arxiv:DOI>
    <dc:creator>A B (Uni, Place), C D, Jr.</dc:creator></item></channel></rss>
    """.utf8)

  /// Bytes that mean something to a parser.
  private static let pieces = [
    "<", ">", "&", "\"", "'", "/", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&#", ";",
    "&amp;",
    "<!DOCTYPE", "<!ENTITY a 'b'>", "&a;", "\u{0}", "\u{1B}", "\u{202E}", "\u{FEFF}", "\u{10FFFF}",
    "xmlns='x'", "</entry>", "<entry>", "</feed>", "<author>", "99999999999999999999", "(", ",",
  ].map { Array($0.utf8) }

  /// The feed after up to four accidents.
  private static func damaged(_ feed: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = feed
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      let end = min(bytes.count, place + Int.random(in: 0...40, using: &random))
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 2: bytes.removeSubrange(place..<end)
      case 3: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 4: bytes.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      default:
        bytes.removeSubrange(
          Int.random(in: 0...8, using: &random) == 0 ? place..<bytes.count : place..<place)
      }
    }
    return bytes
  }

  /// Whether the papers are such as the library takes.
  private static func areSound(_ papers: [Paper]) -> Bool {
    papers.allSatisfy { paper in
      let texts =
        [paper.title, paper.comment ?? "", paper.journalRef ?? ""] + paper.dois
        + paper.authors.map(\.name) + paper.authors.flatMap(\.affiliations)
      return !paper.title.isEmpty && texts.allSatisfy { $0 == $0.onOneLine }
        && paper.abstract == paper.abstract.withoutControls
        && paper.categories.allSatisfy(AtomEntry.knownCategories.contains)
        && Paper(id: paper.id, json: paper.json)?.title == paper.title
    }
  }

  /// How many of `cases` damaged feeds were read.
  static func readCount(of cases: Int, seed: UInt64) -> Int {
    var random = SeededGenerator(seed: seed)
    var read = 0
    for number in 0..<cases {
      let bytes = damaged(number % 2 == 0 ? atom : rss, &random)
      do throws(FeedError) {
        if number % 2 == 0 {
          let page = try AtomFeedParser.parse(bytes, receivedAt: received)
          #expect(areSound(page.papers))
        } else {
          let daily = try DailyFeedParser.parse(bytes, receivedAt: received)
          #expect(areSound(daily.announcements.map(\.paper)))
        }
        read += 1
      } catch {
        #expect(error.exitClass == .badAnswer && error.message == error.message.onOneLine)
      }
    }
    return read
  }

  @Test func damagedFeedsArePapersOrATypedErrorAndNeverATrap() {
    let read = Self.readCount(of: 2000, seed: 10)
    #expect((100..<1900).contains(read))
  }
}
