@testable import paperq

extension FuzzTarget {
  /// What the parser is for, to begin with.
  var seeds: [[UInt8]] {
    texts.map { Array($0.utf8) }
  }

  /// Bytes that mean something to the parser.
  var pieces: [[UInt8]] {
    let words =
      switch self {
      case .query: Self.queryWords
      case .atom, .daily: Self.xmlWords
      case .json, .papers, .reading, .journal, .sources, .config: Self.jsonWords
      }
    return words.map { Array($0.utf8) } + [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0]]
  }

  private var texts: [String] {
    switch self {
    case .json:
      [#"{"a":[1,-0.5e+10,"ü\ud83d\ude00\n",true,null,{}],"":{"b":[[]]}}"#, Self.sourcesText]
    case .papers: [Self.papersText]
    case .reading: [Self.readingText]
    case .journal: [Self.journalText]
    case .sources: [Self.sourcesText]
    case .query: Self.queryTexts
    case .config: [Self.configText, ConfigurationExample.text]
    case .atom: [Self.atomText]
    case .daily: [Self.dailyText]
    }
  }

  private static let papersText = #"""
    {
    "2401.00001":{"abstract":"An ü.\nTwo","added":"2024-01-03T00:00:00.000Z","authors":[{"name":"Ada L","affiliations":["X"]}],"categories":["cs.LG","stat.ML"],"dois":["10.1/a"],"earlier":{"abstract":"Old","authors":[{"name":"Ada L"}],"categories":["cs.LG"],"title":"Old","updated":"2024-01-02T03:04:05Z","version":1},"published":"2024-01-02T03:04:05Z","sources":["learning"],"title":"A $x^2$ title","updated":"2024-02-02T03:04:05Z","version":2},
    "2401.00002":{"comment":"12 pages","hasApproximateDates":true,"journalRef":"J. 1","new key":1.50,"primaryCategory":"cs.LG","published":"2024-01-05T03:04:05+01:00","starter":{"position":3,"why":"because"},"title":"Another"},
    "2402.00001":{"published":"2024-02-02T03:04:05Z","title":"Of another month"},
    "note":"not a paper"
    }

    """#

  private static let readingText = #"""
    {
    "2401.00001":{"changed":{"depth":"2026-11-22T10:00:00.000Z","rank":"2026-11-22T10:00:00.000Z","state":"2026-11-22T10:00:00.000Z"},"depth":2,"notes":[{"created":"2026-11-22T10:01:00.000Z","edited":"2026-11-22T10:01:00.000Z","id":"nmwro2iqo","page":"4","quote":"q","text":"Why **scaled**?"},{"id":"nmwrnynuo","removed":"2026-11-22T09:59:00.000Z"}],"rank":"V","state":"queued","tags":{"ü":{"changed":"2026-11-22T10:00:00.000Z"},"later":{"changed":"2026-11-22T10:00:00.000Z","removed":true}}},
    "2401.00002":{"changed":{"star":"2026-11-22T10:00:00Z"},"colour":[1,2],"project":"thesis","seenVersion":2,"star":true},
    "2401.00001":{"changed":{"depth":"2026-11-23T10:00:00.000Z"},"depth":1},
    "hep-th/9901001":{"star":true}
    }

    """#

  private static let journalText = #"""
    {"n":8,"at":"2027-01-15T08:00:00.000Z","action":"toggle-read","steps":[{"id":"2401.00002","state":"read"},{"id":"2401.00002","seenVersion":1}],"inverse":[{"id":"2401.00002","state":"unread"},{"id":"2401.00002","seenVersion":null}]}
    {"n":9,"at":"2027-01-15T08:00:00.000Z","action":"annotate","steps":[{"id":"2401.00001","note":{"created":"2026-11-22T10:01:00.000Z","id":"n1","text":"t"}},{"id":"2401.00001","tag":"a"},{"id":"2401.00001","rank":"V"}],"inverse":[{"id":"2401.00001","removeNote":"n1"},{"id":"2401.00001","untag":"a"},{"id":"2401.00001","rank":null}]}
    {"n":10,"at":"2027-01-15T08:00:00.000Z","action":"toggle-read","undoes":8,"redoes":3,"steps":[],"inverse":[{"id":"2401.00002","depth":3},{"id":"2401.00002","star":true},{"id":"2401.00002","project":"x"}]}

    """#

  private static let sourcesText = #"""
    {
    "learning":{"gaps":[{"cause":"arXiv was busy","expected":12,"from":"2026-11-01T00:00:00.000Z","until":"2026-11-02T00:00:00.000Z"}],"last":{"at":"2026-11-22T06:10:00.000Z","outcome":"complete"},"query":"cat:cs.LG","windows":[{"expected":20,"from":"2026-10-01T00:00:00.000Z","stored":20,"until":"2026-11-20T00:00:00.000Z"},{"expected":3,"from":"2026-11-20T12:00:00.000Z","limited":true,"stored":2,"until":"2026-11-22T00:00:00.000Z"}]},
    "other":{"unknown":1}
    }

    """#

  private static let queryTexts = [
    #"cat:cs.LG au:hill (ti:"world model" OR abs:planning) -tag:skip is:unread since:7d"#,
    #"ti:(pruning OR distillation) NOT (cat:cs.* OR note:é) au:"Hill, Felix" depth:2.."#,
    #"since:2024-01 before:7d added:2026 id:2401.00001 "a \" b" schrödinger year:2020..2024"#,
    "is:queued OR is:starred source:starter project:x tag:* co:12 jr:phys all:x depth:1..2",
  ]

  private static let configText = #"""
    {
      // comment
      "arxiv": {"api": "https://export.arxiv.org/api/query", "secondsBetweenRequests": 3, "pageSize": 200},
      "sources": [{"name": "q", "query": "cat:cs.LG", "window": "2w", "limit": 50, "alert": true},
        {"name": "d", "daily": ["cs.CL", "cs"]}, {"name": "i", "ids": ["1706.03762v7"]},],
      "views": [{"name": "All", "query": "is:unread", "sort": "-published"}],
      "keys": {"preset": "vim", "bind": {"list": {"x": "toggle-star", "ctrl-d": ""}}},
      "theme": "default", "pdf": {"open": ["xdg-open", "{file}"]}, "browser": ["b", "{url}"],
      "export": {"directory": "~/notes", "format": "markdown"}, /* end */
    }
    """#

  private static let atomText = #"""
    <?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom"
    xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/"><title>t</title>
    <opensearch:totalResults>2</opensearch:totalResults><opensearch:startIndex>0</opensearch:startIndex>
    <entry><id>http://arxiv.org/abs/2401.00001v2</id><title>Tïtle &amp; $x^2$</title>
    <published>2024-01-02T03:04:05Z</published><updated>2024-02-02T03:04:05Z</updated>
    <summary>é &lt; ü <![CDATA[<z>]]></summary><author><name>Ada 漢</name><arxiv:affiliation>X</arxiv:affiliation>
    </author><category term="cs.LG"/><arxiv:doi>10.1/a;10.2/b</arxiv:doi><arxiv:comment>3 pages</arxiv:comment>
    <arxiv:journal_ref>J. 1 (2024)</arxiv:journal_ref></entry>
    <entry><id>http://arxiv.org/abs/hep-th/9901001v1</id><title>B</title><published>1999-01-02T03:04:05Z</published>
    <updated>1999-01-02T03:04:05Z</updated><summary>s</summary><author><name>C</name></author></entry></feed>
    """#

  private static let dailyText = #"""
    <?xml version='1.0' encoding='UTF-8'?>
    <rss xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns:dc="http://purl.org/dc/elements/1.1/" version="2.0">
    <channel><title>cs.LG updates</title><item><title>Tïtle</title>
    <guid isPermaLink="false">oai:arXiv.org:2401.00001v1</guid>
    <description>arXiv:2401.00001v1 Announce Type: new &#xA;Abstract: é &lt; ü</description>
    <category>cs.LG</category><pubDate>Thu, 24 Sep 2026 00:00:00 -0400</pubDate>
    <arxiv:announce_type>new</arxiv:announce_type><arxiv:DOI>10.1/a</arxiv:DOI>
    <dc:creator>A B (Uni, Place), C D, Jr.</dc:creator></item></channel></rss>
    """#

  private static let jsonWords = [
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\n", "//", "/*", "*/", "null", "true", "1e999",
    "-", "99999999999999999999", "9223372036854775807", "-9223372036854775808", "0.1", "\\u0000",
    "\\ud800", "\u{FEFF}", "\u{202E}", "\u{1B}", "<<<<<<< ours", "=======", "{}", "[]", "\"\"",
    "\"2401.00001\":", "\"9999-12-31T23:59:60Z\"", "\"-99999-01-01T00:00:00Z\"", "\"id\":",
    "\"changed\":", "\"notes\":", "\"tags\":", "\"windows\":", "\"gaps\":", "\"steps\":",
    "\"name\":", String(repeating: "[", count: 600), String(repeating: "{\"a\":", count: 600),
  ]

  private static let queryWords = [
    "(", ")", "\"", "-", "*", ":", "\\", " OR ", " AND ", " NOT ", "..", "<", ">=", "since:", "is:",
    "ti:", "cat:", "au:", "tag:", "published:", "9999999999d", "99999999999999999999",
    "0000-00-00", "\u{301}", "\u{1B}", "\n", "\u{202E}", "ß", "İ",
    String(repeating: "(", count: 300), String(repeating: "-", count: 300),
    String(repeating: "NOT ", count: 300), String(repeating: "ti:(", count: 300),
  ]

  private static let xmlWords = [
    "<", ">", "&", "\"", "'", "/", "<!--", "-->", "<![CDATA[", "]]>", "<?", "?>", "&#", ";",
    "&amp;", "<!DOCTYPE", "<!ENTITY a 'b'>", "&a;", "\u{1B}", "\u{202E}", "\u{FEFF}", "\u{10FFFF}",
    "xmlns='x'", "</entry>", "<entry>", "</feed>", "<author>", "99999999999999999999", "(", ",",
    "v99999999999999999999", "2401.99999", "0000-00-00T00:00:00Z",
    String(repeating: "<a>", count: 300),
  ]
}
