import Glibc
import JSONText
import LibraryStore
import Papers
import TestSupport
import Testing

struct LibraryStoreRepairTests {
  private static let lines = """
    "2401.00001":{"changed":{"star":"2026-01-01T00:00:00.000Z"},"star":true},
    "2401.00002":{"changed":{"state":"2026-01-01T00:00:00.000Z"},"state":"read"}
    """

  private func library(reading text: String) -> TemporaryLibrary {
    let folder = TemporaryLibrary()
    folder.write(#"{"format":1,"created":"2026-01-01T00:00:00Z"}"#, to: "library.json")
    folder.write(text, to: "reading/2401.json")
    return folder
  }

  @Test(arguments: [
    ("", 0), ("\n", 0), ("[]\n", 0), ("garbage", 0), ("\"text\"", 0), ("null", 0), ("{", 0),
    ("\0\0\0\0", 0), ("{}{}", 0), ("{\n" + lines, 2), ("{\n" + lines + "\n}\n}\n", 2),
    ("{\n" + lines.dropLast(5), 1), ("[\n" + lines + "\n]\n", 2), ("{" + lines + ",\n}", 2),
    (lines.replacing("\n", with: " "), 2), ("{\n<<<<<<< HEAD\n" + lines + "\n>>>>>>> x\n}", 2),
    ("{\n\"2401.00001\":{\"star\":tru\n" + lines.suffix(80) + "\n}", 1),
  ])
  func aDamagedFileIsMovedAsideAndItsRecordsRecovered(text: String, count: Int) throws {
    let folder = library(reading: text)
    let opening = try folder.store().open()
    let aside = "2401.json.corrupt-2027-01-15T080000.000Z"
    let records = count == 0 ? "no records" : count == 1 ? "1 record" : "\(count) records"
    #expect(
      opening.warnings == [
        "'reading/2401.json' was damaged and is kept as '\(aside)'; \(records) could be recovered"
      ])
    #expect(folder.names("reading") == ["2401.json", aside])
    #expect(folder.text("reading/" + aside) == text)
    #expect(opening.library.shelves.values.first?.reading.count == count)
    let again = try folder.store().open()
    #expect(again.warnings == [])
    #expect(
      again.library.shelves.mapValues(\.reading) == opening.library.shelves.mapValues(\.reading))
    if count == 2 {
      #expect(folder.text("reading/2401.json") == "{\n" + Self.lines + "\n}\n")
    }
  }

  @Test func bytesThatAreNotTextAreReplacedInWhatIsRecovered() throws {
    let folder = library(reading: "")
    let bytes =
      Array(#"{"2401.00001":{"project":"a"#.utf8) + [0xFF]
      + Array("b\"},\n\"2401.00002\":{\"star\":true}\n}\n".utf8)
    folder.write(bytes, to: "reading/2401.json")
    let opening = try folder.store().open()
    #expect(opening.warnings.count == 1)
    #expect(opening.library.reading(ArXivID(literal: "2401.00001")).project == "a\u{FFFD}b")
    #expect(opening.library.reading(ArXivID(literal: "2401.00002")).star)
    #expect(folder.bytes("reading/2401.json.corrupt-2027-01-15T080000.000Z") == bytes)
  }

  @Test func aDamagedPapersFileIsRecoveredToo() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened().merge([Paper(test: "2401.00001"), Paper(test: "2401.00002")])
    let text = try #require(folder.text("papers/2401.json"))
    folder.write(String(text.dropLast(40)), to: "papers/2401.json")
    let store = folder.store()
    let opening = try store.open()
    #expect(opening.warnings.count == 1)
    #expect(opening.library.count == 1)
    #expect(try store.merge([Paper(test: "2401.00002")]).merge.new.count == 1)
    #expect(folder.text("papers/2401.json") == text)
  }

  @Test func twoDamagedFilesOfOneTimeAreBothKept() throws {
    let folder = library(reading: "one")
    _ = try folder.store().open()
    folder.write("two", to: "reading/2401.json")
    _ = try folder.store().open()
    let aside = "reading/2401.json.corrupt-2027-01-15T080000.000Z"
    #expect(folder.text(aside) == "one")
    #expect(folder.text(aside + "-2") == "two")
    #expect(folder.text("reading/2401.json") == "{}\n")
  }

  @Test func aFileThatIsDamagedWhileTheLibraryIsOpenIsRepairedByTheNextSave() throws {
    let folder = library(reading: "{\n" + Self.lines + "\n}\n")
    let store = try folder.opened()
    folder.write("{\n" + Self.lines, to: "reading/2401.json")
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00003", .star(true))))
    #expect(folder.names("reading").count == 2)
    #expect(store.takeWarnings().count == 1)
    #expect(store.takeWarnings() == [])
    #expect(try folder.opened().library.shelves.values.first?.reading.count == 3)
  }

  @Test func aByteOrderMarkIsNoDamage() throws {
    let folder = library(reading: "\u{FEFF}{\n" + Self.lines + "\n}\n")
    folder.write("\u{FEFF}{\"format\": 1}", to: "library.json")
    let opening = try folder.store().open()
    #expect(opening.warnings == [])
    #expect(opening.library.shelves.values.first?.reading.count == 2)
  }

  @Test func whatIsNotKnownIsKeptExactly() throws {
    let folder = library(
      reading: """
        {"2401.00001": {"star": true, "weight": 1.50, "e": 1e400, "x": {"b": [1, 2], "a": null},
          "notes": [{"id": "n", "created": "2026-01-01T00:00:00Z", "text": "t", "colour": 0.10}]},
        "2401.00002":{"depth":7,"state":"skimming"},
        "2312.00009":{"star":true},
        "later":[1.0,{"k":"\\u00e9"}],
        "2401.00003":"a text"}
        """)
    let store = try folder.opened()
    _ = try store.commit(
      LibraryChange(
        "a", at: folder.time, ("2401.00001", .state(.read)), ("2401.00004", .star(true))))
    #expect(
      folder.text("reading/2401.json") == """
        {
        "2401.00001":{"changed":{"state":"2027-01-15T08:00:00.000Z"},"e":1e400,\
        "notes":[{"colour":0.10,"created":"2026-01-01T00:00:00.000Z",\
        "edited":"2026-01-01T00:00:00.000Z","id":"n","text":"t"}],"star":true,"state":"read",\
        "weight":1.50,"x":{"b":[1,2],"a":null}},
        "2401.00002":{"depth":7,"state":"skimming"},
        "2401.00004":{"changed":{"star":"2027-01-15T08:00:00.000Z"},"star":true},
        "2312.00009":{"star":true},
        "2401.00003":"a text",
        "later":[1.0,{"k":"é"}]
        }

        """)
    #expect(try folder.store().open().warnings == [])
  }

  @Test func twoRecordsOfOnePaperBecomeOne() throws {
    let folder = library(
      reading: """
        {
        "2401.00001":{"changed":{"star":"2026-01-01T00:00:00.000Z"},"star":true},
        "2401.00001":{"changed":{"depth":"2026-01-01T00:00:00.000Z"},"depth":2}
        }
        """)
    let record = try folder.opened().library.reading(ArXivID(literal: "2401.00001"))
    #expect(record.star)
    #expect(record.depth == .read)
  }

  @Test func bothSidesOfAnUnresolvedConflictAreRecovered() throws {
    let folder = library(
      reading: """
        {
        <<<<<<< desk
        "2401.00001":{"changed":{"star":"2026-01-02T00:00:00.000Z","state":\
        "2026-01-01T00:00:00.000Z"},"star":true,"state":"queued"},
        ||||||| base
        "2401.00001":{},
        =======
        "2401.00001":{"changed":{"state":"2026-01-03T00:00:00.000Z"},"colour":1.50,"state":"read"},
        >>>>>>> lap
        "2401.00002":{"depth":2}
        }
        """)
    _ = try folder.opened()
    #expect(
      folder.text("reading/2401.json") == """
        {
        "2401.00001":{"changed":{"star":"2026-01-02T00:00:00.000Z","state":\
        "2026-01-03T00:00:00.000Z"},"colour":1.50,"star":true,"state":"read"},
        "2401.00002":{"depth":2}
        }

        """)
  }

  @Test(arguments: [false, true])
  func twoDescriptionsOfOnePaperBecomeOne(isDamaged: Bool) throws {
    let folder = TemporaryLibrary()
    var (one, two) = (Paper(test: "2401.00001", version: 2), Paper(test: "2401.00001"))
    one.sources = ["learning"]
    two.sources = ["canon"]
    let lines = [one, two].map { #""2401.00001":"# + $0.json.text }.joined(separator: ",\n")
    folder.write("{\n\(lines)\n" + (isDamaged ? "" : "}\n"), to: "papers/2401.json")
    let opening = try folder.store().open()
    #expect(opening.warnings.count == (isDamaged ? 1 : 0))
    #expect(opening.library.paper(one.id) == one.merged(with: two))
  }

  // MARK: - What stands in a file's place

  @Test func aFolderInAFilesPlaceIsMovedAsideWithAllThatIsInIt() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened().merge([Paper(test: "2312.00001")])
    folder.write("precious", to: "reading/2401.json/inside")
    TemporaryLibrary.makeFolders(folder.path + "/papers/2402.json")
    let store = folder.store()
    let mark = "corrupt-2027-01-15T080000.000Z"
    #expect(
      try store.open().warnings == [
        "'reading/2401.json' was a folder and is kept as '2401.json.\(mark)'; "
          + "no records could be recovered",
        "'papers/2402.json' was a folder and is kept as '2402.json.\(mark)'; "
          + "no records could be recovered",
      ])
    #expect(folder.text("reading/2401.json.\(mark)/inside") == "precious")
    _ = try store.commit(
      LibraryChange("a", at: folder.time, ("2312.00001", .star(true)), ("2401.00001", .star(true))))
    #expect(try store.merge([Paper(test: "2402.00002")]).merge.new.count == 1)
    #expect(folder.names("papers") == ["2312.json", "2402.json", "2402.json.\(mark)"])
    #expect(folder.names("reading") == ["2312.json", "2401.json", "2401.json.\(mark)"])
    #expect(try folder.store().open().warnings == [])
  }

  /// A file of the system's that is there and cannot be read stands for a disk that fails.
  @Test func aFileThatCannotBeReadIsLeftAlone() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened().merge([Paper(test: "2312.00001")])
    TemporaryLibrary.makeFolders(folder.path + "/reading")
    symlink("/proc/self/mem", folder.path + "/reading/2401.json")
    symlink("/proc/self/mem", folder.path + "/papers/2402.json")
    let store = folder.store()
    #expect(
      try store.open().warnings == [
        "cannot read 'reading/2401.json': input/output error; "
          + "nothing of 2401 that belongs there can be saved",
        "cannot read 'papers/2402.json': input/output error; "
          + "nothing of 2402 that belongs there can be saved",
      ])
    let file = folder.path + "/reading/2401.json"
    #expect(throws: StoreError.cannotSave(file: file, cause: .system(EIO))) {
      try store.commit(
        LibraryChange(
          "a", at: folder.time, ("2312.00001", .star(true)), ("2401.00001", .star(true))))
    }
    let merge = try store.merge(
      ["2402.00002", "2312.00002", "2402.00001"].map { Paper(test: $0) }
    ).merge
    #expect(merge.new.map(\.id.description) == ["2312.00002"])
    #expect(merge.leftOut.map(\.description) == ["2402.00001", "2402.00002"])
    #expect(
      store.takeWarnings() == [
        "cannot save 'papers/2402.json': input/output error; 2 papers are left out"
      ])
    #expect(folder.names("reading") == ["2401.json"])
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2312.00001", .star(true))))
    #expect(folder.names("reading") == ["2312.json", "2401.json"])
    // Once it is gone, the month can be written.
    unlink(file)
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
  }

  @Test func aDanglingLinkIsMovedAsideAndWhatItLeadsToIsNeverMade() throws {
    let folder = TemporaryLibrary()
    _ = try folder.opened()
    TemporaryLibrary.makeFolders(folder.path + "/reading")
    let target = folder.path + "/away.json"
    symlink(target, folder.path + "/reading/2401.json")
    let store = folder.store()
    let aside = "2401.json.corrupt-2027-01-15T080000.000Z"
    #expect(
      try store.open().warnings == [
        "'reading/2401.json' was a link to a file that is not there and is kept as '\(aside)'; "
          + "no records could be recovered"
      ])
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    #expect(folder.names("reading") == ["2401.json", aside])
    #expect(access(target, F_OK) != 0)
    // When its file is back, what is behind the link is taken in again.
    folder.write("{\n\(Self.lines)\n}\n", to: "away.json")
    _ = try folder.store().mend()
    #expect(try folder.opened().library.shelves.values.first?.reading.count == 2)
  }

  @Test(arguments: ["reading/2401.json", "papers/2401.json", "library.json", "journal/desk.jsonl"])
  func aLinkThatComesWhileTheLibraryIsOpenIsMovedAsideByTheNextSave(name: String) throws {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    TemporaryLibrary.makeFolders(folder.path + "/reading")
    TemporaryLibrary.makeFolders(folder.path + "/papers")
    TemporaryLibrary.makeFolders(folder.path + "/journal")
    unlink(folder.path + "/" + name)
    symlink("/nowhere/at/all", folder.path + "/" + name)
    #expect(try store.merge([Paper(test: "2401.00001")]).merge.new.count == 1)
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    let part = name.split(separator: "/").last.map(String.init) ?? ""
    #expect(
      store.takeWarnings().map { $0.prefix { $0 != ";" } } == [
        "'\(name)' was a link to a file that is not there and is kept as "
          + "'\(part).corrupt-2027-01-15T080000.000Z'"
      ])
    let again = folder.store()
    #expect(try again.open().warnings == [])
    #expect(again.library.reading(ArXivID(literal: "2401.00001")).star)
    #expect(again.library.contains(ArXivID(literal: "2401.00001")))
    #expect(try again.history().count == 1)
  }

  @Test func aReadOnlyOpeningOnlyWarns() throws {
    let folder = library(reading: "{\n" + Self.lines)
    folder.write(#"{"format":2,"created":"2026-01-01T00:00:00Z"}"#, to: "library.json")
    folder.write("[]", to: "sources.json")
    TemporaryLibrary.makeFolders(folder.path + "/papers/2402.json")
    TemporaryLibrary.makeFolders(folder.path + "/journal")
    symlink("/nowhere/at/all", folder.path + "/journal/desk.jsonl")
    let before = folder.snapshot()
    let store = folder.store()
    #expect(
      try store.open().warnings == [
        "'reading/2401.json' is damaged; 2 records could be read",
        "cannot read 'papers/2402.json': a folder is in its place",
        "'sources.json' is damaged; it could be read in part",
        "cannot read 'journal/desk.jsonl': it is a link to a file that is not there",
      ])
    #expect(folder.snapshot() == before)
    #expect(folder.names("papers") == ["2402.json"])
    #expect(folder.names("journal") == ["desk.jsonl"])
  }

  @Test func aLinkedLibraryAndLinkedFilesStayLinks() throws {
    let folder = TemporaryLibrary()
    let place = TemporaryLibrary()
    _ = try folder.opened().commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(true))))
    TemporaryLibrary.makeFolders(place.path)
    rmdir(place.path)
    symlink(folder.path, place.path)
    let real = folder.path + "/elsewhere.json"
    rename(folder.path + "/reading/2401.json", real)
    symlink("../elsewhere.json", folder.path + "/reading/2401.json")
    let store = try place.opened()
    _ = try store.commit(LibraryChange("b", at: folder.time, ("2401.00002", .star(true))))
    var info = stat()
    #expect(lstat(place.path, &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(
      lstat(folder.path + "/reading/2401.json", &info) == 0 && info.st_mode & S_IFMT == S_IFLNK)
    #expect(try folder.opened().library.shelves.values.first?.reading.count == 2)
    unlink(place.path)
  }

  @Test func whatIsNoFolderIsNotOpened() throws {
    let folder = TemporaryLibrary()
    folder.write("text", to: "file")
    let store = LibraryStore(
      folder: folder.path + "/file", device: "desk", lockTimeout: 0, now: { folder.time })
    #expect(throws: StoreError.notAFolder(path: folder.path + "/file")) { try store.open() }
    #expect(folder.text("file") == "text")
  }

  // MARK: - The description

  @Test func aNewerFormatOpensReadOnly() throws {
    let folder = library(reading: "{\n" + Self.lines + "\n}\n")
    folder.write(#"{"format":2,"created":"2026-01-01T00:00:00Z"}"#, to: "library.json")
    folder.write("{", to: "papers/2401.json")
    let before = folder.snapshot()
    let store = folder.store()
    let opening = try store.open()
    #expect(opening.isReadOnly)
    #expect(opening.library.reading(ArXivID(literal: "2401.00001")).star)
    let error = StoreError.readOnly(folder: folder.path, format: 2)
    #expect(throws: error) {
      try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(false))))
    }
    #expect(throws: error) { try store.merge([Paper(test: "2401.00001")]) }
    #expect(throws: error) { try store.undo() }
    #expect(folder.snapshot() == before)
    #expect(folder.names() == ["library.json", "papers", "reading"])
    #expect(
      error.message == "cannot save to library '\(folder.path)': its format 2 is newer than this "
        + "paperq; update paperq")
  }

  @Test func aLibraryThatIsMigratedWhileOpenIsNotWrittenAnyMore() throws {
    let folder = library(reading: "{}")
    let store = try folder.opened()
    folder.write(#"{"format":3}"#, to: "library.json")
    #expect(throws: StoreError.readOnly(folder: folder.path, format: 3)) {
      try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(false))))
    }
  }

  @Test(arguments: ["", "[]", "{\"format\":\"1\"}", "{\"format\":0}", "{}", "{\"format\":1"])
  func aDamagedDescriptionIsMovedAside(text: String) throws {
    let folder = library(reading: "{\n" + Self.lines + "\n}\n")
    folder.write(text, to: "library.json")
    let store = folder.store()
    let opening = try store.open()
    #expect(
      opening.warnings == [
        "'library.json' was damaged and is kept as "
          + "'library.json.corrupt-2027-01-15T080000.000Z'; the library is taken to be of format 1"
      ])
    #expect(!opening.isReadOnly && !opening.isNew)
    #expect(folder.text("library.json.corrupt-2027-01-15T080000.000Z") == text)
    #expect(folder.text("library.json") == #"{"format":1,"created":"2027-01-15T08:00:00Z"}"# + "\n")
    #expect(opening.library.reading(ArXivID(literal: "2401.00001")).star)
  }

  @Test func unknownMembersOfTheDescriptionAreKept() throws {
    let folder = library(reading: "{}")
    let text = #"{"format": 1, "colour": 1.50}"#
    folder.write(text, to: "library.json")
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(false))))
    #expect(folder.text("library.json") == text)
  }

  @Test func temporaryFilesGoWhenTheyAreADayOld() throws {
    let folder = library(reading: "{}")
    for name in ["reading/.2401.json.1-a.paperq-tmp", "papers/.2401.json.2-b.paperq-tmp"] {
      folder.write("x", to: name)
    }
    folder.write("x", to: "reading/mine.paperq-tmp")
    var info = stat()
    stat(folder.path + "/papers/.2401.json.2-b.paperq-tmp", &info)
    folder.time = Timestamp(milliseconds: (Int64(info.st_mtim.tv_sec) + 86_000) * 1000)
    _ = try folder.opened()
    #expect(folder.names("papers").count == 1)
    folder.tick(1_000_000)
    _ = try folder.opened()
    #expect(folder.names("papers") == [])
    #expect(folder.names("reading") == ["2401.json", "mine.paperq-tmp"])
  }

  // MARK: - The journal ahead of the records

  @Test func anUnfinishedActionIsCarriedOut() throws {
    let folder = library(reading: "{\n" + Self.lines + "\n}\n")
    folder.write(
      """
      {"n":7,"at":"2027-01-15T08:00:00.000Z","action":"mark","steps":[\
      {"id":"2401.00001","state":"read"},{"id":"2312.00001","tag":"x"}],"inverse":[\
      {"id":"2312.00001","untag":"x"},{"id":"2401.00001","state":"unread"}]}

      """, to: "journal/desk.jsonl")
    let journal = folder.bytes("journal/desk.jsonl")
    folder.tick()
    let store = try folder.opened()
    let record = store.library.reading(ArXivID(literal: "2401.00001"))
    #expect(record.state == .read && record.star)
    #expect(record.changed[.state]?.description == "2027-01-15T08:00:00.000Z")
    #expect(store.library.reading(ArXivID(literal: "2312.00001")).tags == ["x"])
    #expect(folder.names("reading") == ["2312.json", "2401.json"])
    #expect(folder.bytes("journal/desk.jsonl") == journal)
    #expect(try store.undo()?.action == "mark")
    #expect(try store.history().map(\.number) == [7, 8])
  }

  @Test func recordsThatTheUserPutBackByHandStayAsTheyAre() throws {
    let folder = library(reading: "{\n" + Self.lines + "\n}\n")
    let store = try folder.opened()
    _ = try store.commit(LibraryChange("a", at: folder.time, ("2401.00001", .star(false))))
    // By hand means later than the journal, by the file system's coarse clock.
    repeat {
      folder.write("{\n" + Self.lines + "\n}\n", to: "reading/2401.json")
    } while folder.modified("reading/2401.json") <= folder.modified("journal/desk.jsonl")
    #expect(try folder.opened().library.reading(ArXivID(literal: "2401.00001")).star)
    #expect(try store.reload().shelves.count == 1)
  }
}
