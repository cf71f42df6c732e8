import Glibc
import JSONText
package import Papers

/// Looks at every file of a library, more closely than opening it does.
///
/// Nothing is changed or made, and no lock is taken; what another copy is just writing may be seen
/// half done.
package struct LibraryExamination {
  let folder: LibraryFolder
  let now: Timestamp
  /// In the order in which they were found.
  package private(set) var findings: [LibraryFinding] = []
  /// What the library holds, as far as it can be read.
  private(set) var library = Library()

  static let repairing = "'paperq doctor --repair'"

  /// Examines the library in a folder, at the present time.
  package init(folder path: String, now: Timestamp) {
    folder = LibraryFolder(path: path)
    self.now = now
    guard examineFolder() else { return }
    examineDescription()
    let papers = examineMonths(of: folder.papers) { $0.examinePapers($1) }
    let reading = examineMonths(of: folder.reading) { $0.examineReading($1) }
    report(
      .ok, "papers",
      papers.map { "\(Self.count(library.count, "paper")) in \(Self.count($0, "file"))" })
    let records = library.shelves.values.reduce(0) { $0 + $1.reading.count }
    report(
      .ok, "reading",
      reading.map { "\(Self.count(records, "record")) in \(Self.count($0, "file"))" })
    compareRecords()
    examineSources()
    examineJournals()
    examineLeftovers()
    examineModes()
    examineLock()
  }

  mutating func report(_ verdict: LibraryFinding.Verdict, _ subject: String, _ message: String?) {
    guard let message else { return }
    findings.append(LibraryFinding(verdict, subject, message))
  }

  /// `1 paper`, `2 papers`.
  static func count(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }

  // MARK: - The folder and its description

  /// Whether there is a library to look at.
  private mutating func examineFolder() -> Bool {
    switch FileStamp.kind(of: folder.path) {
    case .folder: break
    case nil where FileStamp.kind(of: folder.path, followingLinks: false) == nil:
      report(.note, "library", "there is none at '\(folder.path)' yet; the first start makes it")
      return false
    default:
      report(.problem, "library", StoreError.notAFolder(path: folder.path).message)
      return false
    }
    if access(folder.path, W_OK | X_OK) == 0 {
      report(.ok, "library", folder.path)
    } else {
      report(
        .problem, "library",
        "'\(folder.path)' cannot be written: "
          + FileFault.system(errno).message + "; make it yours, with mode 0700")
    }
    return true
  }

  private mutating func examineDescription() {
    let name = "library.json"
    switch DescriptionFile(folder.description).condition {
    case .absent: report(.note, name, "it is not there; the next start writes it")
    case .damaged:
      guard let obstacle = AsideFile.obstacle(at: folder.description) else {
        report(.problem, name, "it is damaged; \(Self.repairing) keeps it and writes it anew")
        break
      }
      let error = StoreError.cannotRead(file: folder.description, cause: obstacle)
      report(.problem, name, error.message + Self.advice(error))
    case .blocked(let error):
      report(.problem, name, error.message + "; the library is read-only\(Self.advice(error))")
    case .format(let format) where format > DescriptionFile.presentFormat:
      report(
        .problem, name,
        "format \(format) is newer than this paperq, so that nothing can be saved; update paperq")
    case .format(let format): report(.ok, name, "format \(format)")
    }
  }

  /// What to do where something stands in a file's place, as the end of a message.
  private static func advice(_ error: StoreError) -> String {
    guard case .cannotRead(_, let cause) = error else { return "" }
    return switch cause {
    case .folder, .special, .danglingLink:
      "; put the file back before the next start moves it aside, as \(repairing) does"
    case .system(EACCES): "; \(repairing) gives you the right to read it, if it is yours"
    case .system: "; look after the disk"
    }
  }

  // MARK: - Months

  /// Calls `body` with each month that has a file; the number of months, nil when the folder cannot
  /// be listed.
  private mutating func examineMonths(
    of place: String, _ body: (inout Self, ArXivMonth) -> Void
  ) -> Int? {
    do throws(StoreError) {
      let months = try LibraryFolder.months(in: place).sorted()
      for month in months { body(&self, month) }
      return months.count
    } catch {
      report(.problem, Path.name(of: place), error.message)
      return nil
    }
  }

  private mutating func examinePapers(_ month: ArXivMonth) {
    let file = PapersFile(folder.papers(month), month: month)
    let name = StoreError.short(folder.papers(month))
    guard examine(file.slot, name) else { return }
    library.merge(month) { $0.papers = file.shelf }
    reportStrays(Stray.papers(in: file.shelf), name, "paper")
  }

  private mutating func examineReading(_ month: ArXivMonth) {
    let file = ReadingFile(folder.reading(month), month: month)
    let name = StoreError.short(folder.reading(month))
    guard examine(file.slot, name) else { return }
    library.merge(month) { $0.reading = file.records }
    reportStrays(Stray.records(in: file.lines), name, "record")
  }

  /// Reports what keeps a file from being read; whether it can be read at all.
  private mutating func examine(_ slot: FileSlot, _ name: String) -> Bool {
    switch slot.condition {
    case .good: return true
    case .damaged(_, let count):
      report(
        .problem, name,
        "it is damaged; \(Self.repairing) keeps it and recovers \(Self.count(count, "record"))")
      return true
    case .obstructed(let error), .blocked(let error):
      report(.problem, name, error.message + Self.advice(error))
      return false
    }
  }

  private mutating func reportStrays(_ strays: [Stray], _ name: String, _ noun: String) {
    guard let first = strays.first else { return }
    report(
      .problem, name,
      "\(Self.count(strays.count, noun)) hidden, for '\(first.key)' is not where '\(first.id)' "
        + "belongs; \(Self.repairing) puts it there")
  }

  /// Records without their papers, and papers that no source brought.
  private mutating func compareRecords() {
    let lone = library.shelves.values.flatMap { shelf in
      shelf.reading.keys.filter { shelf.papers.index(of: $0) == nil }
    }.sorted()
    if let first = lone.first {
      report(
        .note, "reading",
        "\(Self.count(lone.count, "record")) without a paper, such as \(first); "
          + "'paperq add \(first)' fetches it")
    }
    let sourceless = library.shelves.values.reduce(0) { total, shelf in
      total + shelf.papers.entries.indices.count { shelf.papers.paper(at: $0)?.sources == [] }
    }
    if sourceless > 0 {
      report(.note, "papers", "\(Self.count(sourceless, "paper")) that no source names")
    }
  }

  private mutating func examineSources() {
    guard FileStamp.kind(of: folder.sources, followingLinks: false) != nil else { return }
    do throws(StoreError) {
      let file = try LedgerFile(folder.sources)
      let sources = Self.count(file.ledgers.count, "source")
      if let obstacle = AsideFile.obstacle(at: folder.sources) {
        let error = StoreError.cannotRead(file: folder.sources, cause: obstacle)
        report(.problem, "sources.json", error.message + Self.advice(error))
      } else if file.isDamaged {
        report(
          .problem, "sources.json",
          "it is damaged; \(Self.repairing) keeps it and recovers \(sources)")
      } else {
        report(.ok, "sources.json", sources)
      }
    } catch {
      report(.problem, "sources.json", error.message + Self.advice(error))
    }
  }

  // MARK: - The journals

  private mutating func examineJournals() {
    let names: [String]
    do throws(StoreError) {
      names = try LibraryFolder.names(in: folder.journals).filter { $0.hasSuffix(".jsonl") }
        .sorted()
    } catch {
      return report(.problem, "journal", error.message)
    }
    var lost: Set<ArXivID> = []
    for name in names {
      let journal = Journal(path: "\(folder.journals)/\(name)", calls: .system)
      do throws(StoreError) {
        let (entries, unreadable, isTorn) = try journal.examined()
        let size = journal.stamp?.size ?? 0
        report(.ok, "journal/\(name)", "\(Self.count(entries.count, "action")), \(size) bytes")
        if unreadable > 0 {
          report(
            .note, "journal/\(name)",
            "\(Self.count(unreadable, "line")) cannot be read\(isTorn ? ", the last one torn" : ""); "
              + "what they did can be neither undone nor listed")
        }
        for id in entries.flatMap(\.ids) where library.shelves[id.month]?.reading[id] == nil {
          lost.insert(id)
        }
      } catch {
        report(.problem, "journal/\(name)", error.message + Self.advice(error))
      }
    }
    if let first = lost.min() {
      report(
        .note, "reading",
        "\(Self.count(lost.count, "record")) missing that a journal knows, such as \(first); "
          + "\(Self.repairing) makes \(lost.count == 1 ? "it" : "them") anew")
    }
  }
}

extension Journal {
  /// All entries, how many lines cannot be read, and whether one of them is a torn last line.
  fileprivate func examined() throws(StoreError) -> ([JournalEntry], unreadable: Int, isTorn: Bool)
  {
    guard let contents = try FileContents.read(path) else { return ([], 0, false) }
    let lines = contents.bytes.withoutByteOrderMark.split(separator: UInt8(ascii: "\n"))
    let entries = lines.map { JournalEntry(line: $0) }
    let isTorn =
      entries.last.map { $0 == nil } ?? false && contents.bytes.last != UInt8(ascii: "\n")
    return (entries.compactMap(\.self), entries.count { $0 == nil }, isTorn)
  }
}

extension Library {
  fileprivate mutating func merge(_ month: ArXivMonth, _ change: (inout Shelf) -> Void) {
    var shelf = shelves[month] ?? Shelf()
    change(&shelf)
    replace([month: shelf])
  }
}
