import JSONText
import LibraryStore
import QueueUI

/// What the screen remembers of its last run, in the state folder. It is of little worth: a file that
/// cannot be read counts as none.
struct SessionFile {
  let path: String

  init(stateFolder: String) {
    path = stateFolder + "/session.json"
  }

  func read() -> QueueUI.Session {
    guard let bytes = try? FileContents.read(path)?.bytes,
      let object = try? JSONValue.parse(bytes).object
    else { return QueueUI.Session() }
    return QueueUI.Session(
      view: object["view"]?.string,
      commands: (object["commands"]?.array ?? []).compactMap(\.string))
  }

  func write(_ session: QueueUI.Session) throws(StoreError) {
    var object: JSONObject = ["commands": .array(session.commands.map { .string($0) })]
    object["view"] = session.view.map { .string($0) }
    try AtomicFile.write(JSONValue.object(object).encoded + [UInt8(ascii: "\n")], to: path)
  }
}
