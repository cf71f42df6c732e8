package import Papers

/// The bytes of an export, piece by piece: of however many papers, a few are in memory at a time.
package struct ExportStream<Items: Sequence<ExportItem>>: Sequence, IteratorProtocol {
  private var encoder: ExportEncoder
  private var items: Items.Iterator
  private var place = Place.beginning

  private enum Place {
    case beginning, papers, end
  }

  /// `items` are gone through once, for a digest twice.
  package init(_ items: Items, as format: ExportFormat, by template: MarkdownTemplate = .standard) {
    encoder = ExportEncoder(format, items: items, template: template)
    self.items = items.makeIterator()
  }

  /// About 64 KB, or the rest; nil when there is nothing more.
  package mutating func next() -> [UInt8]? {
    guard place != .end else { return nil }
    var piece: [UInt8] = []
    if place == .beginning { encoder.begin(to: &piece) }
    place = .papers
    while piece.count < 1 << 16 {
      guard let item = items.next() else {
        encoder.end(to: &piece)
        place = .end
        break
      }
      encoder.write(item, to: &piece)
    }
    return piece
  }
}
