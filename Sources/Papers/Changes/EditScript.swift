/// How one sequence becomes another, in few removals and insertions.
///
/// The work is bounded: two long sequences that have little in common give way to each other as a
/// whole, but for what they begin and end with.
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

  /// From this product of lengths on, the standard library's search may take seconds.
  private static let largestProduct = 1_000_000

  /// Compares two sequences of numbers that stand for what is compared.
  init(from old: [Int], to new: [Int]) {
    let (product, isHuge) = old.count.multipliedReportingOverflow(by: new.count)
    if isHuge || product > Self.largestProduct {
      let start = zip(old, new).prefix { $0 == $1 }.count
      let end = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
      keep(start)
      change(removing: old.count - start - end, inserting: new.count - start - end)
      keep(end)
      return
    }
    let difference = new.difference(from: old)
    let removed = Set(difference.removals.map(\.offset))
    let inserted = Set(difference.insertions.map(\.offset))
    var (index, newIndex) = (0, 0)
    while index < old.count || newIndex < new.count {
      if removed.contains(index) {
        change(removing: 1, inserting: 0)
        index += 1
      } else if inserted.contains(newIndex) {
        change(removing: 0, inserting: 1)
        newIndex += 1
      } else {
        keep(1)
        (index, newIndex) = (index + 1, newIndex + 1)
      }
    }
    slideDown(old, new)
  }

  /// Moves what was only inserted or only removed as far to the end as it says the same there:
  /// a sentence that was added ends with its own full stop.
  private mutating func slideDown(_ old: [Int], _ new: [Int]) {
    for index in runs.indices.dropFirst().dropLast() where !runs[index].isKept {
      let run = runs[index]
      guard run.old.isEmpty || run.new.isEmpty else { continue }
      let changed = run.old.isEmpty ? new[run.new] : old[run.old]
      let next = runs[index + 1].new
      // Only the last run may be used up: another one keeps two changes apart.
      let most = index + 2 == runs.count ? next.count : next.count - 1
      let distance = zip((changed + new[next]).prefix(most), new[next]).prefix { $0 == $1 }.count
      runs[index - 1].extend(by: distance)
      runs[index].old = run.old.shifted(by: distance)
      runs[index].new = run.new.shifted(by: distance)
      runs[index + 1].old = runs[index + 1].old.dropFirst(distance)
      runs[index + 1].new = next.dropFirst(distance)
    }
    if runs.last?.new.isEmpty == true, runs.last?.old.isEmpty == true { runs.removeLast() }
  }

  private mutating func keep(_ count: Int) {
    append(old: count, new: count, isKept: true)
  }

  private mutating func change(removing old: Int, inserting new: Int) {
    append(old: old, new: new, isKept: false)
  }

  /// Adds a run of `old` and `new` elements behind those that are there.
  private mutating func append(old: Int, new: Int, isKept: Bool) {
    guard old > 0 || new > 0 else { return }
    let end = (old: runs.last?.old.upperBound ?? 0, new: runs.last?.new.upperBound ?? 0)
    if let last = runs.indices.last, runs[last].isKept == isKept {
      runs[last].old = runs[last].old.lowerBound..<(end.old + old)
      runs[last].new = runs[last].new.lowerBound..<(end.new + new)
    } else {
      runs.append(
        Run(old: end.old..<(end.old + old), new: end.new..<(end.new + new), isKept: isKept))
    }
  }
}

extension EditScript.Run {
  fileprivate mutating func extend(by count: Int) {
    old = old.lowerBound..<(old.upperBound + count)
    new = new.lowerBound..<(new.upperBound + count)
  }
}

extension Range<Int> {
  fileprivate func shifted(by count: Int) -> Range<Int> {
    (lowerBound + count)..<(upperBound + count)
  }
}

extension CollectionDifference.Change {
  fileprivate var offset: Int {
    switch self {
    case .insert(let offset, _, _), .remove(let offset, _, _): offset
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
