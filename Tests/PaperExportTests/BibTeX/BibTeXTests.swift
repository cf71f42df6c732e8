import PaperExport
import Papers
import Testing

private func bibtex(_ papers: Paper...) -> String {
  ExportEncoder.text(of: papers.map { ExportItem(paper: $0) }, as: .bibtex).text
}

private func key(_ paper: Paper) -> String {
  String(bibtex(paper).dropFirst("@misc{".count).prefix { $0 != "," })
}

private func title(_ title: String) throws -> String {
  let line = bibtex(try .attention(title: title)).split(separator: "\n")[1]
  return String(line.dropFirst("      title={".count).dropLast("}, ".count))
}

@Test func anEntryIsWhatArXivServes() throws {
  #expect(
    bibtex(try .attention()) == """
      @misc{vaswani2023attentionneed,
            title={Attention Is All You Need},\u{20}
            author={Ashish Vaswani and Noam Shazeer},
            year={2023},
            eprint={1706.03762},
            archivePrefix={arXiv},
            primaryClass={cs.CL},
            url={https://arxiv.org/abs/1706.03762},\u{20}
      }

      """)
}

@Test func thePublishersDOIStandsBeforeTheAddress() throws {
  var paper = try Paper.bare()
  paper.dois = ["10.1002/(SICI)<1::AID>3.0.CO;2-2{", "10.2/b"]
  #expect(
    bibtex(paper) == """
      @misc{1999title,
            title={A Title},\u{20}
            year={1999},
            eprint={hep-th/9901001},
            archivePrefix={arXiv},
            doi={https://doi.org/10.1002/(SICI)<1::AID>3.0.CO;2-2%7B},
            url={https://arxiv.org/abs/hep-th/9901001},\u{20}
      }

      """)
}

@Test func entriesAreSeparatedAndTheirKeysAreUnique() throws {
  let papers = try ["2401.00001", "2401.00002", "2401.00003"].map { try Paper.bare($0) }
  let text = bibtex(papers[0], papers[1], papers[2])
  let heads = text.split(separator: "\n").filter { $0.hasPrefix("@") }
  #expect(heads == ["@misc{1999title,", "@misc{1999titlea,", "@misc{1999titleb,"])
  #expect(text.components(separatedBy: "}\n\n@misc{") == 3)
}

@Test func aSuffixedKeyAvoidsTheKeyOfAnotherPaper() throws {
  var papers = try ["2401.00001", "2401.00002", "2401.00003"].map { try Paper.bare($0) }
  papers[1].title = "Titlea"
  let text = bibtex(papers[0], papers[1], papers[2])
  let heads = text.split(separator: "\n").filter { $0.hasPrefix("@") }
  #expect(heads == ["@misc{1999title,", "@misc{1999titlea,", "@misc{1999titleb,"])
}

@Test func aKeyIsMadeOfNameYearAndFourWords() throws {
  var paper = try Paper.attention(
    title: "On the $\\ell^{0}$-Graph: A \"Fast\" Method for Über-Solvers and More")
  #expect(key(paper) == "vaswani2023ell0graphfastmethodübersolvers")
  paper.authors = [.init("Laurens van der Maaten")]
  #expect(key(paper).hasPrefix("vandermaaten2023"))
  paper.authors = [.init("William B. Jones, Jr.")]
  #expect(key(paper).hasPrefix("jones2023"))
  paper.authors = [.init("Pal Erdős III")]
  #expect(key(paper).hasPrefix("erdős2023"))
  paper.authors = [.init("van")]
  #expect(key(paper).hasPrefix("van2023"))
}

@Test(arguments: [
  ("Adrian Del Maestro", "delmaestro"), ("Antony Van der Mude", "vandermude"),
  ("Guy Van den Broeck", "broeck"), ("Jan van den Heuvel", "heuvel"),
  ("Aäron van den Oord", "oord"), ("A. Roger Hammons, Jr.", "hammons"),
  ("Robert W. Heath Jr", "heath"), ("John Doe V", "doe"), ("Doe V", "v"),
  ("The ATLAS Collaboration", "theatlascollaboration"),
  ("Planck Collaboration: N. Aghanim", "planckcollaboration"), ("Collaboration", "collaboration"),
  ("J.Smith", "smith"), ("Van Gogh", "gogh"), ("Ana de la Fuente", "delafuente"),
  ("Bo von der van Ek", "dervanek"), ("Erdős", "erdős"), ("van", "van"), (",", ""),
])
func theLastNameInAKeyIsTheOneThatArXivFinds(name: String, inKey: String) throws {
  var paper = try Paper.attention()
  paper.authors = [.init(name)]
  #expect(key(paper) == inKey + "2023attentionneed")
}

@Test func aKeyHasNoStopWord() throws {
  #expect(StopWords.all.count == 317)
  let odd = StopWords.all.filter { !$0.allSatisfy(\.isLetter) }
  #expect(odd == [])
  let joints = "about afterwards am one please two whither yet amoungst fify thickv"
  let long = try Paper.bare(title: "\(joints) Alpha \(joints) Beta")
  let short = try Paper.bare(title: "Two, or (a) Few")
  #expect(key(long) == "1999alphabeta")
  #expect(key(short) == "1999twoa")
}

@Test func aKeyIsNeverEmptyNorBreaksTheEntry() throws {
  var paper = try Paper.bare(title: "")
  #expect(key(paper) == "arxivhep-th_9901001")
  paper.title = "},@{\\\"' %#\u{202E} ☃"
  paper.authors = [.init("{},=\"#%~\\")]
  #expect(key(paper) == "1999")
}

@Test func titlesKeepTheirTeXAndCannotBreakTheFile() throws {
  for (raw, escaped) in [
    (##"Schr\"odinger and {\'E}tienne, $x_1^{2} \% \& \#$"##, nil),
    (#"M$^{2}$GRPO $\texttt{YC-Bench}$ 21$\,$cm"#, nil),
    (##"R&D of 5% #1 L_q x^2"##, ##"R\&D of 5\% \#1 L\_q x\^{}2"##),
    (#"Only $5 for a_b"#, #"Only \$5 for a\_b"#),
    (#"costs $5 to $10"#, #"costs \$5 to \$10"#),
    (#"\(a_1^2\) and \[b_1\] a_1"#, #"\(a_1^2\) and \[b_1\] a\_1"#),
    ("$$E=mc^2$$ and x^2", #"$$E=mc^2$$ and x\^{}2"#),
    (#"in \ell_1 and \alpha\beta"#, #"in $\ell_1$ and $\alpha\beta$"#),
    (#"10^{-5} at 90^\circ, \mathbb{R}^n"#, #"10$^{-5}$ at 90$^\circ$, $\mathbb{R}^n$"#),
    (#"\textregistered \S 5 \ensuremath{\alpha} $\alpha$ \emph{a}"#, nil),
    (#"half \( open, \[ too"#, nil),
    (#"$\{x & y$"#, #"$\lbrace x \& y$"#),
    (#"\frac{a$b$}{c}"#, nil),
    (#"open { brace"#, #"open {\textbraceleft} brace"#),
    (#"close } and } {ok}"#, #"close {\textbraceright} and {\textbraceright} {ok}"#),
    (#"escaped \{ alone"#, #"escaped {\textbraceleft} alone"#),
    (#"set \{0,1\}"#, nil),
    (#"}{"#, #"{\textbraceright}{\textbraceleft}"#),
    (#"ends in \"#, #"ends in {\textbackslash}"#),
    (#"line \\"#, nil),
    ("a\n\tb  c\u{1B}", "a b c"),
    ("😀 été", nil),
  ] as [(String, String?)] {
    #expect(try title(raw) == escaped ?? raw)
  }
}

@Test(arguments: [
  (#"Jakub Ł\kacki"#, "Jakub Łącki"), (#"Miko\laj Bojanczyk"#, "Mikołaj Bojanczyk"),
  (#"Stanis\law Szawiel"#, "Stanisław Szawiel"), (#"Erwin Schr\"odinger"#, "Erwin Schrödinger"),
  (#"A \foo{b} $c_d"#, #"A {\textbackslash}foo{b} \$c\_d"#), ("R&D ~x^", #"R\&D \~{}x\^{}"#),
  ("Robert W. Heath Jr", "Heath, Jr, Robert W."),
  ("A. Roger Hammons, Jr.", "Hammons, Jr., A. Roger"), ("Pal Erdős III", "Erdős, III, Pal"),
  ("The ATLAS Collaboration", "{The ATLAS Collaboration}"),
  ("Planck Collaboration: N. Aghanim", "{Planck Collaboration} and N. Aghanim"),
  ("Laurens van der Maaten", "Laurens van der Maaten"),
  ("Salt and Pepper Jr", "{Salt and Pepper Jr}"),
])
func anAuthorIsWhatBibTeXAndTeXTakeHimFor(name: String, written: String) throws {
  var paper = try Paper.attention()
  paper.authors = [.init(name)]
  #expect(bibtex(paper).contains("      author={\(written)},\n"))
}

@Test func bracesBalanceWhateverTheFeedSays() throws {
  var paper = try Paper.attention(title: "}}{{ {}} \\} \\{ {")
  paper.authors = [.init("A } B"), .init("Research and Development {"), .init("Smith, Jr.")]
  paper.primaryCategory = "cs.}{"
  paper.dois = ["10.1/}{"]
  let text = bibtex(paper)
  var depth = 0
  for character in text {
    if character == "{" { depth += 1 }
    if character == "}" { depth -= 1 }
    #expect(depth >= 0)
  }
  #expect(depth == 0)
  #expect(
    text.contains(
      #"author={A {\textbraceright} B and {Research and Development {\textbraceleft}} "#
        + "and {Smith, Jr.}},"))
}

extension String {
  fileprivate func components(separatedBy separator: String) -> Int {
    split(separator: separator).count
  }
}
