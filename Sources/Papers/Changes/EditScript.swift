/// How one sequence becomes another, in few removals and insertions (Myers 1986, in linear space).
///
/// The work is bounded: where it would take too long, as between two long texts that have nothing in
/// common, what is left is replaced as a whole.
struct EditScript: Equatable, Sendable {
  /// Stretches of both sequences that correspond. Together the runs cover both, in order.
  struct Run: Equatable, Sendable {
    /// Elements of the old sequence; those of a kept run equal the new ones.
    var old: Range<Int>
    /// Elements of the new sequence.
    var new: Range<Int>
    /// Whether the elements are in both sequences; otherwise the old give way to the new.
    var isKept: Bool
  }

  /// Kept and changed runs in turn, none of them empty.
  private(set) var runs: [Run] = []

  /// Compares two sequences of numbers that stand for what is compared.
  ///
  /// `budget` is how many steps the search may take, each of some nanoseconds.
  init(from old: [Int], to new: [Int], budget: Int = 500_000) {
    var search = MiddleSearch(old: old, new: new, budget: budget)
    // Boxes of both sequences that are still to be compared, the first one last.
    var boxes = [(old: 0..<old.count, new: 0..<new.count)]
    while let (oldRange, newRange) = boxes.popLast() {
      var (start, end) = (oldRange.lowerBound, oldRange.upperBound)
      var (newStart, newEnd) = (newRange.lowerBound, newRange.upperBound)
      while start < end, newStart < newEnd, old[start] == new[newStart] {
        (start, newStart) = (start + 1, newStart + 1)
      }
      while start < end, newStart < newEnd, old[end - 1] == new[newEnd - 1] {
        (end, newEnd) = (end - 1, newEnd - 1)
      }
      keep(oldRange.lowerBound..<start, newRange.lowerBound..<newStart)
      let tail = (old: end..<oldRange.upperBound, new: newEnd..<newRange.upperBound)
      let box = (old: start..<end, new: newStart..<newEnd)
      if box.old.isEmpty || box.new.isEmpty {
        change(box.old, box.new)
        keep(tail.old, tail.new)
      } else if let middle = search.middle(of: box.old, box.new) {
        // The tail is equal, and found so again when its box is taken up.
        boxes.append(tail)
        boxes.append((middle.old..<end, middle.new..<newEnd))
        boxes.append((start..<middle.old, newStart..<middle.new))
      } else {
        change(box.old, box.new)
        keep(tail.old, tail.new)
      }
    }
    slideChanges(old, new)
  }

  /// Moves additions and removals back as far as they go: of the ways to tell what was added to
  /// `We do.`, it takes `We do.{+ We show.+}` and not `We do{+. We show+}.`
  private mutating func slideChanges(_ old: [Int], _ new: [Int]) {
    var rest = runs
    runs = []
    for index in rest.indices {
      let run = rest[index]
      guard !run.isKept, run.old.isEmpty != run.new.isEmpty, index + 1 < rest.count else {
        append(run)
        continue
      }
      let (elements, range) = run.old.isEmpty ? (new, run.new) : (old, run.old)
      let next = rest[index + 1]
      var shift = 0
      while shift < next.new.count,
        elements[range.lowerBound + shift] == elements[range.upperBound + shift]
      {
        shift += 1
      }
      func prefix(_ range: Range<Int>) -> Range<Int> {
        range.lowerBound..<(range.lowerBound + shift)
      }
      keep(prefix(run.old), prefix(run.new))
      change(
        (run.old.lowerBound + shift)..<(run.old.upperBound + shift),
        (run.new.lowerBound + shift)..<(run.new.upperBound + shift))
      rest[index + 1].old = (next.old.lowerBound + shift)..<next.old.upperBound
      rest[index + 1].new = (next.new.lowerBound + shift)..<next.new.upperBound
    }
  }

  private mutating func keep(_ old: Range<Int>, _ new: Range<Int>) {
    append(Run(old: old, new: new, isKept: true))
  }

  private mutating func change(_ old: Range<Int>, _ new: Range<Int>) {
    append(Run(old: old, new: new, isKept: false))
  }

  private mutating func append(_ run: Run) {
    guard !run.old.isEmpty || !run.new.isEmpty else { return }
    if let last = runs.indices.last, runs[last].isKept == run.isKept {
      runs[last].old = runs[last].old.lowerBound..<run.old.upperBound
      runs[last].new = runs[last].new.lowerBound..<run.new.upperBound
    } else {
      runs.append(run)
    }
  }
}

extension EditScript {
  /// Makes kept runs between two changes a part of these, where `isAbsorbed` says so of a run and
  /// the changes before and behind it.
  mutating func absorb(where isAbsorbed: (_ kept: Run, _ before: Run, _ after: Run) -> Bool) {
    var result: [Run] = []
    for (index, run) in runs.enumerated() {
      if let before = result.last, !before.isKept,
        !run.isKept || index + 1 < runs.count && isAbsorbed(run, before, runs[index + 1])
      {
        result[result.count - 1].old = before.old.lowerBound..<run.old.upperBound
        result[result.count - 1].new = before.new.lowerBound..<run.new.upperBound
      } else {
        result.append(run)
      }
    }
    runs = result
  }
}

/// Finds where a shortest way through a box of two sequences passes its middle, by searching from
/// both ends until the searches meet.
private struct MiddleSearch {
  let old: [Int]
  let new: [Int]
  var budget: Int
  /// How far into the old sequence a search has come on each diagonal, counted from the end of the
  /// box where it began; ``unreached`` where it has not been.
  private var forward: [Int] = []
  private var backward: [Int] = []

  private static let unreached = -1

  /// More edits than this from each end exceed any budget.
  private static let mostEdits = 2_000

  init(old: [Int], new: [Int], budget: Int) {
    self.old = old
    self.new = new
    self.budget = budget
  }

  /// A point that divides the box into two smaller ones; nil when the budget is used up. The box has
  /// elements of both sequences, and they differ at both ends.
  mutating func middle(of oldRange: Range<Int>, _ newRange: Range<Int>) -> (old: Int, new: Int)? {
    let size = (old: oldRange.count, new: newRange.count)
    let delta = size.old - size.new
    let most = min((size.old + size.new + 1) / 2, Self.mostEdits)
    let origin = most + 1
    forward = Array(repeating: Self.unreached, count: 2 * most + 3)
    backward = forward

    func point(_ reached: Int, _ diagonal: Int) -> (old: Int, new: Int)? {
      let isCorner = reached == 0 && diagonal == 0 || reached == size.old && diagonal == delta
      if isCorner { return nil }
      return (oldRange.lowerBound + reached, newRange.lowerBound + reached - diagonal)
    }

    for edits in 0...most {
      for diagonal in Self.diagonals(edits, size) {
        guard var reached = Self.step(forward, origin, diagonal, edits, size) else { continue }
        while reached < size.old, reached - diagonal < size.new,
          old[oldRange.lowerBound + reached] == new[newRange.lowerBound + reached - diagonal]
        {
          reached += 1
          budget -= 1
        }
        forward[origin + diagonal] = reached
        let opposite = delta - diagonal
        guard delta % 2 != 0, abs(opposite) < edits else { continue }
        let met = backward[origin + opposite]
        if met != Self.unreached, reached + met >= size.old {
          return point(size.old - met, diagonal)
        }
      }
      for diagonal in Self.diagonals(edits, size) {
        guard var reached = Self.step(backward, origin, diagonal, edits, size) else { continue }
        while reached < size.old, reached - diagonal < size.new,
          old[oldRange.upperBound - 1 - reached]
            == new[newRange.upperBound - 1 - (reached - diagonal)]
        {
          reached += 1
          budget -= 1
        }
        backward[origin + diagonal] = reached
        let opposite = delta - diagonal
        guard delta % 2 == 0, abs(opposite) <= edits else { continue }
        let met = forward[origin + opposite]
        if met != Self.unreached, reached + met >= size.old { return point(met, opposite) }
      }
      budget -= 2 * (edits + 1)
      if budget <= 0 { return nil }
    }
    return nil
  }

  /// The diagonals that so many edits may lead to and that cross the box.
  private static func diagonals(_ edits: Int, _ size: (old: Int, new: Int)) -> StrideThrough<Int> {
    let first = edits <= size.new ? -edits : (edits + size.new) % 2 - size.new
    return stride(from: first, through: min(edits, size.old), by: 2)
  }

  /// The farthest that one more edit leads on a diagonal; nil when none leads there.
  private static func step(
    _ reached: [Int], _ origin: Int, _ diagonal: Int, _ edits: Int, _ size: (old: Int, new: Int)
  ) -> Int? {
    if edits == 0 { return 0 }
    let (left, right) = (reached[origin + diagonal - 1], reached[origin + diagonal + 1])
    let removing = left != unreached && left < size.old ? left + 1 : nil
    let inserting = right != unreached && right - diagonal <= size.new ? right : nil
    return [removing, inserting].compactMap(\.self).max()
  }
}
