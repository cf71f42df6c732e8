import Papers

extension QueueState {
  /// Puts the list in the order that is named, or asks which.
  mutating func sort(_ text: String) -> [Effect] {
    if text == Action.ownOrder { return sort(by: nil) }
    if let order = SortOrder(text) { return sort(by: order) }
    let own = Question.Choice(
      key: "v", label: "the view's own: \(ownOrderWords)", outcome: .sort(nil))
    let others = Self.sortChoices.map { key, order in
      Question.Choice(key: key, label: order.words, outcome: .sort(order))
    }
    let chosen = list.chosenOrder.flatMap { order in
      Self.sortChoices.firstIndex { $0.1 == order }.map { $0 + 1 }
    }
    question = .menu("sort by", [own] + others, selected: chosen ?? 0)
    return []
  }

  private static let sortChoices: [(String, SortOrder)] = [
    ("p", .newest),
    ("P", SortOrder(.published)),
    ("a", SortOrder(.added, isDescending: true)),
    ("u", SortOrder(.updated, isDescending: true)),
    ("r", SortOrder(.rank)),
    ("t", SortOrder(.title)),
    ("A", SortOrder(.author)),
    ("s", SortOrder(.starter)),
  ]

  /// Similar papers have an order of their own that is none of the others.
  private var ownOrderWords: String { isShowingSimilar ? "nearest first" : view.order.words }

  /// Puts the list in another order, or, with nil, back in that of the view.
  mutating func sort(by order: SortOrder?) -> [Effect] {
    list.chosenOrder = order == view.order && !isShowingSimilar ? nil : order
    clearMessage()
    showAnew()
    return []
  }
}
