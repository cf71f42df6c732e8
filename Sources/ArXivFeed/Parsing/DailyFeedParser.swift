package import Papers

/// Reads the daily announcement feeds, RSS 2.0 and Atom (ARXIV.md 7).
package enum DailyFeedParser {
  /// All or nothing, as ``AtomFeedParser``; an error feed is `FeedError.refused`. A feed without
  /// items is that of a day without announcement.
  package static func parse(
    _ bytes: [UInt8], receivedAt: Timestamp
  ) throws(FeedError) -> DailyFeed {
    let handler = try FeedXMLReader.read(bytes, into: DailyFeedHandler(receivedAt: receivedAt))
    if let root = handler.foreignRoot { throw .notAFeed(root: root) }
    if handler.feed.announcements.isEmpty, handler.title.hasPrefix("Feed error") {
      throw .refused(handler.subtitle.isEmpty ? handler.title : handler.subtitle)
    }
    return handler.feed
  }
}

/// Collects announcements. What an item says has another depth in RSS (channel, item, field) than in
/// Atom (entry, field), and some names differ; the texts are the same.
private struct DailyFeedHandler: FeedElementHandler {
  private struct Item {
    var id = ""
    var title = ""
    var text = ""
    var day = ""
    var kind = ""
    var creators = ""
    var categories: [String] = []
    var dois: [String] = []
    var journalRef: String?
  }

  let receivedAt: Timestamp
  var feed = DailyFeed(announcements: [])
  var foreignRoot: String?
  var title = ""
  var subtitle = ""
  private var isRSS = false
  private var item: Item?
  private var itemCount = 0

  init(receivedAt: Timestamp) {
    self.receivedAt = receivedAt
  }

  private var itemDepth: Int { isRSS ? 3 : 2 }

  private func isItem(_ name: String, _ namespace: FeedNamespace, depth: Int) -> Bool {
    depth == itemDepth
      && (isRSS ? name == "item" && namespace == .none : name == "entry" && namespace == .atom)
  }

  mutating func begin(
    _ name: String, in namespace: FeedNamespace, depth: Int, attributes: [String: String]
  ) -> Bool {
    if depth == 1 {
      isRSS = name == "rss" && namespace == .none
      if !isRSS, name != "feed" || namespace != .atom { foreignRoot = name }
      return false
    }
    if isItem(name, namespace, depth: depth) {
      item = Item()
      return false
    }
    if item != nil, depth == itemDepth + 1, name == "category", let term = attributes["term"] {
      item?.categories.append(FeedText.collapsed(term))
      return false
    }
    return depth == itemDepth || item != nil && depth == itemDepth + 1
  }

  mutating func end(_ name: String, in namespace: FeedNamespace, depth: Int, text: String) {
    if isItem(name, namespace, depth: depth) {
      endItem()
    } else if item != nil, depth == itemDepth + 1 {
      endField(name, in: namespace, text: text)
    } else if item == nil, depth == itemDepth, namespace == .atom || namespace == .none {
      if name == "title" { title = FeedText.collapsed(text) }
      if name == "subtitle" || name == "description" { subtitle = FeedText.collapsed(text) }
      if ["lastBuildDate", "pubDate", "updated"].contains(name) {
        let text = FeedText.collapsed(text)
        feed.built = feed.built ?? InternetDate.parse(text) ?? Timestamp(text)
      }
    }
  }

  private mutating func endField(_ name: String, in namespace: FeedNamespace, text: String) {
    switch (namespace, name) {
    case (.atom, "id"), (.none, "guid"): item?.id = FeedText.collapsed(text)
    case (.atom, "title"), (.none, "title"):
      item?.title = FeedText.collapsed(text).cut(at: FieldBound.title)
    case (.atom, "summary"), (.none, "description"): item?.text = text
    case (.atom, "published"), (.none, "pubDate"): item?.day = FeedText.collapsed(text)
    case (.none, "category"): item?.categories.append(FeedText.collapsed(text))
    case (.arXiv, "announce_type"): item?.kind = FeedText.collapsed(text)
    case (.arXiv, "DOI"):
      var dois = item?.dois ?? []
      AtomEntry.addDOIs(text, to: &dois)
      item?.dois = dois
    case (.arXiv, "journal_reference"):
      item?.journalRef = FeedText.filled(text, atMost: FieldBound.journalRef)
    case (.dublinCore, "creator"): item?.creators = text
    default: break
    }
  }

  private mutating func endItem() {
    guard let item else { return }
    self.item = nil
    itemCount += 1
    guard let reference = FeedReference.parse(item.id), !item.title.isEmpty else {
      let id = FeedText.inMessage(item.id, limit: 80)
      feed.warnings.append("item \(itemCount) left out: '\(id)' has no arXiv id or no title")
      return
    }
    let day = InternetDate.parse(item.day) ?? Timestamp(item.day) ?? receivedAt
    var paper = Paper(
      id: reference.id, version: reference.version ?? 1, title: item.title,
      abstract: Self.abstract(item.text).cut(at: FieldBound.abstract),
      authors: AuthorList.parse(item.creators),
      categories: AtomEntry.ordered(item.categories), published: reference.id.month.end(by: day),
      journalRef: item.journalRef, dois: item.dois,
      added: receivedAt)
    // It is announced on that day, and was submitted before.
    if paper.version > 1 { paper.updated = day }
    paper.hasApproximateDates = true
    feed.day = max(feed.day ?? day.startOfDay, day.startOfDay)
    feed.announcements.append(
      .init(paper: paper, kind: AnnouncementType(rawValue: item.kind) ?? .new))
  }

  /// The text after `arXiv:… Announce Type: … Abstract:`.
  private static func abstract(_ text: String) -> String {
    let mark = Array("Abstract:".utf8)
    let bytes = Array(text.utf8)
    for start in bytes.indices.prefix(200)
    where bytes[start] == mark[0] && bytes[start...].starts(with: mark) {
      return FeedText.paragraphs(
        String(decoding: bytes[(start + mark.count)...], as: UTF8.self))
    }
    return FeedText.paragraphs(text)
  }
}
