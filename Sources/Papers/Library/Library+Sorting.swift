/// A paper and its place on the shelf of its month.
struct PaperPlace {
  let id: ArXivID
  let index: Int
}

extension Library {
  /// These papers in order; those that are not in the library are left out.
  package func sorted(_ ids: [ArXivID], by order: SortOrder) -> [ArXivID] {
    let places = ids.sorted(by: >).compactMap { id in
      shelves[id.month]?.papers.index(of: id).map { PaperPlace(id: id, index: $0) }
    }
    return sorted(places, by: order)
  }

  /// The papers in order; `places` come newest first by id, and equal ones stay so.
  func sorted(_ places: [PaperPlace], by order: SortOrder) -> [ArXivID] {
    switch order.key {
    case .published: sorted(places, order) { $0.entries[$1].published }
    case .added: sorted(places, order) { $0.entries[$1].added }
    case .updated: sorted(places, order) { $0.entries[$1].updated }
    case .rank: sortedPresent(places, order) { reading($0.id).rank }
    case .starter: sortedPresent(places, order) { paper($0.id)?.starter?.position }
    case .title:
      sorted(places, order) { shelf, index in
        Bytes(shelf.column(.title).withText(at: index) { Array($0) })
      }
    case .author:
      sorted(places, order) { shelf, index in
        let first = shelf.column(.authors).withText(at: index) {
          Array($0.prefix { $0 != FoldedColumn.separator })
        }
        return Bytes(AuthorPattern.lastName(of: first))
      }
    }
  }

  private func sorted<Key: Comparable>(
    _ places: [PaperPlace], _ order: SortOrder, key: (PaperShelf, Int) -> Key
  ) -> [ArXivID] {
    var keyed: [(key: Key, id: ArXivID)] = []
    keyed.reserveCapacity(places.count)
    var month: ArXivMonth?
    var shelf = PaperShelf()
    for place in places {
      if place.id.month != month {
        month = place.id.month
        shelf = shelves[place.id.month]?.papers ?? PaperShelf()
      }
      keyed.append((key(shelf, place.index), place.id))
    }
    keyed.sort {
      $0.key != $1.key ? ($0.key < $1.key) != order.isDescending : $0.id > $1.id
    }
    return keyed.map(\.id)
  }

  /// Papers with a key in its order, then those without.
  private func sortedPresent<Key: Comparable>(
    _ places: [PaperPlace], _ order: SortOrder, key: (PaperPlace) -> Key?
  ) -> [ArXivID] {
    var keyed: [(key: Key, id: ArXivID)] = []
    var rest: [ArXivID] = []
    for place in places {
      if let key = key(place) { keyed.append((key, place.id)) } else { rest.append(place.id) }
    }
    keyed.sort {
      $0.key != $1.key ? ($0.key < $1.key) != order.isDescending : $0.id > $1.id
    }
    return keyed.map(\.id) + rest
  }
}

/// A folded text as a sort key.
private struct Bytes: Comparable {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static func < (left: Bytes, right: Bytes) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
