import Papers
import TestSupport
import Testing

struct PaperLinksTests {
  private func found(_ text: String, isNote: Bool = false) -> [String] {
    PaperLinks.all(in: text, isNote: isNote).map { "\($0.kind) \($0.address)" }
  }

  @Test(arguments: [
    ("See https://example.org/a.", "other https://example.org/a"),
    ("(https://example.org/a_(b)), and", "other https://example.org/a_(b)"),
    ("HTTPS://Example.ORG/Path?q=1&r=2#top;", "other https://example.org/Path?q=1&r=2#top"),
    ("[the page](https://example.org/x)and", "other https://example.org/x"),
    ("<https://example.org/x>, **https://example.org/x**", "other https://example.org/x"),
    ("‘https://example.org/x’ “https://example.org/x”", "other https://example.org/x"),
    ("见https://example.org/x。代码", "other https://example.org/x"),
    ("https://example.org/Größe", "other https://example.org/Gr%C3%B6%C3%9Fe"),
    ("https://example.org/Zipf's_law's", "other https://example.org/Zipf%27s_law%27s"),
    ("'https://example.org/x'", "other https://example.org/x"),
    ("http://example.org:8080/x", "other http://example.org:8080/x"),
    (##"\url{https://example.org/a\_b\%20c\#d}"##, "other https://example.org/a_b%20c#d"),
    (#"\href{https://example.org/~x}{here}"#, "other https://example.org/~x"),
    (
      #"http://example.org/\~{}mic/ and http://example.org/$\sim$mic/"#,
      "other http://example.org/~mic/"
    ),
    (
      #"\url{https://example.org/long- path/to. html}"#,
      "other https://example.org/long-path/to.html"
    ),
    (
      "https://example.org/some/ path/page.html is", "other https://example.org/some/path/page.html"
    ),
    ("https:// example.org/x", "other https://example.org/x"),
    ("https://example.org/ for details", "other https://example.org/"),
    ("https://example.org/ and/or", "other https://example.org/"),
    ("Code: https://example.org/x", "code https://example.org/x"),
    ("Our project page is www.example.org.", "project https://www.example.org"),
    ("Code at github.com/google/flax.", "code https://github.com/google/flax"),
    ("https://github.com/owner/ My-Repo", "code https://github.com/owner/My-Repo"),
    ("https://huggingface.co/a/b", "model https://huggingface.co/a/b"),
    ("hf.co/datasets/a/b", "data https://hf.co/datasets/a/b"),
    ("rdd-neurips.github.io", "project https://rdd-neurips.github.io"),
    ("doi:10.1145/3106237.3106277, ESEC", "doi https://doi.org/10.1145/3106237.3106277"),
    (
      "DOI: 10.1016/S0092-8674(00)80064-9.", "doi https://doi.org/10.1016/S0092-8674%2800%2980064-9"
    ),
    ("http://dx.doi.org/10.1214/12-AOS1078 the", "doi https://doi.org/10.1214/12-AOS1078"),
    ("10.48550/arXiv.1706.03762", "paper https://arxiv.org/abs/1706.03762"),
    ("https://doi.org/10.48550/arXiv.1706.03762", "paper https://arxiv.org/abs/1706.03762"),
    ("text overlap with arXiv:1706.03762v7 by", "paper https://arxiv.org/abs/1706.03762v7"),
    ("arXiv 1706.03762", "paper https://arxiv.org/abs/1706.03762"),
    ("http://arxiv.org/pdf/1706.03762v2.pdf", "paper https://arxiv.org/abs/1706.03762v2"),
    ("cs.SE/0309027", "paper https://arxiv.org/abs/cs/0309027"),
    ("[2401.01234v2]", "paper https://arxiv.org/abs/2401.01234v2"),
  ])
  func aLinkIsFoundInProse(text: String, link: String) {
    #expect(Set(found(text)) == [link])
  }

  @Test(arguments: [
    "", "no link", "[2401.01234]", "1706.03762", "3.14159", "and/or", "http://", "https://x",
    "ftp://example.org/x", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x",
    "https://user:pass@example.org/", "https://user@example.org/", "http://[x", "http://-a.org/",
    "http://a..b/", "https://exa mple", "http://example.org:x/", "http://example.org:123456789/",
    "\\url{javascript:alert(1)}", "-https://", "10.5/x", "10.12345", "arXiv:", "arXiv:9999.99999",
    "github.com", "github.com/", "<script>", "http://\u{202E}gro.elpmaxe/",
  ])
  func whatNoBrowserShouldGetIsNoLink(text: String) {
    #expect(found(text).filter { $0 != "code https://github.com/" } == [])
  }

  @Test func controlCharactersEndAnAddress() {
    #expect(found("https://example.org/a\u{1B}]0;x\u{7}b") == ["other https://example.org/a"])
    #expect(found("https://example.org/a\u{202E}b") == ["other https://example.org/a"])
    #expect(found("https://example.org/a\u{0}b") == ["other https://example.org/a"])
    #expect(found(#"https://example.org/a\b"#) == ["other https://example.org/a"])
  }

  @Test func identifiersInBracketsAreLinksOfANote() {
    #expect(found("[2401.01234]", isNote: true) == ["paper https://arxiv.org/abs/2401.01234"])
    #expect(found("[2401]", isNote: true) == [])
  }

  @Test func allLinksComeOnceInTheOrderOfTheTexts() {
    let paper = Paper(
      id: ArXivID(literal: "2401.00001"), title: "T",
      abstract: "Code: https://github.com/Owner/Name. Builds on arXiv:1706.03762v1.",
      published: Timestamp(literal: "2024-01-01T00:00:00Z"),
      comment: "http://www.github.com/owner/name.git, https://example.org, see arXiv:2401.00001",
      dois: ["10.1145/1"])
    let note = Note(
      id: "n", created: paper.published,
      text: "Compare [1706.03762] with <https://example.org/> and https://example.org/Other.",
      quote: "doi:10.1145/1 10.1145/2")
    let site = ArXivSite(base: "http://127.0.0.1:8000/")
    let links = PaperLinks.all(of: paper, notes: [note], site: site)
    #expect(
      links.map(\.address.description) == [
        "https://doi.org/10.1145/1", "https://github.com/Owner/Name",
        "http://127.0.0.1:8000/abs/1706.03762v1", "https://example.org",
        "https://doi.org/10.1145/2",
        "https://example.org/Other",
      ])
    #expect(
      links.map(\.label) == [
        "doi.org/10.1145/1", "github.com/Owner/Name", "arXiv:1706.03762v1", "example.org",
        "doi.org/10.1145/2", "example.org/Other",
      ])
  }

  @Test func noMoreLinksThanTwoDigitsReach() {
    let text = (1...500).map { "https://example.org/\($0)" }.joined(separator: " ")
    let note = Note(id: "n", created: Timestamp(literal: "2024-01-01T00:00:00Z"), text: text)
    let paper = Paper(
      id: ArXivID(literal: "2401.00001"), title: "T",
      published: Timestamp(literal: "2024-01-01T00:00:00Z"))
    let links = PaperLinks.all(of: paper, notes: [note])
    #expect(links.count == 99)
    #expect(links.last?.label == "example.org/99")
  }

  // What takes a time that grows with the square does not end within the limit.
  @Test(
    .timeLimit(.patientMinute),
    arguments: [
      "https://", "http://a", "https://a.org/", "\\url{https://a.org", "(", "10.1234/", "arXiv:",
      "[1",
      "a.b", "www.", "https://a.org/(", "https://a.org/%27'", "doi: ", "hep-th/", "github.com/a/ ",
      "https://a.org/- ", "é", "\\_", "https://a.org/é",
    ])
  func hostileTextsCostLittle(piece: String) {
    for text in [
      String(repeating: piece, count: 20_000),
      "https://a.org/" + String(repeating: piece, count: 20_000),
    ] {
      for link in PaperLinks.all(in: text) {
        if WebAddress(link.address.description) != link.address {
          Issue.record("no browser should get \(link.address)")
        }
      }
    }
  }
}
