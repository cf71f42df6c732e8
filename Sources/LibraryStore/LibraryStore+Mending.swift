import Glibc
import JSONText
import Papers

extension LibraryStore {
  /// Mends what ``LibraryExamination`` finds and can be mended, and tells what was done, a line each.
  ///
  /// Nothing is removed but old temporary files: what cannot be read, or is no file, gets another
  /// name. A library of a newer format is not touched, and neither is one that another copy keeps
  /// locked; both throw.
  package func mend() throws(StoreError) -> [String] {
    var done: [String] = []
    if case .format(let format) = DescriptionFile(folder.description).condition,
      format > DescriptionFile.presentFormat
    {
      throw .readOnly(folder: folder.path, format: format)
    }
    done += setModes()
    let temporary = folder.files { $0.hasSuffix(FileReplacement.suffix) }.count
    done += try open().warnings
    done += try writing { () throws(StoreError) in try mendUnderLock() }
    let removed = temporary - folder.files { $0.hasSuffix(FileReplacement.suffix) }.count
    if removed > 0 {
      done.append("\(LibraryExamination.count(removed, "old temporary file")) removed")
    }
    return done
  }

  /// Lets the owner, and nobody else, read and write the library.
  private func setModes() -> [String] {
    // A folder must be opened before what lies in it can be seen.
    var changed = 0
    for _ in 0..<2 {
      let (open, locked) = folder.wrongModes
      for name in Set(open + locked) {
        let file = "\(folder.path)/\(name)"
        let mode: mode_t = FileStamp.kind(of: file) == .folder ? 0o700 : 0o600
        // What belongs to someone else stays as it is, and the next examination tells.
        if chmod(file, mode) == 0 { changed += 1 }
      }
    }
    return changed == 0
      ? []
      : [
        LibraryExamination.count(changed, "mode")
          + " set, so that you and nobody else can use the library"
      ]
  }

  private func mendUnderLock() throws(StoreError) -> [String] {
    var done: [String] = []
    try repairAll()
    done += takeWarnings()
    done += try moveStrays()
    let aside = folder.files { $0.contains(AsideFile.mark) }
    for name in aside {
      let lacking = AsideFile.records(in: folder, name).lacking(in: library)
      if lacking.count == 0 { continue }
      try save(lacking)
      done.append("\(LibraryExamination.count(lacking.count, "record")) taken from '\(name)'")
    }
    let lost = try recordsOfJournals().lacking(in: library)
    if lost.count > 0 {
      try save(lost)
      done.append("\(LibraryExamination.count(lost.count, "record")) made anew from the journal")
    }
    return done
  }

  /// Puts records where they belong, each in one step with its removal from the wrong file.
  private func moveStrays() throws(StoreError) -> [String] {
    var done: [String] = []
    for month in months.keys.sorted() {
      let papers = Stray.papers(in: library.shelves[month]?.papers ?? PaperShelf())
      let records = Stray.records(in: months[month]?.lines ?? ReadingLines())
      var (keptPapers, keptRecords) = (KeptRecords(), KeptRecords())
      for stray in papers {
        guard let paper = Paper(id: stray.id, json: stray.value) else { continue }
        keptPapers.merge(KeptRecords(papers: [stray.id: paper]))
      }
      for stray in records {
        guard let record = ReadingRecord(json: stray.value) else { continue }
        keptRecords.merge(KeptRecords(reading: [stray.id: record]))
      }
      for (kept, strays, file) in [
        (keptPapers, papers, folder.papers(month)), (keptRecords, records, folder.reading(month)),
      ] where !strays.isEmpty {
        try save(kept, removing: Set(strays.map(\.key)), from: month)
        let count = LibraryExamination.count(strays.count, "record")
        done.append("\(count) of '\(StoreError.short(file))' put where it is found")
      }
    }
    return done
  }

  /// What all journals together did to the papers that they name.
  private func recordsOfJournals() throws(StoreError) -> KeptRecords {
    var kept = KeptRecords()
    for entry in try history(ofAllDevices: true) {
      for step in entry.steps {
        kept.reading[step.id, default: ReadingRecord()].apply(step.edit, at: entry.time)
      }
    }
    return kept
  }

  /// Merges records into the library, and takes strays out of the file of a month, all or nothing.
  ///
  /// The file with the strays is replaced last: a kill before that leaves a second copy of them, which
  /// the next repair merges.
  private func save(
    _ kept: KeptRecords, removing keys: Set<String> = [], from month: ArXivMonth? = nil
  ) throws(StoreError) {
    var batch = FileBatch(calls: calls)
    let source = month.map { [$0] } ?? []
    func inOrder(_ ids: some Sequence<ArXivID>) -> [ArXivMonth] {
      Set(ids.map(\.month)).subtracting(source).sorted() + source
    }
    do throws(StoreError) {
      if !kept.reading.isEmpty {
        let touched = inOrder(kept.reading.keys)
        try prepare(Set(touched))
        for touched in touched {
          let files = months[touched] ?? MonthFiles()
          let old = files.lines
          let records = kept.reading.filter { $0.key.month == touched }
          let known = library.shelves[touched]?.reading ?? [:]
          let merged = records.mapValuesByKey { known[$0]?.merged(with: $1) ?? $1 }
          let new = (touched == month ? old.removingForeign(keys) : old).setting(merged)
          try batch.add(folder.reading(touched), new: new.file) {
            files.reading.stamp == nil ? nil : old.file
          }
        }
      }
      if !kept.papers.isEmpty {
        let touched = inOrder(kept.papers.keys)
        refresh(touched)
        for touched in touched {
          try repair(touched)
          try months[touched]?.papers.checkWritable(folder.papers(touched))
          let old = library.shelves[touched]?.papers ?? PaperShelf()
          let papers = kept.papers.filter { $0.key.month == touched }.map(\.value)
          let merged = papers.map { old[$0.id]?.merged(with: $0) ?? $0 }
          let new = (touched == month ? old.removingForeign(keys) : old).setting(merged)
          let isThere = months[touched]?.papers.stamp != nil
          try batch.add(folder.papers(touched), new: new.file) { isThere ? old.file : nil }
        }
      }
    } catch {
      batch.discard()
      throw error
    }
    let touched = Set(kept.reading.keys.map(\.month) + kept.papers.keys.map(\.month) + source)
    do throws(StoreError) {
      try batch.carryOut()
    } catch {
      refresh(touched)
      throw error
    }
    for month in touched { take(LoadedMonth(month, from: folder)) }
  }
}

extension Dictionary {
  fileprivate func mapValuesByKey(_ body: (Key, Value) -> Value) -> [Key: Value] {
    Dictionary(uniqueKeysWithValues: map { ($0.key, body($0.key, $0.value)) })
  }
}
