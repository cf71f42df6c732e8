import Testing

@testable import Papers

struct WordHashesTests {
  private func hashes(_ text: String) -> [UInt64] {
    var hashes: [UInt64] = []
    Array(text.utf8).withUnsafeBufferPointer { WordHashes.forEach(in: $0) { hashes.append($0) } }
    return hashes
  }

  @Test(arguments: [
    ("Models", "model"), ("CLASSES", "classe"), ("(reward),", "reward"), ("of a model", "model"),
    ("a-b gpt4 x", "gpt4"), (#"\nword"#, "word"), (#"\\alpha"#, "alpha"), (#"\\\\beta"#, "beta"),
    (#"\"gas\""#, "gas"), ("état", "état"), ("hyperparametrizations", "hyperparametrization"),
    ("[]{}@`/:word", "word"),
  ])
  func formsOfAWordAreOne(text: String, word: String) {
    #expect(hashes(text) == hashes(word))
    #expect(hashes(word).count == 1)
  }

  @Test(arguments: [
    ("class", "clas"), ("word", "ward"), ("abcdefgh", "abcdefghi"), ("model", "mode"),
    ("abcdefghijklmnopq", "abcdefghijklmnopr"), ("gpt3", "gpt4"), (#"\alpha"#, "alpha"),
  ])
  func otherWordsAreOthers(one: String, other: String) {
    #expect(hashes(one) != hashes(other))
  }

  @Test func aWordIsTheSameWhereverItStands() {
    for word in ["gas", "reward", "learning", "attention", "representational", "état"] {
      let wanted = hashes(word)
      for before in 0...140 {
        let blanks = String(repeating: " ", count: before)
        for after in ["", ".", " of", String(repeating: ".", count: 9)] {
          #expect(hashes(blanks + word + after) == wanted, "\(word) at \(before)")
        }
      }
    }
    let long = String(repeating: "x", count: 300)
    #expect(hashes(" " + long + " ") == hashes(long))
    #expect(hashes("the " + long + " end").count == 3)
    #expect(hashes("") == [])
    #expect(hashes("of in a 12 !") == [])
  }
}
