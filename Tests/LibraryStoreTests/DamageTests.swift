import Glibc
import JSONText
import LibraryStore
import Papers
import TestSupport
import Testing

/// Every kind of file of a library with every kind of damage.
///
/// What must hold for all of them: the library opens; what was there before is there afterwards, in
/// its place or under another name that a warning tells; what could be read is in the library; other
/// files stay as they are; the next save works; and from then on there is nothing to warn of.
struct DamageTests {
  enum Kind: String, CaseIterable, Sendable {
    case description = "library.json"
    case papers = "papers/2401.json"
    case reading = "reading/2401.json"
    case sources = "sources.json"
    case journal = "journal/desk.jsonl"
  }

  enum Damage: CaseIterable, Sendable {
    case empty, truncated, zeroed, garbage, wrongTop, wrongTypes, duplicateKeys, byteOrderMark
    case carriageReturns, hugeNumbers, deepNesting, notUTF8, badEscape, controlCharacter, conflict
    case folder, danglingLink, linkInACircle, linkToAFolder, pipe

    /// What is in the file's place then, as a warning calls it; nil for a file.
    var noun: String? {
      switch self {
      case .folder, .linkToAFolder: "a folder"
      case .danglingLink, .linkInACircle: "a link to a file that is not there"
      case .pipe: "no regular file"
      default: nil
      }
    }
  }

  /// What becomes of a file.
  enum Fate: Equatable {
    /// It is read as it is, with this many of its two records.
    case read(Int)
    /// It is moved aside, and this many of its two records are written anew.
    case mended(Int)
    /// The library is of a newer format, and not written.
    case newer
  }

  /// What must become of each file. A description has no records; two stands for those of the
  /// library, which it must not hide.
  static func fate(of kind: Kind, with damage: Damage) -> Fate {
    switch (damage, kind) {
    case (.byteOrderMark, _), (.carriageReturns, _), (.duplicateKeys, _): .read(2)
    case (.hugeNumbers, .description): .newer
    case (_, .description): .mended(2)
    case (.folder, _), (.danglingLink, _), (.linkInACircle, _), (.linkToAFolder, _), (.pipe, _):
      .mended(0)
    // What cannot be read of a journal is skipped and stays, for it only grows.
    case (.empty, .journal), (.zeroed, .journal), (.garbage, .journal), (.wrongTop, .journal):
      .read(0)
    case (.conflict, .journal): .read(2)
    case (_, .journal): .read(1)
    case (.empty, _), (.zeroed, _), (.garbage, _), (.wrongTop, _): .mended(0)
    case (.truncated, _), (.deepNesting, _): .mended(1)
    case (.wrongTypes, _), (.hugeNumbers, _): .read(2)
    case (.notUTF8, _), (.badEscape, _), (.controlCharacter, _), (.conflict, _): .mended(2)
    }
  }

  static let cases = Kind.allCases.flatMap { kind in Damage.allCases.map { (kind, $0) } }

  @Test(arguments: cases)
  func nothingIsLostWhateverBecomesOfAFile(kind: Kind, damage: Damage) throws {
    let folder = try Self.library()
    let name = kind.rawValue
    let others = folder.snapshot().filter { $0.key != name }
    let damaged = try Self.inflict(damage, on: kind, in: folder)
    let fate = Self.fate(of: kind, with: damage)

    folder.tick()
    let store = folder.store()
    let opening = try store.open()
    let expected: Int =
      switch fate {
      case .read(let count), .mended(let count): count
      case .newer: 2
      }
    #expect(Self.records(kind, in: store, at: folder) == expected, "records")
    var isSaved = true
    do throws(StoreError) {
      isSaved = try Self.save(kind, in: store, at: folder.time)
    } catch {
      isSaved = false
    }
    #expect(isSaved == (fate != .newer), "saving")

    #expect(store.takeWarnings() == [], "the opening has told of it")
    let warnings = opening.warnings
    let aside = "\(name).corrupt-2027-01-15T080002.000Z"
    switch fate {
    case .read, .newer:
      #expect(warnings == [])
      #expect(folder.bytes(aside) == nil)
      if fate == .newer { #expect(opening.isReadOnly && folder.bytes(name) == damaged) }
    case .mended:
      let lastPart = aside.split(separator: "/").last.map(String.init) ?? ""
      #expect(warnings.count == 1)
      #expect(
        warnings.first?.hasPrefix(
          "'\(name)' was \(damage.noun ?? "damaged") and is kept as '\(lastPart)'; ") == true)
      if damage.noun == nil {
        #expect(folder.bytes(aside) == damaged)
      } else {
        #expect(Self.isThere(damage, folder.path + "/" + aside))
      }
    }
    if kind == .journal, let damaged {
      #expect(folder.bytes(name)?.starts(with: damaged) == true, "a journal only grows")
    }
    for (other, bytes) in others where !Self.written(by: kind).contains(other) {
      #expect(folder.bytes(other) == bytes, "'\(other)'")
    }
    #expect(try folder.store().open().warnings == [])
  }

  // MARK: - Damaging

  /// Damages a file, later than all that was written; returns its bytes as they are then, nil when
  /// there is no file any more.
  static func inflict(
    _ damage: Damage, on kind: Kind, in folder: TemporaryLibrary
  ) throws -> [UInt8]? {
    let name = kind.rawValue
    let path = folder.path + "/" + name
    let text = try #require(folder.text(name))
    switch damage {
    case .folder:
      unlink(path)
      TemporaryLibrary.makeFolders(path)
      folder.write("precious", to: name + "/inside")
      return nil
    case .danglingLink:
      unlink(path)
      symlink("/nowhere/at/all", path)
      return nil
    case .linkInACircle:
      unlink(path)
      symlink(path, path)
      return nil
    case .linkToAFolder:
      unlink(path)
      symlink(folder.path, path)
      return nil
    case .pipe:
      unlink(path)
      mkfifo(path, 0o600)
      return nil
    default: break
    }
    let bytes = bytes(damage, of: kind, text)
    #expect(bytes != Array(text.utf8))
    // By the file system's coarse clock.
    repeat {
      folder.write(bytes, to: name)
    } while folder.modified(name) <= (folder.modified("journal/desk.jsonl"))
      && kind != .journal
    return bytes
  }

  private static func bytes(_ damage: Damage, of kind: Kind, _ text: String) -> [UInt8] {
    switch damage {
    case .empty: return []
    case .truncated: return Array(text.utf8.dropLast(20))
    case .zeroed: return Array(repeating: 0, count: text.utf8.count)
    case .garbage: return (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 7) }
    case .wrongTop: return Array("[1, \"two\", {\"three\": null}]\n".utf8)
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    case .carriageReturns: return Array(text.replacing("\n", with: "\r\n").utf8)
    case .wrongTypes: return changed(text, to: wrongTypes(kind))
    case .hugeNumbers: return changed(text, to: hugeNumbers(kind))
    case .deepNesting:
      let nest = String(repeating: "[", count: 5000) + String(repeating: "]", count: 5000)
      return changed(text, toBeginWith: #""nest":\#(nest)"#, in: kind)
    case .notUTF8:
      let bytes = changed(text, toBeginWith: "\"text\":\"\u{1}\"", in: kind)
      return bytes.map { $0 == 1 ? 0xFF : $0 }
    case .badEscape:
      return changed(text, toBeginWith: #""text":"\q \u12x""#, in: kind)
    case .controlCharacter:
      return changed(text, toBeginWith: "\"text\":\"\u{1} \r\"", in: kind)
    case .duplicateKeys:
      if kind == .papers || kind == .reading || kind == .sources {
        let lines = text.split(separator: "\n")
        return Array(([lines[0], lines[1]] + lines[1...]).joined(separator: "\n").utf8)
      }
      return changed(
        text, to: kind == .journal ? [(#"{"n":2,"#, #"{"n":7,"n":2,"#)] : [("{", #"{"format":1,"#)])
    case .conflict:
      let lines = text.split(separator: "\n").map(String.init)
      let place = kind == .description || kind == .journal ? 0 : 1
      return Array(
        (lines[..<place] + ["<<<<<<< here", lines[place], "=======", ">>>>>>> there"]
          + lines[(place + 1)...]).joined(separator: "\n").utf8)
    case .folder, .danglingLink, .linkInACircle, .linkToAFolder, .pipe: return []
    }
  }

  /// The text with the last occurrence of each pattern replaced.
  private static func changed(_ text: String, to edits: [(String, String)]) -> [UInt8] {
    var text = text
    for (pattern, new) in edits {
      guard let place = text.ranges(of: pattern).last else {
        Issue.record("'\(pattern)' is not in '\(text)'")
        continue
      }
      text.replaceSubrange(place, with: new)
    }
    return Array(text.utf8)
  }

  /// The text with a member put before those of the last record.
  private static func changed(
    _ text: String, toBeginWith member: String, in kind: Kind
  ) -> [UInt8] {
    let first =
      switch kind {
      case .description: #""format""#
      case .papers: #""abstract""#
      case .reading: #""changed""#
      case .sources: #""last""#
      case .journal: #""n""#
      }
    return changed(text, to: [(first, "\(member),\(first)")])
  }

  private static func wrongTypes(_ kind: Kind) -> [(String, String)] {
    switch kind {
    case .description: [(#""format":1"#, #""format":"1""#)]
    case .papers: [(#""An abstract.""#, "[]"), (#"["cs.LG"]"#, "7")]
    case .reading: [(#"true"#, #"true,"state":7,"tags":"x","notes":{},"depth":null"#)]
    case .sources: [(#""windows":["#, #""windows":[7,"#)]
    case .journal: [(#"{"n":2,"#, #"{"n":"2","#)]
    }
  }

  private static func hugeNumbers(_ kind: Kind) -> [(String, String)] {
    let huge = String(repeating: "9", count: 400)
    return switch kind {
    case .description: [(#""format":1"#, #""format":1e400"#)]
    case .papers: [(#"{"abstract":"#, #"{"version":\#(huge),"abstract":"#)]
    case .reading: [("true", #"true,"depth":1e400,"seenVersion":\#(huge)"#)]
    case .sources: [(#""expected":1"#, #""expected":1e999"#)]
    case .journal: [(#"{"n":2,"#, #"{"n":\#(huge),"#)]
    }
  }

  /// Whether what was put in a file's place is at a path, a folder with what is in it.
  private static func isThere(_ damage: Damage, _ path: String) -> Bool {
    var info = stat()
    guard lstat(path, &info) == 0 else { return false }
    if damage == .folder, access(path + "/inside", F_OK) != 0 { return false }
    let kind = damage == .folder ? S_IFDIR : damage == .pipe ? S_IFIFO : S_IFLNK
    return info.st_mode & S_IFMT == kind
  }

  // MARK: - A library

  static func library() throws -> TemporaryLibrary {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    _ = try store.merge([Paper(test: "2401.00001"), Paper(test: "2401.00002")])
    for id in ["2401.00001", "2401.00002"] {
      _ = try store.commit(LibraryChange("star", at: folder.time, (id, .star(true))))
      folder.tick(500)
    }
    try record(["first", "second"], in: store)
    return folder
  }

  private static func record(_ sources: [String], in store: LibraryStore) throws(StoreError) {
    let (first, last) = (
      Timestamp(literal: "2027-01-01T00:00:00Z"), Timestamp(literal: "2027-01-02T00:00:00Z")
    )
    for source in sources {
      var answer = WindowAnswer(window: first...last, at: last)
      (answer.expected, answer.stored, answer.reached) = (1, 1, first)
      try store.record(.window(answer), of: source, subject: "cat:cs.LG") { _ in 1 }
    }
  }

  /// How many of the two records of the file are in the library.
  private static func records(
    _ kind: Kind, in store: LibraryStore, at folder: TemporaryLibrary
  ) -> Int {
    let ids = [ArXivID(literal: "2401.00001"), ArXivID(literal: "2401.00002")]
    switch kind {
    case .description: return store.library.count
    case .papers: return ids.count { store.library.contains($0) }
    case .reading: return ids.count { store.library.reading($0).star }
    case .sources:
      let ledgers = try? LibraryStore.ledgers(inLibrary: folder.path)
      return ["first", "second"].count { ledgers?[$0].query != nil }
    case .journal: return (try? store.history().count) ?? 0
    }
  }

  /// Writes to the file; whether that was done.
  private static func save(
    _ kind: Kind, in store: LibraryStore, at time: Timestamp
  ) throws(StoreError) -> Bool {
    switch kind {
    case .papers: return try store.merge([Paper(test: "2401.00003")]).merge.leftOut.isEmpty
    case .sources: try record(["third"], in: store)
    case .description, .reading, .journal:
      _ = try store.commit(LibraryChange("star", at: time, ("2401.00003", .star(true))))
    }
    return true
  }

  private static func written(by kind: Kind) -> [String] {
    switch kind {
    case .papers, .sources: [kind.rawValue]
    case .description, .reading, .journal: ["reading/2401.json", "journal/desk.jsonl"]
    }
  }
}
