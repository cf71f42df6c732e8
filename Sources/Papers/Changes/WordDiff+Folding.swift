extension WordDiff {
  /// This difference with long kept stretches left out, but for some words next to the changes.
  ///
  /// `context` is how many words stay on each side. A stretch is left out only when that saves more
  /// than it costs.
  package func folded(context: Int) -> WordDiff {
    var result = self
    result.runs = runs.enumerated().flatMap { index, run -> [Run] in
      guard run.kind == .kept else { return [run] }
      return fold(
        run.text, leading: index > 0 ? context : 0,
        trailing: index < runs.count - 1 ? context : 0)
    }
    return result
  }

  private func fold(_ text: String, leading: Int, trailing: Int) -> [Run] {
    let words = text.split { $0 == " " || $0 == "\n" }
    let hidden = words.count - leading - trailing
    guard hidden > 10 else { return [Run(.kept, text)] }
    let start = leading > 0 ? words[leading - 1].endIndex : text.startIndex
    let end = trailing > 0 ? words[words.count - trailing].startIndex : text.endIndex
    let kept = [Run(.kept, String(text[..<start])), Run(.kept, String(text[end...]))]
    let note = (leading > 0 ? " " : "") + "[\(hidden) words]" + (trailing > 0 ? " " : "")
    return [kept[0], Run(.folded, note), kept[1]].filter { !$0.text.isEmpty }
  }
}
