import JSONText
import LibraryStore
import Papers
import QueueUI

/// What the screen remembers of its last run, in the state folder: the view, the command line's
/// history, and notes that were begun. A file that cannot be read counts as none.
struct SessionFile {
  let path: String

  init(stateFolder: String) {
    path = stateFolder + "/session.json"
  }

  func read() -> QueueUI.Session {
    guard let bytes = try? FileContents.read(path)?.bytes,
      let object = try? JSONValue.parse(bytes).object
    else { return QueueUI.Session() }
    var session = QueueUI.Session(
      view: object["view"]?.string,
      commands: (object["commands"]?.array ?? []).compactMap(\.string))
    for draft in (object["drafts"]?.array ?? []).compactMap(\.object) {
      let ids = (draft["ids"]?.array ?? []).compactMap { $0.string.flatMap { ArXivID($0) } }
      if !ids.isEmpty, let text = draft["text"]?.string { session.drafts[ids] = text }
    }
    return session
  }

  func write(_ session: QueueUI.Session) throws(StoreError) {
    var object: JSONObject = ["commands": .array(session.commands.map { .string($0) })]
    object["view"] = session.view.map { .string($0) }
    if !session.drafts.isEmpty {
      object["drafts"] = .array(
        session.drafts.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { ids, text in
          .object(["ids": .array(ids.map { .string($0.description) }), "text": .string(text)])
        })
    }
    try AtomicFile.write(JSONValue.object(object).encoded + [UInt8(ascii: "\n")], to: path)
  }
}
