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
    ("", "This paper has been withdrawn by the authors.", true),
    ("", "Withdrawn.", true),
    ("8 pages", "We study troops that were withdrawn from a paper mill.", false),
    ("", "This work studies withdrawn students in online courses.", false),
    ("submitted and withdrawn from JOURNAL OF PAPERS", "", false),
    ("This paper was submitted to and withdrawn from NeurIPS 2023", "", false),
    ("5 pages. arXiv admin note: text overlap with arXiv:1706.03762", "", false),
    ("This paper was not withdrawn", "", false),
    ("", "", false),
  ])
  func aWithdrawalIsToldFromProse(comment: String, abstract: String, isWithdrawn: Bool) {
    #expect(Withdrawal.isAnnounced(comment: comment, abstract: abstract) == isWithdrawn)
  }
}
