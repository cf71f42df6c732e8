import Papers
import TerminalGrid

/// Which columns a list of some width has, and how wide they are.
struct ListColumns: Equatable {
  struct Placed: Equatable {
    var column: ListColumn
    var width: Int
  }

  let placed: [Placed]

  /// The sign of a marked row comes before all columns, and a blank after each column but the last.
  ///
  /// Columns that leave the title too little go, the least important first. The title is shown even
  /// where nobody asked for it.
  init(_ wanted: [ListColumn], columns: Int, dates: DateForm) {
    var seen: Set<ListColumn> = []
    var kept = (wanted + [.title]).filter { seen.insert($0).inserted }
    func titleWidth() -> Int {
      let others = kept.filter { $0 != .title }.map { $0.width(in: columns, dates: dates) }
      return columns - 1 - others.reduce(0, +) - (kept.count - 1)
    }
    for column in ListColumn.givingWay where titleWidth() < column.leastTitle {
      kept.removeAll { $0 == column }
    }
    let title = max(1, titleWidth())
    placed = kept.map {
      Placed(column: $0, width: $0 == .title ? title : $0.width(in: columns, dates: dates))
    }
  }
}
