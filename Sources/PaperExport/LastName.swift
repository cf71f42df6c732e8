/// The part of an author's name by which papers are cited.
enum LastName {
  /// The name without given names and without `Jr.` and the like: particles in lower case belong to
  /// it, so `Laurens van der Maaten` gives `van der Maaten`.
  static func of(_ name: String) -> String {
    if let comma = name.firstIndex(of: ",") { return String(name[..<comma]) }
    var words = name.split(separator: " ")
    while words.count > 1, let last = words.last, generations.contains(last.lowercased()) {
      words.removeLast()
    }
    guard var start = words.indices.last else { return "" }
    while start > 1, particles.contains(String(words[start - 1])) { start -= 1 }
    return words[start...].joined(separator: " ")
  }

  /// What may follow a name, in lower case.
  static let generations: Set<String> = ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"]
  /// What belongs to a last name in front of it.
  static let particles: Set<String> = [
    "van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "du", "la", "le", "ter",
    "ten", "zu", "zur", "el", "al", "bin", "ibn",
  ]
}
