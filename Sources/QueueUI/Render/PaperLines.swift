import Papers
import TerminalGrid

/// A paper as lines of text, for the preview and for its page.
struct PaperLines {
  let paper: Paper
  let reading: ReadingRecord
  let columns: Int
  /// The key that shows what changed between versions.
  let changesKey: String
  /// Where its page is.
  let site: ArXivSite

  /// Title, authors, tags, notes and abstract: what helps to decide, shortest first.
  var preview: [StyledLine] {
    var lines = StyledLine.wrapped(paper.titleText, .title, columns: columns)
    lines += StyledLine.wrapped(AuthorNames(paper.authors).abridged, .author, columns: columns)
    lines += withdrawal
    lines.append(facts)
    if reading.isOutdated(by: paper.version) { lines += changes }
    lines += badges
    if let starter = paper.starter {
      lines += StyledLine.labelled("why", starter.why, columns: columns)
    }
    if let comment = paper.comment {
      lines += StyledLine.labelled("comment", comment.texAsUnicode, columns: columns)
    }
    lines += tags
    if !reading.notes.isEmpty { lines += [StyledLine()] + notes }
    return lines + abstract
  }

  /// All that there is to know.
  var page: [StyledLine] {
    var lines = StyledLine.wrapped(paper.titleText, .title, columns: columns)
    lines += StyledLine.wrapped(
      AuthorNames(paper.authors).full, .author, columns: columns)
    lines += withdrawal
    lines.append(StyledLine())
    lines.append(facts)
    // Opening the page makes the version a seen one; what it brought can be looked at still.
    if paper.earlier != nil || reading.isOutdated(by: paper.version) { lines += changes }
    lines += badges
    lines += StyledLine.labelled(
      "submitted",
      paper.published.date
        + (paper.version > 1 ? ", version \(paper.version) on \(paper.updated.date)" : ""),
      columns: columns)
    if let journalRef = paper.journalRef {
      lines += StyledLine.labelled("published", journalRef.texAsUnicode, columns: columns)
    }
    if let comment = paper.comment {
      lines += StyledLine.labelled("comment", comment.texAsUnicode, columns: columns)
    }
    lines += StyledLine.labelled(
      "page", site.address(of: paper.id).description, .link, columns: columns)
    for doi in paper.dois {
      let address = DOI(doi)?.address.description ?? doi
      lines += StyledLine.labelled("doi", address, .link, columns: columns)
    }
    if !paper.sources.isEmpty {
      lines += StyledLine.labelled(
        "from", paper.sources.joined(separator: ", "), columns: columns)
    }
    if let starter = paper.starter {
      lines += StyledLine.labelled("why", starter.why, columns: columns)
    }
    if reading.depth != .notYet {
      lines += StyledLine.labelled("depth", reading.depth.label, columns: columns)
    }
    lines += tags + abstract
    if !reading.notes.isEmpty { lines += [StyledLine()] + notes }
    return lines
  }

  private var facts: StyledLine {
    var spans: [StyledLine.Span] = [
      .init(text: paper.reference.description, role: .link),
      .init(text: "  \(paper.categories.joined(separator: " "))", role: .category),
    ]
    if reading.state != .unread {
      spans.append(.init(text: "  \(reading.state.rawValue)", role: reading.state.role))
    }
    if reading.star { spans.append(.init(text: "  starred", role: .star)) }
    return StyledLine(spans)
  }

  /// That the paper is withdrawn, and why.
  private var withdrawal: [StyledLine] {
    paper.withdrawalNotice.map { StyledLine.wrapped($0, .error, columns: columns) } ?? []
  }

  /// Between which versions there is something to be seen.
  private var changes: [StyledLine] {
    guard let compared = paper.comparedVersion(seen: reading.seenVersion) else { return [] }
    return StyledLine.wrapped(
      "updated: v\(compared) → v\(paper.version); \(changesKey) shows what changed", .updated,
      columns: columns)
  }

  /// Venue, length, code: what the comment says, at a glance.
  private var badges: [StyledLine] {
    let labels = PaperBadges(paper).labels
    guard !labels.isEmpty else { return [] }
    return StyledLine.wrapped(labels.joined(separator: " · "), .badge, columns: columns)
  }

  private var tags: [StyledLine] {
    guard !reading.tags.isEmpty else { return [] }
    return StyledLine.labelled(
      "tags", reading.tags.joined(separator: " "), .tag, columns: columns)
  }

  private var notes: [StyledLine] {
    reading.notes.flatMap { note -> [StyledLine] in
      let page = note.page.map { ", page \($0)" } ?? ""
      return [StyledLine("note of \(note.created.date)\(page)", .note)]
        + (note.quote.map { StyledLine.labelled(">", $0, .dim, columns: columns) } ?? [])
        + StyledLine.wrapped(note.text, columns: columns)
    }
  }

  private var abstract: [StyledLine] {
    let text =
      paper.abstract.isEmpty
      ? "The abstract comes with the first fetch of this paper." : paper.abstractText
    let role: Role = paper.abstract.isEmpty ? .dim : .text
    return text.split(separator: "\n", omittingEmptySubsequences: true).flatMap { paragraph in
      [StyledLine()] + StyledLine.wrapped(String(paragraph), role, columns: columns)
    }
  }
}

extension ReadingState {
  var role: Role {
    switch self {
    case .unread: .unread
    case .queued: .queued
    case .reading: .reading
    case .read: .read
    case .dismissed: .dismissed
    }
  }

  /// The letter in the list.
  var mark: String {
    switch self {
    case .unread: "N"
    case .queued: "Q"
    case .reading: "R"
    case .read: " "
    case .dismissed: "X"
    }
  }
}
