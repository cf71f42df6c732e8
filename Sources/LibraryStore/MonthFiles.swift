import JSONText
import Papers

/// How a month file was found.
struct FileSlot: Sendable {
  enum Condition: Sendable {
    case good
    /// It could not be parsed; what could be read of it is in memory, and the file as it should be
    /// is here. Nothing is written over it before it is moved aside.
    case damaged(recovered: [UInt8], count: Int)
    /// What is in its place is no file. It is moved aside before anything is written there.
    case obstructed(StoreError)
    /// It cannot be read now, and is not to be replaced.
    case blocked(StoreError)
  }

  /// Nil when there was no file, or it could not be looked at.
  var stamp: FileStamp?
  var condition: Condition

  static let absent = FileSlot(stamp: nil, condition: .good)
}

extension FileSlot {
  /// A file that could not be read at all.
  fileprivate init(_ path: String, unread error: StoreError) {
    stamp = FileStamp(of: path)
    condition = error.isObstacle ? .obstructed(error) : .blocked(error)
  }
}

/// What the store knows of the two files of a month.
struct MonthFiles: Sendable {
  var papers = FileSlot.absent
  var reading = FileSlot.absent
  var lines = ReadingLines()
}

/// A papers file as it was read.
struct PapersFile: Sendable {
  var slot = FileSlot.absent
  var shelf = PaperShelf()

  init() {}

  /// Reads the papers of a month. It never fails: what is wrong is told by the slot.
  init(_ path: String, month: ArXivMonth) {
    do throws(StoreError) {
      guard let contents = try FileContents.read(path) else { return }
      slot.stamp = contents.stamp
      let bytes = contents.bytes.withoutByteOrderMark
      do throws(JSONError) {
        shelf = try PaperShelf(file: bytes, month: month)
      } catch {
        slot.condition = Self.recovered(from: bytes)
        if case .damaged(let file, _) = slot.condition {
          // What the recovery wrote can be read; an empty shelf would do no harm.
          shelf = (try? PaperShelf(file: file, month: month)) ?? PaperShelf()
        }
      }
    } catch {
      slot = FileSlot(path, unread: error)
    }
  }

  /// The condition of a file that cannot be read as it is, with what can be recovered of it.
  static func recovered(from bytes: [UInt8]) -> FileSlot.Condition {
    let (file, count) = RecordRecovery.file(from: bytes) { id, first, second in
      guard let other = Paper(id: id, json: second) else { return first }
      return Paper(id: id, json: first)?.merged(with: other).json ?? second
    }
    return .damaged(recovered: file, count: count)
  }
}

/// A reading file as it was read.
struct ReadingFile: Sendable {
  var slot = FileSlot.absent
  var lines = ReadingLines()
  var records: [ArXivID: ReadingRecord] = [:]

  init() {}

  /// Reads the reading records of a month. It never fails: what is wrong is told by the slot.
  init(_ path: String, month: ArXivMonth) {
    do throws(StoreError) {
      guard let contents = try FileContents.read(path) else { return }
      slot.stamp = contents.stamp
      let bytes = contents.bytes.withoutByteOrderMark
      do throws(JSONError) {
        (lines, records) = try ReadingLines.reading(file: bytes, month: month)
      } catch {
        let (file, count) = RecordRecovery.file(from: bytes) { _, first, second in
          guard let other = ReadingRecord(json: second) else { return first }
          return ReadingRecord(json: first)?.merged(with: other).json ?? second
        }
        slot.condition = .damaged(recovered: file, count: count)
        // What the recovery wrote can be read; nothing is written before the file is moved aside.
        if let recovered = try? ReadingLines.reading(file: file, month: month) {
          (lines, records) = recovered
        }
      }
    } catch {
      slot = FileSlot(path, unread: error)
    }
  }
}
