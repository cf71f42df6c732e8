import Glibc
import JSONText
import LibraryStore
import Papers
import TestSupport
import Testing

/// What an examination finds, and what mending makes of it.
struct LibraryExaminationTests {
  private func examine(_ folder: TemporaryLibrary) -> [String] {
    LibraryExamination(folder: folder.path, now: folder.time).findings.map {
      "\($0.verdict.rawValue) \($0.subject): \($0.message)"
    }
  }

  private func faults(_ folder: TemporaryLibrary) -> [String] {
    examine(folder).filter { !$0.hasPrefix("ok ") }
  }

  private func library() throws -> TemporaryLibrary {
    let folder = TemporaryLibrary()
    let store = try folder.opened()
    var papers = [Paper(test: "2401.00001"), Paper(test: "2312.00002")]
    papers[0].sources = ["learning"]
    papers[1].sources = ["learning"]
    _ = try store.merge(papers)
    _ = try store.commit(LibraryChange("star", at: folder.time, ("2401.00001", .star(true))))
    chmod(folder.path, 0o700)
    return folder
  }

  @Test func aSoundLibraryHasNoFaults() throws {
    let folder = try library()
    let size = try #require(folder.bytes("journal/desk.jsonl")).count
    #expect(
      examine(folder) == [
        "ok library: \(folder.path)", "ok library.json: format 1", "ok papers: 2 papers in 2 files",
        "ok reading: 1 record in 1 file", "ok journal/desk.jsonl: 1 action, \(size) bytes",
        "ok lock: free",
      ])
    #expect(try folder.store().mend() == [])
  }

  @Test func whereThereIsNoLibraryNothingIsMade() {
    let folder = TemporaryLibrary()
    #expect(
      examine(folder) == [
        "note library: there is none at '\(folder.path)' yet; the first start makes it"
      ])
    #expect(folder.names() == [])
  }

  @Test func everyDamageOfTheLibraryIsFoundAndMended() throws {
    for (kind, damage) in DamageTests.cases where damage != .byteOrderMark {
      let folder = try DamageTests.library()
      chmod(folder.path, 0o700)
      _ = try DamageTests.inflict(damage, on: kind, in: folder)
      let before = folder.snapshot()
      let problems = examine(folder).filter { $0.hasPrefix("problem ") }
      #expect(folder.snapshot() == before, "looking changes nothing: \(kind) \(damage)")
      let fate = DamageTests.fate(of: kind, with: damage)
      if fate == .newer {
        #expect(throws: StoreError.self) { try folder.store().mend() }
        #expect(folder.snapshot() == before)
        continue
      }
      if case .read = fate {
        #expect(problems == [], "\(kind) \(damage)")
      } else {
        #expect(problems.count == 1, "\(kind) \(damage)")
        #expect(problems.first?.contains("'paperq doctor --repair'") == true)
      }
      let done = try folder.store().mend()
      #expect(problems.isEmpty || done.contains { $0.contains(".corrupt-") })
      #expect(examine(folder).filter { $0.hasPrefix("problem ") } == [], "\(kind) \(damage)")
      for bytes in before.values {
        #expect(folder.snapshot().values.contains(bytes) || kind == .reading || kind == .journal)
      }
      // The journal knows what the records were.
      if kind == .reading {
        #expect(try folder.opened().library.shelves.values.first?.reading.count == 2, "\(damage)")
      }
    }
  }

  @Test func recordsWhereTheyAreNotFoundArePutInTheirPlace() throws {
    let folder = try library()
    let stars = #"{"changed":{"star":"2026-01-01T00:00:00.000Z"},"star":true}"#
    let depth = #"{"changed":{"depth":"2026-01-01T00:00:00.000Z"},"depth":2}"#
    folder.write(
      #"{"2312.00002":\#(stars),"2401.00001v2":\#(depth),"later":[1.0]}"#,
      to: "reading/2401.json")
    let paper = Paper(test: "2401.00009").json.text
    folder.write(#"{"2401.00009":\#(paper)}"#, to: "papers/2312.json")
    #expect(
      faults(folder).filter { $0.hasPrefix("problem") } == [
        "problem papers/2312.json: 1 paper hidden, for '2401.00009' is not where '2401.00009' "
          + "belongs; 'paperq doctor --repair' puts it there",
        "problem reading/2401.json: 2 records hidden, for '2312.00002' is not where '2312.00002' "
          + "belongs; 'paperq doctor --repair' puts it there",
      ])
    let done = try folder.store().mend()
    #expect(
      done.filter { !$0.contains("mode") } == [
        "1 record of 'papers/2312.json' put where it is found",
        "2 records of 'reading/2401.json' put where it is found",
      ])
    #expect(folder.text("reading/2312.json") == "{\n\"2312.00002\":\(stars)\n}\n")
    #expect(
      folder.text("reading/2401.json") == "{\n\"2401.00001\":\(depth),\n\"later\":[1.0]\n}\n")
    #expect(folder.text("papers/2312.json") == "{}\n")
    #expect(try folder.opened().library.contains(ArXivID(literal: "2401.00009")))
    #expect(try folder.store().mend() == [])
  }

  @Test func twoSpellingsOfOneIdentifierAreOneRecord() throws {
    let folder = try library()
    folder.write(
      #"{"hep-th/9901001":{"star":true},"HEP-TH/9901001":{"depth":2},"math.GT/9901002":{"depth":1}}"#,
      to: "reading/9901.json")
    let library = try folder.opened().library
    #expect(library.reading(ArXivID(literal: "hep-th/9901001")).star)
    #expect(library.reading(ArXivID(literal: "hep-th/9901001")).depth == .read)
    #expect(library.reading(ArXivID(literal: "math/9901002")).depth == .skimmed)
    #expect(faults(folder).filter { $0.hasPrefix("problem") } == [])
  }

  @Test func anEmptyMonthBesideAGoodKeptOneGetsItsRecordsBack() throws {
    let folder = try library()
    let good = try #require(folder.text("reading/2401.json"))
    let aside = "reading/2401.json.corrupt-2026-12-01T080000.000Z"
    folder.write(good, to: aside)
    chmod(folder.path + "/" + aside, 0o600)
    folder.write("", to: "reading/2401.json")
    unlink(folder.path + "/journal/desk.jsonl")
    #expect(
      faults(folder).contains(
        "note \(aside): kept from a repair; 'paperq doctor --repair' takes in 1 record that the "
          + "library lacks"))
    let done = try folder.store().mend()
    #expect(done.last == "1 record taken from '\(aside)'")
    #expect(folder.text("reading/2401.json") == good)
    #expect(folder.text(aside) == good)
    #expect(
      faults(folder).contains(
        "note \(aside): kept from a repair; remove it when you miss nothing"))
  }

  @Test func whatTheJournalKnowsComesBack() throws {
    let folder = try library()
    let good = try #require(folder.bytes("reading/2401.json"))
    unlink(folder.path + "/reading/2401.json")
    #expect(
      faults(folder) == [
        "note reading: 1 record missing that a journal knows, such as 2401.00001; "
          + "'paperq doctor --repair' makes it anew"
      ])
    folder.tick()
    _ = try folder.store().mend()
    #expect(folder.bytes("reading/2401.json") == good)
  }

  @Test func modesAreSet() throws {
    let folder = try library()
    chmod(folder.path + "/papers", 0o755)
    chmod(folder.path + "/papers/2401.json", 0o644)
    chmod(folder.path + "/reading/2401.json", 0)
    #expect(
      faults(folder).filter { !$0.contains("hidden") && !$0.contains("without") }.suffix(2) == [
        "note library: other users may read 2 files and folders, such as 'papers'; "
          + "'paperq doctor --repair' closes them",
        "problem reading/2401.json: its mode keeps paperq from reading and writing; "
          + "'paperq doctor --repair' sets it",
      ])
    #expect(
      try folder.store().mend() == ["3 modes set, so that you and nobody else can use the library"])
    #expect(folder.mode("papers") == 0o700 && folder.mode("papers/2401.json") == 0o600)
    #expect(folder.mode("reading/2401.json") == 0o600)
    #expect(faults(folder) == [])
  }

  @Test func theHolderOfTheLockIsNamed() throws {
    let folder = try library()
    let file = open(folder.path + "/library.lock", O_RDWR)
    defer { close(file) }
    #expect(flock(file, LOCK_EX) == 0)
    let finding = try #require(faults(folder).first)
    #expect(finding.hasPrefix("note lock: held by process \(getpid()) ("))
    #expect(throws: folder.lockedByUs(seconds: 0)) {
      try folder.store(lockTimeout: 0).mend()
    }
  }

  @Test func tornLinesAndLeftoversAreNoted() throws {
    let folder = try library()
    let journal = try #require(folder.text("journal/desk.jsonl"))
    folder.write(journal + "{\"n\":2", to: "journal/desk.jsonl")
    folder.write("x", to: "papers/.2401.json.1-a.paperq-tmp")
    chmod(folder.path + "/journal/desk.jsonl", 0o600)
    #expect(
      faults(folder) == [
        "note journal/desk.jsonl: 1 line cannot be read, the last one torn; "
          + "what they did can be neither undone nor listed",
        "note library: 1 temporary file of killed copies, such as "
          + "'papers/.2401.json.1-a.paperq-tmp'; they go by themselves when they are a day old",
      ])
  }

  @Test(arguments: ["papers", "reading"])
  func aFolderBehindADanglingLinkIsNotTakenForEmpty(name: String) throws {
    let folder = try library()
    rename(folder.path + "/" + name, folder.path + "/elsewhere")
    symlink("/nowhere/at/all", folder.path + "/" + name)
    let file = "\(folder.path)/\(name)"
    #expect(throws: StoreError.cannotRead(file: file, cause: .danglingLink)) {
      try folder.store().open()
    }
    #expect(
      faults(folder).first { $0.hasPrefix("problem") }?.hasPrefix("problem \(name): ") == true)
  }
}
