extension String {
  /// The name that this one was probably meant to be: the one that fewest changes of a letter make
  /// of it, if these are few enough.
  package func nearest(in names: [String]) -> String? {
    let few = Swift.max(1, count / 3)
    return names.map { (name: $0, distance: lowercased().distance(to: $0.lowercased())) }
      .filter { $0.distance <= few }
      .min { $0.distance < $1.distance }?.name
  }

  /// What to tell someone who wrote this name, which is none: the nearest of those that there are, or
  /// one that it is a part of, or other advice.
  package func suggestion(among names: [String], otherwise advice: String) -> String {
    let meant = nearest(in: names) ?? (count > 2 ? names.first { $0.contains(self) } : nil)
    return meant.map { "did you mean '\($0)'?" } ?? advice
  }

  /// How many letters must be put in, taken out, replaced or swapped with their neighbour.
  private func distance(to other: String) -> Int {
    let left = Array(self.prefix(80))
    let right = Array(other)
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, otherLetter) in right.enumerated() {
        var best = Swift.min(
          previous[column] + (letter == otherLetter ? 0 : 1), previous[column + 1] + 1,
          current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == otherLetter {
          best = Swift.min(best, beforePrevious[column - 1] + 1)
        }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
