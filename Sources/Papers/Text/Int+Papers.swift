extension Int {
  /// "1 paper", "2 papers".
  package var papers: String { self == 1 ? "1 paper" : "\(self) papers" }
}
