/// The parts of an author's name, by which bibliographies sort and cite it.
///
/// arXiv has names as one text in the order of speech, so the parts are a guess: particles in lower
/// case belong to the family name (`Laurens van der Maaten` is of the family `van der Maaten`), and
/// what names a collaboration stays whole.
struct AuthorName: Equatable {
  /// Empty when the name is one of a single part, or of a collaboration.
  var given: String
  var family: String
  /// `Jr.` and the like; mostly empty.
  var suffix: String

  /// Splits a name that has no control characters and no blanks around it.
  init(_ name: String) {
    var words = name.split(separator: " ").map(String.init)
    suffix = ""
    if let comma = name.firstIndex(of: ",") {
      let tail = name[name.index(after: comma)...].split(separator: " ").joined(separator: " ")
      let head = name[..<comma].split(separator: " ").map(String.init)
      guard LastName.generations.contains(tail.lowercased()) else {
        (given, family) = (tail, head.joined(separator: " "))
        return
      }
      (suffix, words) = (tail, head)
    }
    while words.count > 1, let last = words.last, LastName.generations.contains(last.lowercased()) {
      suffix = words.removeLast()
    }
    guard var start = words.indices.last else {
      (given, family) = ("", "")
      return
    }
    if Self.groups.contains(words[start].lowercased()) { start = 0 }
    while start > 1, LastName.particles.contains(words[start - 1]) { start -= 1 }
    given = words[..<start].joined(separator: " ")
    family = words[start...].joined(separator: " ")
  }

  /// Family name first, with commas: `King, Martin Luther, Jr.`
  var inverted: String {
    [family, given, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  private static let groups: Set<String> = [
    "collaboration", "collaborations", "consortium", "group", "team",
  ]
}
