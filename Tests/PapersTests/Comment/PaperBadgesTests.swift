import Papers
import TestSupport
import Testing

struct PaperBadgesTests {
  @Test(arguments: [
    ("Accepted at ICML 2024 (Oral)", "ICML 2024 oral"),
    ("ICML'24", "ICML 2024"), ("ICML’24 Oral", "ICML 2024 oral"),
    ("8 pages, IROS2023", "IROS 2023"),
    ("WWW '24, May 13-17, 2024, Singapore", "WWW 2024"),
    ("Will Appear in Proc. COLING-94", "COLING 1994"),
    ("Accepted @ ICML 2024", "ICML 2024"),
    ("NeurIPS 2023 Spotlight. Code: https://github.com/x/y", "NeurIPS 2023 spotlight"),
    (
      "To appear in the proceedings of Neural Information Processing Systems (NIPS) 2014",
      "NeurIPS 2014"
    ),
    ("39th Conference on Neural Information Processing Systems (NeurIPS 2025)", "NeurIPS 2025"),
    ("Published as a conference paper at ICLR 2017", "ICLR 2017"),
    ("CVPR 2024 (Highlight), project page: https://x.github.io/y/", "CVPR 2024 highlight"),
    ("Accepted as a spotlight at ICLR 2024", "ICLR 2024 spotlight"),
    ("Best paper award at CoRL 2023", "CoRL 2023 best paper"),
    ("CoRL 2023 Best Paper Finalist", "CoRL 2023 best paper finalist"),
    ("Rejected by ICML 2023, accepted at NeurIPS 2023", "NeurIPS 2023"),
    ("Accepted to ECCV 2024. Extended version of our CVPR 2023 workshop paper", "ECCV 2024"),
    ("Accepted to NeurIPS 2023 Datasets and Benchmarks Track", "NeurIPS 2023"),
    (
      "Proceedings of the 41st International Conference on Machine Learning, Vienna, Austria. PMLR 235, 2024",
      "ICML 2024"
    ),
    (
      "Appears in Proceedings of the Third Conference on Uncertainty in Artificial Intelligence (UAI1987)",
      "UAI 1987"
    ),
    (
      "This paper has been accepted by IEEE ICASSP-2013, and will be published online after May, 2013",
      "ICASSP 2013"
    ),
    (
      "To appear in the Proceedings of the 53rd Annual IEEE Symposium on Foundations of Computer Science (FOCS'12)",
      "FOCS 2012"
    ),
    ("To appear at USENIX Security '24", "USENIX Security 2024"), ("IEEE S&P 2023", "S&P 2023"),
    ("ACL-IJCNLP 2021 main conference", "ACL 2021"), ("NAACL-HLT 2019", "NAACL 2019"),
    ("Published in Transactions on Machine Learning Research (08/2023)", "TMLR 2023"),
    ("International Conference on Machine Learning, Jul 2015, Lille, France", "ICML 2015"),
    (
      "2025 IEEE/RSJ international conference on intelligent robots and systems (IROS)", "IROS 2025"
    ),
    (
      "in The International AAAI Conference on Web and Social Media (ICWSM2015), Oxford, May 2015",
      "ICWSM 2015"
    ),
  ])
  func anAcceptanceIsRead(comment: String, label: String) {
    #expect(PaperBadges(comment: comment).venue?.label == label)
  }

  @Test(arguments: [
    ("Findings of EMNLP 2023", "Findings of EMNLP 2023"),
    ("EMNLP 2023 Findings", "Findings of EMNLP 2023"),
    (
      "Accepted to Findings of the Association for Computational Linguistics: EMNLP 2023",
      "Findings of EMNLP 2023"
    ),
    ("ICML 2024 Workshop on Foundation Models", "ICML 2024 workshop"),
    ("Workshop on Efficient Systems @ ICML 2024", "ICML 2024 workshop"),
    ("ML4H @ NeurIPS 2022", "NeurIPS 2022 workshop"), ("CVPRW 2024", "CVPR 2024 workshop"),
    ("6 pages, NIPS 2014 - Autonomously Learning Robots Workshop", "NeurIPS 2014 workshop"),
    ("Accepted as a workshop paper at ICLR 2015", "ICLR 2015 workshop"),
    (
      "This paper will be presented at \"Computational Methods for Spine Imaging\" workshop held in conjunction with MICCAI 2014",
      "MICCAI 2014 workshop"
    ),
    (
      "4 pages, to appear in the Proceedings of the 17th International Workshop on Search-Based and Fuzz Testing (SBFT@ICSE 2024)",
      "ICSE 2024 workshop"
    ),
  ])
  func findingsAndWorkshopsAreKeptApart(comment: String, label: String) {
    #expect(PaperBadges(comment: comment).venue?.label == label)
  }

  @Test(arguments: [
    ("accepted for publication in Physical Review D", "Physical Review D"),
    ("Accepted for publication in A&A. 14+11 pages, 18 figures", "A&A"),
    (
      "17 Pages, 9 Figures, published in ApJ. arXiv admin note: text overlap with arXiv:2407.17597",
      "ApJ"
    ),
    ("Accepted for publication in Phys. Rev. D Letters", "Phys. Rev. D Letters"),
    ("accepted to ACM CoNEXT'14", "CoNEXT 2014"),
    ("In Proceedings AMCA-POP 2010, arXiv:1008.3147", "AMCA-POP 2010"),
    (
      "Accepted by the 32nd ACM SIGSOFT International Symposium on Software Testing (STX 2023)",
      "STX 2023"
    ),
    (
      "to appear in IEEE Transactions on Information Theory, 2015",
      "IEEE Transactions on Information Theory 2015"
    ),
    (
      "Accepted for publication in the Journal of the Association for Information Science and Technology",
      "Journal of the Association for Information…"
    ),
  ])
  func venuesThatNobodyListedAreNamedAsWritten(comment: String, label: String) {
    #expect(PaperBadges(comment: comment).venue?.label == label)
  }

  @Test(arguments: [
    "submitted to ICML 2024", "In submission to ICML 2025", "ICLR 2025 submission",
    "Under review as a conference paper at ICLR 2017", "Workshop track submission ICLR 2016",
    "Submitted to Proceedings of the IEEE", "Not submitted anywhere", "Preprint. Under review.",
    "Rejected from NeurIPS 2022", "submitted to and withdrawn from ICLR 2023",
    "Extended version of our ICML 2023 paper",
    "This is the extended version of a paper that appeared in ACM RecSys 2014",
    "Conference version will appear in CAV 2013", "Supplementary material for CVPR 2021",
    "Technical report for CVPR 2022 challenge", "CVPR 2022 challenge winner",
    "The 2nd place of the EPIC-Kitchens challenge at CVPR 2022", "Uses the ICML 2024 style",
    "Tech report. 1st-place winner of MS COCO 2015 segmentation competition",
    "39 pages. v2: added comparison with NeurIPS 2022 baselines",
    "10 pages, 4 figures, for iclr2014",
    "This paper has been withdrawn because of a latter version was accepted into IEEE Transaction on Information Theory",
    "accepted for publication. Mainly fixing some dumb typos", "Accepted: December 04 2020",
    "44 pages, editors for the proceedings: Yanling Chen and A. J. Han Vinck",
    "see http://www.chi.org/2016", "Comments are welcome", "", "((((", "accepted at", "ICML",
    "pp. 1995-2010",
  ])
  func whatIsNoAcceptanceHasNoVenue(comment: String) {
    #expect(PaperBadges(comment: comment).venue == nil)
  }

  @Test(
    arguments: [
      ("12 pages, 5 figures", "12", 5), ("14+11 pages, 18 figures", "14+11", 18),
      ("45pp", "45", nil),
      ("six pages, five figures", "6", 5), ("32pages, 7 figures", "32", 7),
      ("Pages: 4 Figures: 7", "4", 7),
      ("13 double column pages; 3 figures", "13", 3), ("iii + 49 pages", "49", nil),
      ("62 pages including 16 figures and 9 tables", "62", 16), ("4 pages and 8 figures", "4", 8),
      ("Volume 28, pages 431-451", nil, nil), ("Vol. 28 pages 431-451", nil, nil),
      ("pp. 1995-2010", nil, nil),
      ("pages 125-130, September 2010", nil, nil), ("no figures", nil, nil),
      ("99999 pages", nil, nil),
      ("0 pages", nil, nil), ("The first page", nil, nil),
    ] as [(String, String?, Int?)])
  func pagesAndFiguresAreCounted(comment: String, pages: String?, figures: Int?) {
    let badges = PaperBadges(comment: comment)
    #expect(badges.pages == pages)
    #expect(badges.figures == figures)
  }

  @Test(
    arguments: [
      ("Phys. Rev. B 85, 115117 (2012)", "Phys. Rev. B 2012"),
      ("Phys.Lett.B573:94-100,2003", "Phys. Lett. B 2003"),
      ("Europhys. Lett. 95 (2011) 18006", "Europhys. Lett. 2011"),
      ("The Astrophysical Journal, 1001 (2026) 152", "Astrophysical Journal 2026"),
      ("Journal of Machine Learning Research 14 (2011) 729-769", "JMLR 2011"),
      ("in proceedings of NIPS 2012, pp. 1772--1780", "NeurIPS 2012"),
      (
        "2021 IEEE International Conference on Artificial Intelligence Testing (AITest)",
        "AITest 2021"
      ),
      (
        "IEEE Transactions on Information Theory, vol. 55, pp. 3959-3982, September 2009",
        "IEEE Transactions on Information Theory 2009"
      ),
      ("EPTCS 17, 2010, pp. 43-48", "EPTCS 2010"), ("Entropy 17, 1958-1970 (2015)", "Entropy 2015"),
      ("Iztok Fister, Marjan Mernik and Janez Brest (2011). Hybridization of Algorithms", nil),
      ("published 2012", nil), ("2016", nil), ("", nil),
    ] as [(String, String?)])
  func aJournalReferenceIsShortened(journalRef: String, label: String?) {
    #expect(PaperBadges(comment: nil, journalRef: journalRef).published?.label == label)
  }

  @Test(arguments: [
    (["10.1109/CVPR52688.2022.01042"], ["published in CVPR 2022"]),
    (["10.18653/v1/2020.findings-emnlp.447"], ["published in Findings of EMNLP 2020"]),
    (["10.21437/Interspeech.2021-123"], ["published in Interspeech 2021"]),
    (["10.1103/PhysRevD.109.012001"], ["published by APS"]), (["10.99999/abc"], ["published"]),
    (["10.48550/arXiv.1706.03762"], []), (["10.5281/zenodo.19697542"], []), (["nonsense"], []),
  ])
  func aDOITellsWhereAPaperCameOut(dois: [String], labels: [String]) {
    #expect(PaperBadges(comment: nil, dois: dois).labels == labels)
  }

  @Test func oneVenueIsNamedOnce() {
    let same = PaperBadges(
      comment: "Accepted at NeurIPS, 9 pages", journalRef: "Advances in NeurIPS 35 (2022)")
    #expect(same.labels == ["NeurIPS 2022", "9 pages"])
    let journal = PaperBadges(
      comment: "Accepted by ApJ", journalRef: "The Astrophysical Journal, 1001 (2026) 152")
    #expect(journal.labels == ["published in Astrophysical Journal 2026"])
    let both = PaperBadges(
      comment: "ICML 2023 workshop", journalRef: "Transactions on Machine Learning Research, 2024",
      dois: ["10.1109/x"])
    #expect(both.labels == ["ICML 2023 workshop", "published in TMLR 2024"])
  }

  @Test func allBadgesComeInOneOrder() {
    let paper = Paper(
      id: ArXivID(literal: "2401.00001"), title: "T",
      abstract: "Weights are at https://huggingface.co/a/b.",
      published: Timestamp(literal: "2024-01-01T00:00:00Z"),
      comment:
        "ICML 2024 oral, 12 pages, 1 figure. Code: https://github.com/a/b, project page: https://a.org"
    )
    #expect(
      PaperBadges(paper).labels
        == ["ICML 2024 oral", "12 pages", "1 figure", "code", "model", "project page"])
  }

  // What takes a time that grows with the square does not end within the limit.
  @Test(
    .timeLimit(.patientMinute),
    arguments: [
      "accepted ", "ICML 2024 ", "Workshop @ ", "in proceedings of ", "12+", "(", "pages ", "a-",
      "Phys. ", "1995-", "International Conference on ", "\u{202E}ICML\u{1B}[31m 2024 ", "\\",
      "’24 ",
    ])
  func hostileCommentsCostLittle(piece: String) {
    let text = String(repeating: piece, count: 50_000)
    #expect(PaperBadges(comment: text, journalRef: text).labels.count < 20)
  }
}
