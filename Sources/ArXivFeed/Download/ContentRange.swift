/// The header of a part of a file: `bytes 100-199/1000`.
struct ContentRange: Equatable {
  /// The first byte, from 0.
  var from: Int64
  /// Bytes of the whole file; nil when the server does not say.
  var total: Int64?

  init?(_ header: String?) {
    guard let words = header?.split(separator: " "), words.count == 2,
      words[0].lowercased() == "bytes"
    else { return nil }
    let parts = words[1].split(separator: "/")
    let bounds = parts.first?.split(separator: "-").map { Int64($0) } ?? []
    guard parts.count == 2, bounds.count == 2, let from = bounds[0], let until = bounds[1],
      from >= 0, until >= from
    else { return nil }
    total = Int64(parts[1])
    if let total, total <= until { return nil }
    if total == nil, parts[1] != "*" { return nil }
    self.from = from
  }
}
