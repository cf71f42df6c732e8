import JSONText
import LibraryStore
import Papers
import QueueUI

/// What the screen remembers of its last run, in the state folder: the view, the command line's
/// history, and notes that were begun. A file that cannot be read is moved aside, for it may hold the
/// text of notes, and counts as far as it can be read.
struct SessionFile {
  enum Condition: Equatable {
    case absent, good, damaged
    /// Something is in its place that cannot be read and is not to be replaced.
    case blocked(StoreError)
  }

  let path: String
  /// The state folder.
  private let folder: String
  /// How it was found.
  private(set) var condition = Condition.absent
  /// What was found in it.
  private var object = JSONObject()

  init(stateFolder: String) {
    self.init(path: stateFolder + "/session.json", folder: stateFolder)
  }

  private init(path: String, folder: String) {
    self.path = path
    self.folder = folder
    do throws(StoreError) {
      guard let contents = try FileContents.read(path) else { return }
      let (object, isWhole) = Self.object(in: contents.bytes)
      self.object = object
      condition = isWhole && Self.isReadable(object) ? .good : .damaged
    } catch {
      condition = .blocked(error)
    }
  }

  /// What the file says, as far as it can be read.
  var session: Session {
    var session = Session(
      view: object["view"]?.string,
      paper: object["paper"]?.string.flatMap { ArXivID($0) },
      commands: (object["commands"]?.array ?? []).compactMap(\.string))
    for (ids, text) in (object["drafts"]?.array ?? []).compactMap(Self.draft) {
      session.drafts[ids] = text
    }
    if let split = object["split"]?.object {
      session.split = PreviewSplit(
        listWidth: split["width"]?.integer ?? PreviewSplit.standard.listWidth,
        listHeight: split["height"]?.integer ?? PreviewSplit.standard.listHeight,
        isHidden: split["hidden"]?.bool ?? false)
    }
    session.skipped = (object["skipped"]?.array ?? []).compactMap {
      $0.string.flatMap { ArXivID($0) }
    }
    return session
  }

  /// Moves a damaged file aside and writes what can be read of it; tells what was done, nil when
  /// there is nothing to mend.
  mutating func mend() throws(StoreError) -> String? {
    guard condition == .damaged else { return nil }
    let aside = try AsideFile.moveAside(path, at: Workspace.now)
    try save(session)
    condition = .good
    return "'session.json' was damaged and is kept as '\(aside.split(separator: "/").last ?? "")'"
  }

  /// Writes what is to be remembered. Keys that this version does not know stay as they are in the
  /// file now; a file that cannot be read is kept.
  ///
  /// With what this program wrote `earlier`, drafts that it has not changed since stay as they are in
  /// the file: they may be those of another paperq, which waits until this is written.
  func write(
    _ session: Session, insteadOf earlier: Session? = nil
  ) throws(StoreError) {
    try StateLock.holding(folder) { () throws(StoreError) in
      try replace(with: session, insteadOf: earlier)
    }
  }

  private func replace(
    with session: Session, insteadOf earlier: Session?
  ) throws(StoreError) {
    var present = SessionFile(path: path, folder: folder)
    _ = try present.mend()
    // There may be drafts in what cannot be read now.
    if case .blocked(let error) = present.condition { throw error.asFailureToSave(path) }
    var session = session
    if let earlier {
      var drafts = present.session.drafts
      for ids in Set(earlier.drafts.keys).union(session.drafts.keys)
      where earlier.drafts[ids] != session.drafts[ids] {
        drafts[ids] = session.drafts[ids]
      }
      session.drafts = drafts
    }
    try present.save(session)
  }

  private func save(_ session: Session) throws(StoreError) {
    var object = object
    object["commands"] = .array(session.commands.map { .string($0) })
    object["view"] = session.view.map { .string($0) }
    object["paper"] = session.paper.map { .string($0.description) }
    let split = session.split
    object["split"] =
      split == .standard
      ? nil
      : .object([
        "width": .integer(split.listWidth), "height": .integer(split.listHeight),
        "hidden": .bool(split.isHidden),
      ])
    object["skipped"] =
      session.skipped.isEmpty
      ? nil : .array(session.skipped.map { .string($0.description) })
    object["drafts"] =
      session.drafts.isEmpty
      ? nil
      : .array(
        session.drafts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ids, text in
          .object(["ids": .array(ids.map { .string($0.description) }), "text": .string(text)])
        })
    try AtomicFile.write(JSONValue.object(object).encoded + [UInt8(ascii: "\n")], to: path)
  }

  // MARK: - Reading

  /// The members that can be read, and whether that is all of them. Drafts are read one by one.
  private static func object(in bytes: [UInt8]) -> (object: JSONObject, isWhole: Bool) {
    var object = JSONObject()
    let bytes = bytes.withoutByteOrderMark
    let isText = String(validating: bytes, as: UTF8.self) != nil
    let text = isText ? bytes : Array(String(decoding: bytes, as: UTF8.self).utf8)
    let end: Void? = try? text.withScanner { (scanner) throws(JSONError) in
      try scanner.object { (key, scanner) throws(JSONError) in
        guard key == "drafts", try scanner.peek() == UInt8(ascii: "[") else {
          object[key] = try scanner.value()
          return
        }
        var drafts = object["drafts"]?.array ?? []
        try scanner.array { (scanner) throws(JSONError) in
          drafts.append(try scanner.value())
          object["drafts"] = .array(drafts)
        }
      }
      try scanner.expectEnd()
    }
    return (object, end != nil && isText)
  }

  /// Whether all that this version knows is of its type.
  private static func isReadable(_ object: JSONObject) -> Bool {
    let commands = object["commands"].map { $0.array?.allSatisfy { $0.string != nil } ?? false }
    let drafts = object["drafts"].map { $0.array?.allSatisfy { draft($0) != nil } ?? false }
    let skipped = object["skipped"].map { $0.array?.allSatisfy { $0.string != nil } ?? false }
    return commands ?? true && drafts ?? true && skipped ?? true
      && object["view"].map { $0.string != nil } ?? true
  }

  private static func draft(_ json: JSONValue) -> (ids: [ArXivID], text: String)? {
    guard let object = json.object, let words = object["ids"]?.array,
      let text = object["text"]?.string
    else { return nil }
    let ids = words.compactMap { $0.string.flatMap { ArXivID($0) } }
    return ids.isEmpty || ids.count < words.count ? nil : (ids, text)
  }
}
