import ArXivFeed
import Foundation
import Glibc
import LibraryStore
import Papers

/// Everything that `paperq doctor` looks at, in the order in which it is told. Looking changes nothing.
@MainActor
struct Examination {
  let context: CommandContext
  /// The configuration, or its defaults where it cannot be used.
  let settings: Settings
  private(set) var findings: [LibraryFinding] = []

  init(context: CommandContext) {
    self.context = context
    let file = context.paths.configuration
    var configuration = Configuration.standard
    var findings = [LibraryFinding(.ok, "config", "\(file): no fault found")]
    do throws(ConfigurationError) {
      configuration = try Configuration(at: context.paths)
      if access(file, F_OK) != 0 {
        findings = [
          LibraryFinding(.ok, "config", "\(file): there is no such file; the defaults hold")
        ]
      }
    } catch {
      findings = error.messages.map { LibraryFinding(.problem, "config", $0) }
      findings[findings.count - 1].message += "; 'paperq config example' shows what is allowed"
    }
    settings = Settings(
      environment: context.environment, paths: context.paths, configuration: configuration)
    self.findings = findings
  }

  /// Looks at all that can be looked at without the network.
  mutating func run() {
    examineFolders()
    let library = LibraryExamination(folder: context.paths.library, now: Workspace.now)
    findings += library.findings
    examineState()
    examineSpace()
    examineTerminal()
    examinePrograms()
  }

  mutating func report(
    _ verdict: LibraryFinding.Verdict, _ subject: String, _ message: String
  ) {
    findings.append(LibraryFinding(verdict, subject, message))
  }

  // MARK: - Folders

  private mutating func examineFolders() {
    let folders: [(String, String?)] = [
      ("state", context.paths.state), ("pdf", settings.pdfFolder),
      ("export", settings.exportFolder),
    ]
    for case (let name, let path?) in folders {
      var info = stat()
      if stat(path, &info) != 0 {
        switch errno {
        case ENOENT where lstat(path, &info) != 0:
          report(.ok, name, "\(path): not made yet")
        case let code:
          report(.problem, name, "cannot use '\(path)': \(SystemError(code: code).reason)")
        }
      } else if info.st_mode & S_IFMT != S_IFDIR {
        report(.problem, name, "cannot use '\(path)': it is no folder; move it away")
      } else if access(path, W_OK | X_OK) != 0 {
        report(.problem, name, "cannot write in '\(path)': \(SystemError(code: errno).reason)")
      } else {
        report(.ok, name, path)
      }
    }
  }

  /// The files beside the library: the last session, and texts of the editor that were not saved.
  private mutating func examineState() {
    let file = SessionFile(stateFolder: context.paths.state)
    switch file.condition {
    case .absent: break
    case .good: report(.ok, "session.json", "the last session")
    case .damaged:
      report(
        .problem, "session.json",
        "it is damaged; 'paperq doctor --repair' keeps it and recovers what it can")
    case .blocked(let error):
      report(.problem, "session.json", error.message + "; move what is there away")
    }
    for id in NoteFile.unsaved(stateFolder: context.paths.state) {
      report(
        .note, "notes",
        "a text of the editor about \(id) is not saved; edit the notes again to go on with it")
    }
  }

  private mutating func examineSpace() {
    var info = statvfs()
    var folder = context.paths.library
    while statvfs(folder, &info) != 0 {
      guard folder.count > 1, let slash = folder.lastIndex(of: "/") else { return }
      folder = slash == folder.startIndex ? "/" : String(folder[..<slash])
    }
    let (bytes, isTooLarge) = UInt64(info.f_bavail).multipliedReportingOverflow(
      by: UInt64(info.f_frsize))
    let megabytes = isTooLarge ? UInt64.max : bytes / 1_000_000
    let text = "\(Int(clamping: megabytes).grouped) MB free for the library"
    switch megabytes {
    case ..<20: report(.problem, "disk", text + "; make room, or changes cannot be saved")
    case ..<500: report(.note, "disk", text)
    default: report(.ok, "disk", text)
    }
  }

  // MARK: - The network

  /// Asks arXiv for one paper, at paperq's pace.
  mutating func askArXiv() async {
    // The pace is kept in the state folder, which this command does not make.
    let client = Workspace(settings, device: "doctor").makeClient()
    let api = settings.configuration.arxiv.api
    let host = api.host() ?? api.absoluteString
    guard let id = ArXivID("1706.03762") else { return }
    do throws(FeedError) {
      _ = try await client.page(of: .ids([ArXivReference(id: id)]))
      report(.ok, "arxiv", "'\(host)' answers")
    } catch {
      report(.problem, "arxiv", "'\(host)' does not answer as it should: \(error.message)")
    }
  }
}
