import Papers
import TestSupport
import Testing

struct WordDiffTests {
  /// A difference as `wdiff` writes it.
  private func marked(_ diff: WordDiff) -> String {
    diff.runs.map { run in
      switch run.kind {
      case .kept: run.text
      case .removed: "[-\(run.text)-]"
      case .added: "{+\(run.text)+}"
      case .folded: "<\(run.text)>"
      }
    }.joined()
  }

  @Test(arguments: [
    ("", "", ""),
    ("one", "one", "one"),
    ("", "one two", "{+one two+}"),
    ("one two", "", "[-one two-]"),
    ("a fast method", "a very fast method", "a {+very +}fast method"),
    ("We get 28.4 BLEU.", "We get 41.8 BLEU.", "We get [-28.4-]{+41.8+} BLEU."),
    ("it doesn't, e.g. here", "it does, e.g. here", "it [-doesn't-]{+does+}, e.g. here"),
    ("state-of-the-art results", "strong results", "[-state-of-the-art-]{+strong+} results"),
    ("end.", "end", "end[-.-]"),
    ("We do.", "We do. We show.", "We do.{+ We show.+}"),
    ("We do. We show. End.", "We do. End.", "We do. [-We show. -]End."),
    ("5 pages", "5 pages; accepted", "5 pages{+; accepted+}"),
    ("深度学习方法", "深度强化学习方法", "深度{+强化+}学习方法"),
    ("ひらがなです", "カタカナです", "[-ひらがな-]{+カタカナ+}です"),
    ("first\nsecond", "first\nthird", "first\n[-second-]{+third+}"),
    // What is between changes is kept where it says something.
    ("old words", "new things", "[-old words-]{+new things+}"),
    (
      "We propose a fast method for long texts", "We present a quick method for long texts",
      "We [-propose a fast-]{+present a quick+} method for long texts"
    ),
    (
      "alpha stays for the whole of a long stretch beta",
      "gamma stays for the whole of a long stretch delta",
      "[-alpha-]{+gamma+} stays for the whole of a long stretch [-beta-]{+delta+}"
    ),
    ("a b c a b b a", "c b a b a c", "[-a-]{+c+} b [-c -]a b [-b a-]{+a c+}"),
  ])
  func wordsAreCompared(old: String, new: String, expected: String) {
    #expect(marked(WordDiff(from: old, to: new)) == expected)
  }

  @Test(arguments: [
    (["A", "B", "C"], ["A", "C"], "A, [-B, -]C"),
    (["A", "B"], ["A", "B", "C"], "A, B{+, C+}"),
    (["A", "B", "C"], ["A", "D", "C"], "A, [-B-]{+D+}, C"),
    (["Ann Lee", "Bo Li"], ["Ann Lee", "Bo Liu"], "Ann Lee, [-Bo Li-]{+Bo Liu+}"),
  ])
  func listsAreComparedByTheirElements(old: [String], new: [String], expected: String) {
    #expect(marked(WordDiff(from: old, to: new, separator: ", ")) == expected)
  }

  @Test func oneSpellingOfAnAccentIsNoChange() {
    #expect(WordDiff(from: "Erd\u{151}s", to: "Erdo\u{30B}s").isEmpty)
  }

  @Test(arguments: 1...60)
  func droppingEitherSideGivesTheOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let pieces = ["a", "b", "the", "3.5", " ", " ", " ", "\n", ".", "-", "'", "深", "é", "$x$", "🙂"]
    func text() -> String {
      (0..<Int.random(in: 0...60, using: &random))
        .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
    }
    for _ in 0..<20 {
      let (old, new) = (text(), text())
      let diff = WordDiff(from: old, to: new)
      #expect(diff.without(.added) == old)
      #expect(diff.without(.removed) == new)
      #expect(diff.isEmpty == (old == new))
      #expect(diff.runs.allSatisfy { !$0.text.isEmpty })
      let isInTurn = zip(diff.runs, diff.runs.dropFirst()).allSatisfy { $0.kind != $1.kind }
      #expect(isInTurn)
    }
  }

  @Test func textsThatHaveNothingInCommonAreReplacedInBoundedTime() {
    var random = SeededGenerator(seed: 1)
    func text(_ letters: String) -> String {
      (0..<100_000).map { _ in String(letters.randomElement(using: &random) ?? "a") }
        .joined(separator: " ")
    }
    let (old, new) = ("same \(text("abcdef")) end", "same \(text("defghi")) end")
    let diff = WordDiff(from: old, to: new)
    #expect(diff.without(.added) == old)
    #expect(diff.without(.removed) == new)
    #expect(diff.runs.first == .init(.kept, "same "))
    #expect(diff.runs.last == .init(.kept, " end"))
  }

  @Test func longStretchesAreFolded() {
    let middle = (1...30).map { "w\($0)" }.joined(separator: " ")
    let diff = WordDiff(from: "old \(middle) old", to: "new \(middle) new")
    #expect(
      marked(diff.folded(context: 3))
        == "[-old-]{+new+} w1 w2 w3< [24 words] >w28 w29 w30 [-old-]{+new+}")
    #expect(diff.folded(context: 10) == diff)
    let head = WordDiff(from: "\(middle) old", to: "\(middle) new")
    #expect(marked(head.folded(context: 2)) == "<[28 words] >w29 w30 [-old-]{+new+}")
    let tail = WordDiff(from: "old \(middle)", to: "new \(middle)")
    #expect(marked(tail.folded(context: 2)) == "[-old-]{+new+} w1 w2< [28 words]>")
  }
}

extension WordDiff {
  fileprivate func without(_ kind: Run.Kind) -> String {
    runs.filter { $0.kind != kind }.map(\.text).joined()
  }
}
