import Papers

/// The parts of an author's name, by which bibliographies sort and cite it.
///
/// arXiv has names as one text in the order of speech, so the parts are a guess: particles belong to
/// the family name (`Laurens van der Maaten` is of the family `van der Maaten`, `Adrian Del Maestro`
/// of `Del Maestro`), and what names a collaboration stays whole.
struct AuthorName: Equatable {
  /// The name as arXiv has it.
  let whole: String
  /// Empty when the name is one of a single part, or of a collaboration.
  var given: String
  var family: String
  /// `Jr.` and the like; mostly empty.
  var suffix: String

  /// Splits a name that has no control characters and no blanks around it.
  init(_ name: String) {
    whole = name
    var words = name.split(separator: " ").map(String.init)
    suffix = ""
    if let comma = name.firstIndex(of: ",") {
      let tail = name[name.index(after: comma)...].split(separator: " ").joined(separator: " ")
      let head = name[..<comma].split(separator: " ").map(String.init)
      guard Self.isGeneration(tail, behind: head.count) else {
        (given, family) = (tail, head.joined(separator: " "))
        return
      }
      (suffix, words) = (tail, head)
    }
    while let last = words.last, Self.isGeneration(last, behind: words.count - 1) {
      suffix = words.removeLast()
    }
    guard var start = words.indices.last else {
      (given, family) = ("", "")
      return
    }
    if Self.isGroup(words) { start = 0 }
    while start > 1, Self.isParticle(words[start - 1], before: words[start]) { start -= 1 }
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ")
  }

  /// The names in a text that arXiv gives for one: `Planck Collaboration: N. Aghanim` is two.
  static func all(in text: String) -> [AuthorName] {
    guard let colon = text.firstIndex(of: ":") else { return [AuthorName(text)] }
    let head = text[..<colon].split(separator: " ").map(String.init)
    let tail = text[text.index(after: colon)...].split(separator: " ").joined(separator: " ")
    guard isGroup(head) else { return [AuthorName(text)] }
    let group = AuthorName(head.joined(separator: " "))
    return tail.isEmpty ? [group] : [group] + all(in: tail)
  }

  /// Whether it names a collaboration, a group or a team.
  var isGroup: Bool { given.isEmpty && Self.isGroup(family.split(separator: " ").map(String.init)) }

  /// Family name first, with commas: `King, Martin Luther, Jr.`
  var inverted: String {
    [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// Whether the last of several words says that all of them name a group.
  private static func isGroup(_ words: [String]) -> Bool {
    words.count > 1 && groups.contains(words[words.count - 1].lowercased())
  }

  /// `V` is mostly an initial where a single word stands before it.
  private static func isGeneration(_ word: String, behind count: Int) -> Bool {
    count > 1 && word == "V" || count > 0 && generations.contains(word.lowercased())
  }

  /// In capitals some particles are given names, in Asia above all, unless another one follows:
  /// `Van der Mude`, and not `Van Nguyen`.
  private static func isParticle(_ word: String, before next: String) -> Bool {
    if alsoGivenNames.contains(word.lowercased()) {
      return word == word.lowercased() || particles.contains(next.lowercased())
    }
    return particles.contains(word.lowercased())
  }

  private static let groups: Set = [
    "collaboration", "collaborations", "consortium", "group", "team",
  ]
  /// What may follow a name, in lower case.
  private static let generations: Set = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
  /// What belongs to a family name in front of it, in lower case.
  private static let particles: Set = [
    "von", "la", "le", "der", "den", "de", "del", "della", "dem", "des", "das", "dos", "las", "los",
    "ter",
    "'t",
    "’t", "zur", "ibn",
  ]
  private static let alsoGivenNames: Set = [
    "van", "di", "da", "du", "al", "el", "ten", "bin", "do", "zu",
  ]
}

extension Paper {
  /// The names of the authors in their parts.
  var authorParts: [AuthorName] {
    authors.flatMap { AuthorName.all(in: $0.name.texAsUnicode.cleanedLine) }
  }
}
