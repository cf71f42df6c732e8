import Papers

extension Intent {
  /// Whether it gives papers another place in the queue.
  var isMoveInQueue: Bool {
    switch kind {
    case .moveInQueue, .moveToQueueEnd: true
    default: false
    }
  }
}

extension QueueState {
  /// Moves papers together by one place, past the nearest paper that is not one of them.
  func moveInQueue(_ ids: [ArXivID], by places: Int) -> [LibraryChange.Step] {
    let queue = library.queue
    let wanted = Set(ids)
    let moving = queue.filter(wanted.contains)
    guard let first = moving.first, let last = moving.last else { return [] }
    let edge = places < 0 ? queue.firstIndex(of: first) : queue.lastIndex(of: last)
    guard let edge, queue.indices.contains(edge + places) else { return [] }
    let neighbour = queue[edge + places]
    let others = queue.filter { !wanted.contains($0) }
    guard let place = others.firstIndex(of: neighbour) else { return [] }
    return steps(toPut: moving, at: places < 0 ? place : place + 1, among: others)
  }

  /// Moves papers to an end of the queue, in the order that they have there.
  func moveToQueueEnd(_ ids: [ArXivID], isTop: Bool) -> [LibraryChange.Step] {
    let queue = library.queue
    let wanted = Set(ids)
    let moving = queue.filter(wanted.contains)
    let others = queue.filter { !wanted.contains($0) }
    guard !moving.isEmpty, queue != (isTop ? moving + others : others + moving) else { return [] }
    return steps(toPut: moving, at: isTop ? 0 : others.count, among: others)
  }

  /// Ranks that put papers at a place among the others of the queue.
  private func steps(
    toPut moving: [ArXivID], at place: Int, among others: [ArXivID]
  ) -> [LibraryChange.Step] {
    var lower = place > 0 ? library.reading(others[place - 1]).rank : nil
    let upper = place < others.count ? library.reading(others[place]).rank : nil
    let isOrdered =
      (place == 0 || lower != nil) && (place == others.count || upper != nil)
      && (lower.flatMap { lower in upper.map { lower < $0 } } ?? true)
    guard isOrdered else {
      return rerank(Array(others[..<place]) + moving + others[place...])
    }
    return moving.map { id in
      let rank = QueueRank.between(lower, upper)
      lower = rank
      return .init(id, .rank(rank))
    }
  }

  /// Ranks for a queue in which some paper has none, or two have the same.
  private func rerank(_ queue: [ArXivID]) -> [LibraryChange.Step] {
    var last: QueueRank?
    return queue.map { id in
      let rank = QueueRank.between(last, nil)
      last = rank
      return .init(id, .rank(rank))
    }
  }

  /// Where papers are in the queue: "3rd of 12 in the queue".
  func placeInQueue(of ids: [ArXivID]) -> String {
    let queue = library.queue
    let wanted = Set(ids)
    let places = queue.indices.filter { wanted.contains(queue[$0]) }
    guard let first = places.first, let last = places.last else { return "not in the queue" }
    let count = last - first + 1
    let range =
      places.count == 1 ? (first + 1).ordinal : "\((first + 1).ordinal) to \((last + 1).ordinal)"
    guard count == places.count else { return "\(places.count) of \(queue.count) in the queue" }
    return "\(range) of \(queue.count) in the queue"
  }
}

extension Int {
  /// `1st`, `12th`, `23rd`.
  var ordinal: String {
    let isTeen = (11...13).contains(self % 100)
    let ending =
      switch self % 10 {
      case 1 where !isTeen: "st"
      case 2 where !isTeen: "nd"
      case 3 where !isTeen: "rd"
      default: "th"
      }
    return "\(self)\(ending)"
  }
}
