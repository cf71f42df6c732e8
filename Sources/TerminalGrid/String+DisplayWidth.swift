extension Character {
  /// The columns it takes in a grid: 0 when it is not drawn, 2 when it is wide, more only for a
  /// cluster that is drawn in several cells.
  package var displayWidth: Int {
    if let byte = utf8.first, utf8.count == 1, byte >= 0x20, byte < 0x7F { return 1 }
    return DisplayUnits.units(of: self).reduce(0) { $0 + $1.columns }
  }
}

extension String {
  /// The columns that `Grid.write` uses for it in a grid with room for all of it.
  ///
  /// After UAX #11 with combining marks, emoji and controls as `DisplayUnits` says. It depends on no
  /// locale.
  package var displayWidth: Int {
    isPrintableASCII ? utf8.count : DisplayClusters(self).reduce(0) { $0 + $1.columns }
  }

  /// It cut to at most that many columns, an ellipsis last where something was cut.
  ///
  /// Clusters are not split.
  package func truncated(toColumns columns: Int) -> String {
    if displayWidth <= columns { return self }
    return columns > 0 ? prefix(columns: columns - 1) + "…" : ""
  }

  /// It cut to at most that many columns with an ellipsis in the middle, so that both ends of an
  /// address or a title stay readable.
  package func truncatedInMiddle(toColumns columns: Int) -> String {
    guard displayWidth > columns else { return self }
    guard columns > 2 else { return truncated(toColumns: columns) }
    let head = prefix(columns: columns / 2)
    let room = columns - head.displayWidth - 1
    var start = endIndex
    var used = 0
    for cluster in Array(DisplayClusters(self)).reversed() {
      used += cluster.columns
      guard used <= room else { break }
      start = cluster.range.lowerBound
    }
    return head + "…" + self[start...]
  }

  /// It with blanks after it up to that many columns; unchanged if it has them already.
  package func padded(toColumns columns: Int) -> String {
    let missing = columns - displayWidth
    return missing > 0 ? self + String(repeating: " ", count: missing) : self
  }

  /// The clusters from the beginning that fit into `columns`.
  private func prefix(columns: Int) -> String {
    var used = 0
    for cluster in DisplayClusters(self) {
      used += cluster.columns
      if used > columns { return String(self[..<cluster.range.lowerBound]) }
    }
    return self
  }
}
