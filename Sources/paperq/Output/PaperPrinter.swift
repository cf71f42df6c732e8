import JSONText
import PaperExport
import Papers
import TerminalGrid

/// Papers as people and programs see them on standard output.
struct PaperPrinter {
  let console: Console
  /// Where the pages of papers are.
  var site = ArXivSite.standard

  /// A list: a row for each paper on a terminal, a JSON object for each elsewhere.
  func list(_ items: some Sequence<ExportItem>) throws(CommandFailure) {
    var output: [UInt8] = []
    for item in items {
      if console.showsTables {
        output.append(contentsOf: (row(item) + "\n").utf8)
      } else {
        PaperJSON.writeLine(item, to: &output)
      }
      if output.count > 1 << 16 {
        try console.write(output)
        output.removeAll(keepingCapacity: true)
      }
    }
    try console.write(output)
  }

  private func row(_ item: ExportItem) -> String {
    let paper = item.paper
    let state = item.reading.state.rawValue + (item.reading.star ? " *" : "")
    var left = paper.id.description.padded(toColumns: 17)
    // What a narrow terminal has no room for gives way to the title.
    if console.columns >= 50 { left += state.padded(toColumns: 12) }
    if console.columns >= 66 { left += (paper.knownPublished?.date ?? "").padded(toColumns: 12) }
    let room = max(console.columns - left.displayWidth, 1)
    let authorColumns = room >= 70 ? 22 : 0
    let titleColumns = room - (authorColumns > 0 ? authorColumns + 2 : 0)
    let mark = paper.isWithdrawn ? "[withdrawn] " : ""
    let title = (mark + paper.titleText.onOneLine).truncated(toColumns: titleColumns)
    guard authorColumns > 0 else { return left + title }
    return left + title.padded(toColumns: titleColumns) + "  "
      + authors(paper).truncated(toColumns: authorColumns)
  }

  private func authors(_ paper: Paper) -> String {
    let names = paper.authorNames.map(\.onOneLine)
    return names.count > 3 ? "\(names[0]) et al." : names.joined(separator: ", ")
  }

  /// Everything about one paper.
  func show(_ item: ExportItem) throws(CommandFailure) {
    guard console.showsTables else { return try list(CollectionOfOne(item)) }
    var lines = page(item)
    lines.append("")
    try console.write(Array(lines.joined(separator: "\n").utf8))
  }

  private func page(_ item: ExportItem) -> [String] {
    let paper = item.paper
    let reading = item.reading
    let columns = max(min(console.columns, 100), 20)
    var lines = paper.titleText.onOneLine.wrapped(toColumns: columns)
    lines += paper.authorNames.map(\.onOneLine).joined(separator: ", ").wrapped(toColumns: columns)
    lines.append("")
    func add(_ name: String, _ text: String?) {
      guard let text, !text.isEmpty else { return }
      let wrapped = text.onOneLine.wrapped(toColumns: columns - 12)
      for (index, line) in wrapped.enumerated() {
        lines.append((index == 0 ? name : "").padded(toColumns: 12) + line)
      }
    }
    if let notice = paper.withdrawalNotice {
      lines += notice.onOneLine.wrapped(toColumns: columns) + [""]
    }
    add("paper", "\(ArXivReference(id: paper.id, version: paper.knownVersion))")
    if paper.isPlaceholder { add("", "arXiv has yet to complete it; 'paperq fetch' asks for that") }
    add("badges", PaperBadges(paper).labels.joined(separator: ", "))
    add("page", site.address(of: paper.id).description)
    add("submitted", paper.knownPublished?.date)
    if paper.version > 1 { add("updated", paper.knownUpdated?.date) }
    if reading.isOutdated(by: paper.version), let seen = reading.seenVersion {
      add(
        "changes",
        "v\(seen) → v\(paper.version) since you saw it;"
          + " 'paperq show --changes \(paper.id)' shows what changed")
    }
    add("categories", paper.categories.joined(separator: " "))
    add("comment", paper.comment)
    add("journal", paper.journalRef)
    add("DOI", paper.dois.joined(separator: " "))
    for (index, link) in PaperLinks.all(of: paper, notes: reading.notes, site: site).enumerated() {
      add(index == 0 ? "links" : "", "\(index + 1) \(link.address)")
    }
    add("sources", paper.sources.joined(separator: ", "))
    add("why", paper.starter?.why)
    add("state", reading.state.rawValue + (reading.star ? ", starred" : ""))
    if reading.depth != .notYet { add("depth", "\(reading.depth.rawValue)") }
    add("project", reading.project)
    add("tags", reading.tags.joined(separator: ", "))
    for note in reading.notes {
      let day = WallClock.local.shown(note.created).date
      lines += ["", "Note of \(day)" + (note.page.map { ", page \($0)" } ?? "")]
      lines += (note.quote.map { ["> \($0)"] } ?? [])
      lines += note.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
    if !paper.abstract.isEmpty {
      lines.append("")
      for paragraph in paper.abstractText.split(separator: "\n") {
        lines += String(paragraph).onOneLine.wrapped(toColumns: columns)
      }
    }
    return lines.map(\.onOneLine)
  }
}
