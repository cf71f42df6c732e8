import LibraryStore

/// The name of this device: made up at random once, and kept in the state folder.
enum DeviceName {
  /// The name that was made; nil when there is none yet.
  static func kept(in stateFolder: String) throws(StoreError) -> String? {
    let bytes = try FileContents.read(stateFolder + "/device")?.bytes
    return String(decoding: bytes ?? [], as: UTF8.self).split(separator: "\n").first
      .map(String.init)
  }

  /// Reads the name, or makes one. Where none can be kept, it is `device`: commands that only read
  /// need no state folder, and what is written is still undone by the same name.
  static func read(in stateFolder: String) -> String {
    let file = stateFolder + "/device"
    do throws(StoreError) {
      if let name = try kept(in: stateFolder) { return name }
      return try StateLock.holding(stateFolder) { () throws(StoreError) in
        // Another first start may have made one: what it does is to be undone here too.
        if let name = try kept(in: stateFolder) { return name }
        let name = "device-" + String.random(ofLength: 8)
        try AtomicFile.write(Array((name + "\n").utf8), to: file)
        return name
      }
    } catch {
      return "device"
    }
  }
}

extension String {
  /// Random digits and small letters.
  static func random(ofLength count: Int) -> String {
    String((0..<count).compactMap { _ in "0123456789abcdefghijklmnopqrstuvwxyz".randomElement() })
  }
}
