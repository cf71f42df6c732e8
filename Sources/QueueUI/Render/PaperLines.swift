import Papers
import TerminalGrid

/// A paper as lines of text, for the preview and for its page.
struct PaperLines {
  let paper: Paper
  let reading: ReadingRecord
  let columns: Int
  /// The key that shows what changed between versions.
  let changesKey: String
  /// The key that fetches.
  var fetchKey = ":\(Action.fetch.rawValue)"
  /// Where its page is.
  let site: ArXivSite
  /// The key of the menu of links.
  var linksKey = ""
  /// What its links lead to, in the order in which the menu of links numbers them.
  var links: [(kind: String, label: String)] = []
  /// What the user did is dated by it.
  var wallClock = WallClock.utc

  /// Title, authors, tags, notes and abstract: what helps to decide, shortest first.
  var preview: [StyledLine] {
    var lines = StyledLine.wrapped(paper.titleText, .title, columns: columns)
    lines += StyledLine.wrapped(AuthorNames(paper.authors).abridged, .author, columns: columns)
    lines += withdrawal
    lines += facts
    if reading.isOutdated(by: paper.version) { lines += changes }
    // Read from the comment once for both.
    let labels = PaperBadges(paper).labels
    lines += badges(labels) + why + comment(besides: labels) + standing + Self.begun(tags)
    if !reading.notes.isEmpty { lines += [StyledLine()] + notes }
    return lines + abstract
  }

  /// All that there is to know: what it is, what it says, what you made of it, where it leads.
  var page: [StyledLine] {
    var lines = StyledLine.wrapped(paper.titleText, .title, columns: columns)
    // A collaboration of hundreds stands at the end, so that the abstract is seen.
    let authors = StyledLine.wrapped(AuthorNames(paper.authors).full, .author, columns: columns)
    let isCrowd = authors.count > Self.mostAuthorLines
    lines +=
      isCrowd
      ? StyledLine.wrapped(AuthorNames(paper.authors).abridged, .author, columns: columns) : authors
    lines += withdrawal + facts
    // Opening the page makes the version a seen one; what it brought can be looked at still.
    if paper.earlier != nil || reading.isOutdated(by: paper.version) { lines += changes }
    let labels = PaperBadges(paper).labels
    lines += badges(labels) + why + comment(besides: labels)
    if let journalRef = paper.journalRef {
      lines += StyledLine.labelled("published", journalRef.texAsUnicode, columns: columns)
    }
    lines += standing + tags + abstract
    if !reading.notes.isEmpty {
      lines += section("Notes") + notes
    }
    lines += section("Links", "\(linksKey), then a key of these, opens one") + linkLines
    lines += section("Versions") + versions
    return isCrowd ? lines + section("Authors") + authors : lines
  }

  private static let mostAuthorLines = 6

  /// The first two lines of many.
  private static func begun(_ lines: [StyledLine]) -> [StyledLine] {
    lines.count > 3 ? lines.prefix(2) + [StyledLine("…", .dim)] : lines
  }

  private func section(_ name: String, _ hint: String = "") -> [StyledLine] {
    let spans: [StyledLine.Span] = [
      .init(text: name, role: .heading), .init(text: hint.isEmpty ? "" : "  \(hint)", role: .dim),
    ]
    return [StyledLine()] + StyledLine.wrapped(spans, columns: columns)
  }

  // MARK: - What it is

  private var facts: [StyledLine] {
    var spans: [StyledLine.Span] = [
      .init(
        text: ArXivReference(id: paper.id, version: paper.knownVersion).description, role: .link),
      .init(text: "  \(paper.categories.joined(separator: " "))", role: .category),
    ]
    if reading.state != .unread {
      spans.append(.init(text: "  \(reading.state.rawValue)", role: reading.state.role))
    }
    if reading.star { spans.append(.init(text: "  starred", role: .star)) }
    return StyledLine.wrapped(spans, columns: columns, keepsWords: true) + standIn
  }

  /// That arXiv has yet to say what the paper is.
  private var standIn: [StyledLine] {
    guard paper.isPlaceholder else { return [] }
    let known =
      paper.isIdentifierAlone ? "only the identifier is known" : "known as a file describes it"
    return StyledLine.wrapped("\(known); \(fetchKey) fetches the rest", .dim, columns: columns)
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
  private func badges(_ labels: [String]) -> [StyledLine] {
    guard !labels.isEmpty else { return [] }
    return StyledLine.wrapped(labels.joined(separator: " · "), .badge, columns: columns)
  }

  /// Our line on a paper of the starter list.
  private var why: [StyledLine] {
    paper.starter.map { StyledLine.labelled("why", $0.why, columns: columns) } ?? []
  }

  /// The authors' comment, unless a badge says just that.
  private func comment(besides labels: [String]) -> [StyledLine] {
    guard let comment = paper.comment, !labels.contains(comment) else { return [] }
    return StyledLine.labelled("comment", comment.texAsUnicode, columns: columns)
  }

  private var abstract: [StyledLine] {
    if paper.isPlaceholder, paper.abstract.isEmpty { return [] }
    let text =
      paper.abstract.isEmpty
      ? "The abstract comes with the first fetch of this paper." : paper.abstractText
    let role: Role = paper.abstract.isEmpty ? .dim : .text
    return text.split(separator: "\n", omittingEmptySubsequences: true).flatMap { paragraph in
      [StyledLine()] + StyledLine.wrapped(String(paragraph), role, columns: columns)
    }
  }

  // MARK: - What the user made of it

  private var tags: [StyledLine] {
    guard !reading.tags.isEmpty else { return [] }
    return StyledLine.labelled(
      "tags", reading.tags.map(\.asTagWord).joined(separator: " "), .tag, columns: columns,
      keepsWords: true)
  }

  /// How well it was understood, and what for.
  private var standing: [StyledLine] {
    var lines: [StyledLine] = []
    if reading.depth != .notYet {
      lines += StyledLine.labelled("depth", reading.depth.words, columns: columns)
    }
    if let project = reading.project {
      lines += StyledLine.labelled("project", project, columns: columns)
    }
    return lines
  }

  private var notes: [StyledLine] {
    reading.notes.enumerated().flatMap { index, note -> [StyledLine] in
      let dates = (wallClock.shown(note.created).date, wallClock.shown(note.edited).date)
      let edited = dates.0 == dates.1 ? "" : ", edited \(dates.1)"
      let page = note.page.map { ", page \($0)" } ?? ""
      let head = StyledLine.wrapped(
        "note of \(dates.0)\(edited)\(page)", .note, columns: columns)
      let quote = note.quote.map { text in
        MarkdownText(text.split(separator: "\n").map { "> \($0)" }.joined(separator: "\n"))
          .lines(columns: columns)
      }
      return (index > 0 ? [StyledLine()] : []) + head + (quote ?? [])
        + MarkdownText(note.text).lines(columns: columns)
    }
  }

  // MARK: - Where it leads

  private var linkLines: [StyledLine] {
    let kindColumns = links.map(\.kind.displayWidth).reduce(4, max)
    let page = site.address(of: paper.id).description
    let named =
      [(key: " a", kind: "page", label: page)]
      + links.enumerated().map { index, link in
        (key: index < 9 ? " \(index + 1)" : "\(index + 1)", kind: link.kind, label: link.label)
      }
    return named.flatMap { key, kind, label in
      StyledLine.labelled(
        "\(key)  \(kind.padded(toColumns: kindColumns)) ", label, .link, columns: columns)
    }
      + paper.dois.filter { DOI($0) == nil }.flatMap {
        StyledLine.labelled("doi", $0, columns: columns)
      }
  }

  /// The first version, the last, and those in between that are known.
  private var versions: [StyledLine] {
    let about = paper.hasApproximateDates ? "about " : ""
    var known = paper.knownPublished.map { [(number: 1, date: about + $0.date)] } ?? []
    if let earlier = paper.earlier, earlier.number > 1 {
      known.append((earlier.number, earlier.updated.date))
    }
    if let updated = paper.knownUpdated, paper.version > (known.last?.number ?? 1) {
      known.append((paper.version, about + updated.date))
    }
    var lines: [StyledLine] = []
    var last = 0
    for (number, date) in known {
      if number > last + 1 { lines.append(StyledLine("…", .dim)) }
      last = number
      var spans: [StyledLine.Span] = [
        .init(text: "v\(number)  ", role: .dim), .init(text: date, role: .date),
      ]
      if number == reading.seenVersion { spans.append(.init(text: "  seen by you", role: .dim)) }
      lines.append(StyledLine(spans))
    }
    let sources = paper.sources.isEmpty ? "" : " from \(paper.sources.joined(separator: ", "))"
    return lines
      + StyledLine.wrapped(
        "in the library since \(wallClock.shown(paper.added).date)\(sources)", .dim,
        columns: columns)
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
