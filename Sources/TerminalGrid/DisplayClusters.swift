/// One grapheme cluster of a text and the columns it takes.
struct DisplayCluster {
  /// Where it lies in the text.
  var range: Range<String.Index>
  /// Its first byte in UTF-8, which tells ASCII from the rest.
  var firstByte: UInt8
  /// 0 when nothing of it is drawn; more than 2 only when it is drawn in several cells.
  var columns: Int
}

/// The clusters of a text, with a short way for the usual ones.
struct DisplayClusters: Sequence, IteratorProtocol {
  private let text: String
  private var index: String.Index

  init(_ text: String) {
    self.text = text
    index = text.startIndex
  }

  mutating func next() -> DisplayCluster? {
    guard index < text.endIndex else { return nil }
    let start = index
    let step = text.clusterStep(at: start)
    index = step.end
    let columns =
      switch step.kind {
      case .ascii: 1
      case .lone(let scalar): DisplayUnits.unit(of: scalar)?.columns ?? 0
      case .cluster: text[start].displayWidth
      }
    return DisplayCluster(range: start..<index, firstByte: step.firstByte, columns: columns)
  }
}

extension String {
  /// What lies between one cluster's begin and the next one's.
  struct ClusterStep {
    enum Kind {
      /// One printable ASCII character.
      case ascii
      /// One code point, not ASCII.
      case lone(Unicode.Scalar)
      /// Several code points, or one for which nobody knows without looking.
      case cluster
    }

    var kind: Kind
    var end: Index
    var firstByte: UInt8
  }

  /// The cluster that begins there, told without Unicode's segmentation rules where these are plain.
  ///
  /// No code point under U+0300 and none of U+4000...U+9FFF continues a cluster, except a line feed
  /// after a carriage return. So before one of these, and at the end, a code point stands alone.
  func clusterStep(at index: Index) -> ClusterStep {
    let byte = utf8[index]
    if byte < 0x80 {
      let following = utf8.index(after: index)
      if byte >= 0x20, byte < 0x7F, beginsCluster(at: following) {
        return ClusterStep(kind: .ascii, end: following, firstByte: byte)
      }
    } else {
      let following = unicodeScalars.index(after: index)
      if beginsCluster(at: following) {
        return ClusterStep(kind: .lone(unicodeScalars[index]), end: following, firstByte: byte)
      }
    }
    return ClusterStep(kind: .cluster, end: self.index(after: index), firstByte: byte)
  }

  private func beginsCluster(at index: Index) -> Bool {
    guard index < endIndex else { return true }
    let byte = utf8[index]
    return byte < 0xCC || (0xE4...0xE9).contains(byte)
  }

  /// Whether it is nothing but printable ASCII, so that bytes are columns.
  var isPrintableASCII: Bool {
    utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
