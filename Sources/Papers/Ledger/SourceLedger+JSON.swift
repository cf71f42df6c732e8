package import JSONText

extension SourceLedger {
  /// This ledger as it stands in the library, keys sorted, what is absent left out.
  package var json: JSONValue {
    var object = unknown
    object.set("complete", completion?.json)
    object.set("gaps", gaps.isEmpty ? nil : .array(gaps.map(\.json)))
    object.set("last", last?.json)
    object.set("listing", listing?.json)
    object.set("query", query.map { .string($0) })
    object.set("updates", updates?.json)
    object.set("windows", windows.isEmpty ? nil : .array(windows.map(\.json)))
    return .object(object.sortedByKey)
  }

  /// Reads a ledger; nil when it is no object.
  ///
  /// Windows, gaps or a last answer that cannot be read are kept under another key, `unreadable
  /// KEY`, and count as absent: what they covered is asked for again.
  package init?(json: JSONValue) {
    guard var rest = json.object else { return nil }
    query = rest.take("query", \.string)
    windows = Self.apart(rest.take("windows", { $0.list(of: Window.init(json:)) }) ?? [])
    gaps = (rest.take("gaps", { $0.list(of: Gap.init(json:)) }) ?? [])
      .sorted { $0.from < $1.from }
    last = rest.take("last", LastAnswer.init(json:))
    updates = rest.take("updates", Updates.init(json:))
    listing = rest.take("listing", Listing.init(json:))
    completion = rest.take("complete", Completion.init(json:))
    for key in ["complete", "gaps", "last", "listing", "query", "updates", "windows"] {
      guard let value = rest[key] else { continue }
      rest[key] = nil
      rest["unreadable \(key)"] = value
    }
    unknown = rest
  }

  /// Windows in order; of those that overlap, as a careless merge of two files leaves them, the
  /// first.
  private static func apart(_ windows: [Window]) -> [Window] {
    var result: [Window] = []
    for window in windows.sorted(by: { $0.from < $1.from })
    where result.last.map({ $0.until < window.from }) ?? true {
      result.append(window)
    }
    return result
  }
}

extension SourceLedger.Window {
  /// `{"expected", "from", "limited"?, "stored", "until"}`.
  package var json: JSONValue {
    var object = unknown
    object["expected"] = .integer(expected)
    object["from"] = .string(from.description)
    object.set("limited", isLimited ? .bool(true) : nil)
    object["stored"] = .integer(stored)
    object["until"] = .string(until.description)
    return .object(object.sortedByKey)
  }

  init?(json: JSONValue) {
    guard var rest = json.object,
      let from = rest.take("from", Timestamp.init(json:)),
      let until = rest.take("until", Timestamp.init(json:)), from <= until,
      let expected = rest.take("expected", \.count), let stored = rest.take("stored", \.count)
    else { return nil }
    self.init(
      from: from, until: until, expected: expected, stored: stored,
      isLimited: rest.take("limited", \.bool) ?? false)
    unknown = rest
  }
}

extension SourceLedger.Gap {
  /// `{"cause", "expected"?, "from", "limited"?, "shortfall"?, "until"}`.
  package var json: JSONValue {
    var object = unknown
    object["cause"] = .string(cause)
    object.set("expected", expected.map { .integer($0) })
    object["from"] = .string(from.description)
    object.set("limited", isLimited ? .bool(true) : nil)
    object.set("shortfall", isShortfall ? .bool(true) : nil)
    object["until"] = .string(until.description)
    return .object(object.sortedByKey)
  }

  init?(json: JSONValue) {
    guard var rest = json.object,
      let from = rest.take("from", Timestamp.init(json:)),
      let until = rest.take("until", Timestamp.init(json:)), from <= until
    else { return nil }
    self.init(
      from: from, until: until, cause: rest.take("cause", \.string) ?? "",
      expected: rest.take("expected", \.count),
      isShortfall: rest.take("shortfall", \.bool) ?? false,
      isLimited: rest.take("limited", \.bool) ?? false)
    unknown = rest
  }
}

extension SourceLedger.LastAnswer {
  /// `{"at", "outcome"}`.
  package var json: JSONValue {
    .object(["at": .string(at.description), "outcome": .string(outcome)])
  }

  init?(json: JSONValue) {
    guard let object = json.object, let at = object["at"].flatMap(Timestamp.init(json:)),
      let outcome = object["outcome"]?.string
    else { return nil }
    self.init(at: at, outcome: outcome)
  }
}

extension SourceLedger.Updates {
  /// `{"owed"?: {"cause", "from", "position", "until"}, "since"}`.
  package var json: JSONValue {
    var object = unknown
    object.set("owed", owed?.json)
    object["since"] = .string(since.description)
    return .object(object.sortedByKey)
  }

  init?(json: JSONValue) {
    guard var rest = json.object, let since = rest.take("since", Timestamp.init(json:))
    else { return nil }
    self.init(since: since, owed: rest.take("owed", SourceLedger.Owed.init(json:)))
    unknown = rest
  }
}

extension SourceLedger.Owed {
  fileprivate var json: JSONValue {
    .object([
      "cause": .string(cause), "from": .string(from.description), "position": .integer(position),
      "until": .string(until.description),
    ])
  }

  fileprivate init?(json: JSONValue) {
    guard let object = json.object, let from = object["from"].flatMap(Timestamp.init(json:)),
      let until = object["until"].flatMap(Timestamp.init(json:)), from <= until,
      let position = object["position"]?.count
    else { return nil }
    self.init(
      from: from, until: until, position: position, cause: object["cause"]?.string ?? "")
  }
}

extension SourceLedger.Listing {
  /// `{"day"?, "digest"?, "etag"?, "expected", "missing"?, "stored"}`.
  package var json: JSONValue {
    var object = unknown
    object.set("day", day.map { .string($0.date) })
    object.set("digest", digest.map { .string($0) })
    object.set("etag", mark.map { .string($0) })
    object["expected"] = .integer(expected)
    object.set(
      "missing", missing.isEmpty ? nil : .array(missing.map { .string($0.description) }))
    object["stored"] = .integer(stored)
    return .object(object.sortedByKey)
  }

  init?(json: JSONValue) {
    guard var rest = json.object, let expected = rest.take("expected", \.count),
      let stored = rest.take("stored", \.count)
    else { return nil }
    self.init(
      day: rest.take("day", { $0.string.flatMap { Timestamp($0 + "T00:00:00Z") } }),
      expected: expected, stored: stored,
      missing: rest.take("missing", { $0.list(of: { $0.string.flatMap { ArXivReference($0) } }) })
        ?? [],
      digest: rest.take("digest", \.string), mark: rest.take("etag", \.string))
    unknown = rest
  }
}

extension SourceLedger.Completion {
  /// `{"at", "request"}`.
  var json: JSONValue {
    .object(["at": .string(at.description), "request": .string(request)])
  }

  init?(json: JSONValue) {
    guard let object = json.object, let at = object["at"].flatMap(Timestamp.init(json:)),
      let request = object["request"]?.string
    else { return nil }
    self.init(at: at, request: request)
  }
}

extension Timestamp {
  fileprivate init?(json: JSONValue) {
    guard let text = json.string else { return nil }
    self.init(text)
  }
}

extension JSONValue {
  /// A number of papers, which a sum of a few cannot overflow.
  fileprivate var count: Int? {
    integer.flatMap { (0...1_000_000_000).contains($0) ? $0 : nil }
  }
}
