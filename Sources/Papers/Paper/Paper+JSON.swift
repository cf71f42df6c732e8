package import JSONText

extension Paper {
  /// The record of this paper in a library file, keys sorted, what is absent left out.
  package var json: JSONValue {
    var object = unknown
    object.set("abstract", abstract.isEmpty ? nil : .string(abstract))
    object.set("added", .string(added.description))
    object.set("authors", .array(authors.map(\.json)))
    object.set("categories", .array(categories.map { .string($0) }))
    object.set("comment", comment.map { .string($0) })
    object.set("dois", dois.isEmpty ? nil : .array(dois.map { .string($0) }))
    object.set("earlier", earlier?.json)
    object.set("hasApproximateDates", hasApproximateDates ? .bool(true) : nil)
    object.set("journalRef", journalRef.map { .string($0) })
    object.set("primaryCategory", primaryCategory.isEmpty ? nil : .string(primaryCategory))
    object.set("published", .string(published.descriptionInSeconds))
    object.set("sources", sources.isEmpty ? nil : .array(sources.map { .string($0) }))
    object.set(
      "starter",
      starter.map { .object(["position": .integer($0.position), "why": .string($0.why)]) })
    object.set("title", .string(title))
    object.set("updated", .string(updated.descriptionInSeconds))
    object.set("version", .integer(version))
    return .object(object.sortedByKey)
  }

  /// Reads a record of a library file.
  ///
  /// Nil when it is no object or has no title or dates. Members of a wrong type count as unknown:
  /// they are kept as they are, and the field has its default.
  package init?(id: ArXivID, json: JSONValue) {
    guard var rest = json.object,
      let title = rest.take("title", \.string),
      let published = rest.take("published", { $0.string.flatMap { Timestamp($0) } })
    else { return nil }
    let updated = rest.take("updated", { $0.string.flatMap { Timestamp($0) } })
    self.init(
      id: id,
      version: max(1, rest.take("version", \.integer) ?? 1),
      title: title,
      abstract: rest.take("abstract", \.string) ?? "",
      authors: rest.take("authors", { $0.list(of: Author.init(json:)) }) ?? [],
      categories: rest.take("categories", { $0.list(of: \.string) }) ?? [],
      primaryCategory: rest.take("primaryCategory", \.string) ?? "",
      published: published,
      updated: updated,
      comment: rest.take("comment", \.string),
      journalRef: rest.take("journalRef", \.string),
      dois: rest.take("dois", { $0.list(of: \.string) }) ?? [],
      sources: rest.take("sources", { $0.list(of: \.string) }) ?? [],
      added: rest.take("added", { $0.string.flatMap { Timestamp($0) } }),
      starter: rest.take("starter", StarterEntry.init(json:)))
    earlier = rest.take("earlier", PaperVersion.init(json:))
    hasApproximateDates = rest.take("hasApproximateDates", \.bool) ?? false
    unknown = rest
  }
}

extension Paper.Author {
  /// `{"name": …, "affiliations": […]}`, without empty affiliations.
  package var json: JSONValue {
    var object: JSONObject = [:]
    if !affiliations.isEmpty {
      object["affiliations"] = .array(affiliations.map { .string($0) })
    }
    object["name"] = .string(name)
    return .object(object)
  }

  init?(json: JSONValue) {
    guard let object = json.object, let name = object["name"]?.string else { return nil }
    self.init(name, affiliations: object["affiliations"]?.list(of: \.string) ?? [])
  }
}

extension Paper.StarterEntry {
  init?(json: JSONValue) {
    guard let position = json.object?["position"]?.integer, let why = json.object?["why"]?.string
    else { return nil }
    self.init(position: position, why: why)
  }
}

extension JSONObject {
  /// Sets a member that is there; an absent one leaves what the object holds, which is of a type
  /// that we do not know and keep.
  mutating func set(_ key: String, _ value: JSONValue?) {
    if let value { self[key] = value }
  }

  /// Removes a member and gives its value, unless it is not what `read` takes.
  mutating func take<Value>(_ key: String, _ read: (JSONValue) -> Value?) -> Value? {
    guard let value = self[key].flatMap(read) else { return nil }
    self[key] = nil
    return value
  }
}

extension JSONValue {
  /// The elements of a list if `read` takes all of them.
  func list<Element>(of read: (JSONValue) -> Element?) -> [Element]? {
    guard let values = array else { return nil }
    let elements = values.compactMap(read)
    return elements.count == values.count ? elements : nil
  }
}
