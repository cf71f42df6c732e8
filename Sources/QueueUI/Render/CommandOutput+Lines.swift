import Papers

extension CommandOutput {
  /// The text wrapped for a width, below the command; or only those lines that have the filter's
  /// text.
  func lines(columns: Int, filter: String) -> [StyledLine] {
    var lines = StyledLine.wrapped("| \(command)", .heading, columns: columns)
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      lines += line.isEmpty ? [StyledLine()] : StyledLine.wrapped(String(line), columns: columns)
    }
    while lines.last?.text.isEmpty == true { lines.removeLast() }
    if let remark { lines += [StyledLine(), StyledLine(remark, .error)] }
    guard !filter.isEmpty else { return lines }
    let narrowing = Narrowing(to: filter)
    let matching = lines.dropFirst().filter { narrowing.matches($0.text) }
    return [StyledLine(narrowing.heading("| \(command)  lines"), .heading)]
      + (matching.isEmpty ? [Narrowing.none(of: "line")] : matching)
  }
}
