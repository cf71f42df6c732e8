/// Tells arXiv's categories from the MSC and ACM codes that the legacy server mixed with them
/// (ARXIV.md 3.2): `53D10, 53D15`, `I.2.6`.
enum CategoryShape {
  /// Whether `term` is an archive of arXiv, or one with a subject class: `hep-th`, `cs.LG`.
  static func fits(_ term: String) -> Bool {
    guard let dot = term.utf8.firstIndex(of: UInt8(ascii: ".")) else {
      return wholeArchives.contains(term)
    }
    let subject = term.utf8[term.utf8.index(after: dot)...]
    switch term[..<dot] {
    case "physics", "cond-mat":
      return subject.count >= 2
        && subject.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    case "astro-ph", "cs", "econ", "eess", "math", "nlin", "q-bio", "q-fin", "stat":
      return subject.count == 2 && subject.allSatisfy { (0x41...0x5A).contains($0) }
    default: return false
    }
  }

  private static let wholeArchives: Set<String> = [
    "acc-phys", "adap-org", "alg-geom", "ao-sci", "astro-ph", "atom-ph", "bayes-an", "chao-dyn",
    "chem-ph", "cmp-lg", "comp-gas", "cond-mat", "dg-ga", "funct-an", "gr-qc", "hep-ex", "hep-lat",
    "hep-ph", "hep-th", "math-ph", "mtrl-th", "nucl-ex", "nucl-th", "patt-sol", "plasm-ph",
    "q-alg", "q-bio", "quant-ph", "solv-int", "supr-con",
  ]
}
