import Papers
import Testing

struct WithdrawalTests {
  @Test(arguments: [
    (
      "This paper has been withdrawn by the author due to a crucial sign error in equations", "",
      true
    ),
    ("Withdrawn due to an error in Lemma 2", "", true),
    ("This article has been withdrawn by arXiv administrators due to false claims", "", true),
    ("withdrawn by arXiv admin due to authorship dispute", "", true),
    ("Administratively withdrawn as it contains plagiarism", "", true),
    ("12 pages. The submission was withdrawn because of a flaw", "", true),
    ("10 pages; paper withdrawn", "", true), ("8 pages. Withdrawn due to errors", "", true),
    ("The authors have withdrawn this manuscript", "", true),
    ("withdrawn from arXiv by the authors", "", true),
    ("The paper is withdrawn from the arXiv due to a gap", "", true),
    ("", "This paper has been withdrawn by the authors.", true),
    ("", "Withdrawn.", true), ("", "Withdrawn", true),
    ("10 pages. withdrawn", "", true), ("10 pages; Withdrawn", "", true),
    ("", "The paper is withdrawn and replaced by another one.", true),
    ("", "Paper withdrawn as Lemma 2 is false", true), ("", "The paper withdrawn: see v2", true),
    ("", "Paper withdrawn, error in Theorem 1.", true),
    ("", "Withdrawn (crucial error in the proof).", true),
    ("", "This manuscript withdrawn - see v2", true), ("", "Withdrawn pending revision", true),
    ("", "Temporarily withdrawn for corrections", true),
    ("Accepted to ICML; withdrawn funds are modelled", "", false),
    ("12 pages. Withdrawn money", "", false),
    ("", "The withdrawn stocks of cash are estimated.", false),
    ("", "Withdrawn students are followed for a year.", false),
    ("", "Temporarily withdrawn loans are a risk", false),
    ("8 pages", "We study troops that were withdrawn from a paper mill.", false),
    ("", "This work studies withdrawn students in online courses.", false),
    ("submitted and withdrawn from JOURNAL OF PAPERS", "", false),
    ("This paper was submitted to and withdrawn from NeurIPS 2023", "", false),
    ("This paper was withdrawn by the authors from ICLR 2024; now at TMLR", "", false),
    ("arXiv admin note: text overlap with arXiv:1706.03762", "", false),
    ("This paper supersedes the withdrawn paper arXiv:1001.0001", "", false),
    ("A previous version of this paper was withdrawn; this one is right", "", false),
    ("An earlier draft was withdrawn", "", false),
    ("Builds on prior work. This paper is withdrawn", "", true),
    ("This paper was not withdrawn", "", false),
    ("", "", false),
  ])
  func aWithdrawalIsToldFromProse(comment: String, abstract: String, isWithdrawn: Bool) {
    #expect(Withdrawal.isAnnounced(comment: comment, abstract: abstract) == isWithdrawn)
  }

  @Test(arguments: [
    (
      "This paper has been withdrawn by the author due to a crucial sign error in equations "
        + "(45)-(49)",
      "due to a crucial sign error in equations (45)-(49)"
    ),
    ("Withdrawn due to an error in Lemma 2.", "due to an error in Lemma 2"),
    (
      "This article has been withdrawn by arXiv administrators due to false claims. 12 pages",
      "due to false claims"
    ),
    ("withdrawn by arXiv admin due to authorship dispute", "due to authorship dispute"),
    ("Administratively withdrawn as it contains plagiarism", "as it contains plagiarism"),
    ("Withdrawn by arXiv administrators", "by arXiv administrators"),
    (
      "12 pages, withdrawn because Eq. (5) and Fig. Two are wrong. Sorry",
      "because Eq. (5) and Fig. Two are wrong"
    ),
    (
      "This paper has been withdrawn in order to be replaced with a new joint paper",
      "in order to be replaced with a new joint paper"
    ),
    (
      "Withdrawn by the author since this is obsolete, see A. Lee et al. Vol. 4. 5 figures",
      "since this is obsolete, see A. Lee et al. Vol. 4"
    ),
    ("This paper has been withdrawn. Authorship conflict", "Authorship conflict"),
    ("Due to a gap in the proof, this paper is withdrawn.", "Due to a gap in the proof"),
    ("This paper has been withdrawn. 12 pages, 3 figures", nil),
    ("Paper withdrawn. arXiv admin note: text overlap with arXiv:1706.03762", nil),
    ("This paper has been withdrawn by the author", nil),
    ("8 pages; withdrawn", nil),
  ])
  func theReasonIsWhatFollows(comment: String, reason: String?) {
    #expect(Withdrawal.reason(comment: comment, abstract: "") == reason)
  }

  @Test func theReasonMayStandInTheAbstract() {
    let abstract =
      "This paper has been withdrawn by the authors because Theorem 1 is wrong.\nWe thank X."
    #expect(
      Withdrawal.reason(comment: "5 pages", abstract: abstract) == "because Theorem 1 is wrong")
    #expect(
      Withdrawal.reason(comment: "Withdrawn", abstract: abstract) == "because Theorem 1 is wrong")
  }
}
