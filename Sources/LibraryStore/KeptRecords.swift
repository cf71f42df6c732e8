import JSONText
import Papers

/// Records found outside the files in which the library has them.
struct KeptRecords {
  var papers: [ArXivID: Paper] = [:]
  var reading: [ArXivID: ReadingRecord] = [:]

  var count: Int { papers.count + reading.count }

  /// Those of papers that `library` has no record of.
  func lacking(in library: Library) -> KeptRecords {
    KeptRecords(
      papers: papers.filter { !library.contains($0.key) },
      reading: reading.filter { library.shelves[$0.key.month]?.reading[$0.key] == nil })
  }

  /// Those of both; where both have a record, the two merged.
  mutating func merge(_ other: KeptRecords) {
    papers.merge(other.papers) { $0.merged(with: $1) }
    reading.merge(other.reading) { $0.merged(with: $1) }
  }
}

extension AsideFile {
  /// What can be read of a month file that was moved aside; `name` is its place in the library.
  static func records(in folder: LibraryFolder, _ name: String) -> KeptRecords {
    var kept = KeptRecords()
    let isReading = name.hasPrefix("reading/")
    guard isReading || name.hasPrefix("papers/"),
      // A file that cannot be read now is still there for another time.
      let bytes = try? FileContents.read("\(folder.path)/\(name)")?.bytes
    else { return kept }
    for (id, value) in RecordRecovery.records(in: bytes) {
      if isReading {
        kept.reading[id] = ReadingRecord(json: value)
      } else {
        kept.papers[id] = Paper(id: id, json: value)
      }
    }
    return kept
  }
}
