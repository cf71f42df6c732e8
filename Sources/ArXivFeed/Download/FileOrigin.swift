/// What tells one state of a file on a server from another, so that the beginning of one is never
/// joined to the end of another.
struct FileOrigin: Equatable {
  /// The entity tag, with its quotes; weak ones do not promise equal bytes and are none.
  var tag: String?
  /// The date of the last change, as the server writes it.
  var modified: String?
  /// Bytes of the whole file, where the server said.
  var total: Int64?

  /// What the head of an answer with the whole file, or a part of it, says; nil when two states of
  /// the file could not be told apart.
  init?(_ headers: [String: String], total: Int64?) {
    tag = headers["etag"].flatMap { $0.hasPrefix("\"") ? $0 : nil }
    modified = headers["last-modified"]
    self.total = total
    if tag == nil, modified == nil { return nil }
  }

  /// The value of `If-Range`.
  var validator: String { tag ?? modified ?? "" }

  /// Whether another answer is about the same state of the file.
  func agrees(with headers: [String: String], total: Int64?) -> Bool {
    if let tag, let other = headers["etag"], other != tag { return false }
    if let modified, let other = headers["last-modified"], other != modified { return false }
    if let mine = self.total, let total, mine != total { return false }
    return true
  }
}

extension FileOrigin {
  /// Lines of a name and a value, as they are kept beside the partial file.
  var text: String {
    let lines = [("etag", tag), ("last-modified", modified), ("total", total.map(String.init))]
    return lines.compactMap { name, value in value.map { "\(name) \($0)\n" } }.joined()
  }

  /// Reads the text of another run; nil when it is torn or something else.
  init?(text: String) {
    guard text.hasSuffix("\n") else { return nil }
    var values: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: " ", maxSplits: 1).map(String.init)
      if parts.count == 2 { values[parts[0]] = parts[1] }
    }
    self.init(values, total: values["total"].flatMap { Int64($0) })
  }
}
