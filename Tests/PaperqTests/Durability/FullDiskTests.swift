import Foundation
import JSONText
import Papers
import Testing

/// Disks that take no more, real ones: the built program and the system's own errors.
struct FullDiskTests {
  private let paperq: BuiltProgram

  init() throws {
    paperq = try BuiltProgram()
  }

  private static func papers(_ count: Int) throws -> [Paper] {
    try (1...count).map { number in
      Paper(
        id: try #require(ArXivID("2401.\(10_000 + number)")), title: "T\(number)",
        published: try #require(Timestamp("2024-01-02T03:04:05Z")))
    }
  }

  @Test func aFileThatMayNotGrowAnyMoreIsOneLineAndChangesNothing() async throws {
    try paperq.stock(Self.papers(30))
    let ids = try Self.papers(30).map(\.id.description)
    #expect(try await paperq.run(["star"] + ids).code == 0)
    let before = try paperq.home.read(".local/share/paperq/reading/2401.json")
    // 512 bytes a file: the month is longer than that already. ThreadSanitizer would begin a file.
    let refused = try await paperq.script(
      "ulimit -f 1; TMPDIR=/dev/null \"$paperq\" mark read 2401.10001")
    #expect(
      refused
        == .init(errors: "paperq: cannot save 'reading/2401.json': file too large\n", code: 74))
    #expect(try paperq.home.read(".local/share/paperq/reading/2401.json") == before)
    #expect(try temporaryFiles() == [])
    #expect(try await paperq("mark", "read", "2401.10001").code == 0)
    #expect(try paperq.reading("2401.10001").state == .read)
    #expect(try await paperq("log").lines.count == 2)
  }

  /// In a name space of its own, where any user may mount a small disk.
  @Test(.enabled(if: FullDiskTests.canMount))
  func aFullDiskIsOneLineAndTheNextSaveWorksOnceThereIsRoom() async throws {
    try paperq.stock(Self.papers(200))
    let outcome = try await paperq.script(
      #"""
      set -e
      library=$HOME/.local/share/paperq
      mkdir disk
      mount -t tmpfs -o size=600k disk disk
      cp -a "$library" disk/library
      PAPERQ_LIBRARY=$PWD/disk/library
      export PAPERQ_LIBRARY
      "$paperq" star --query all:T
      dd if=/dev/zero of=disk/filler bs=4k 2>/dev/null || true
      cp -a disk/library before
      code=0
      "$paperq" mark read --query all:T || code=$?
      echo "refused $code"
      diff -r before disk/library && echo unchanged
      "$paperq" list is:read | wc -l
      rm disk/filler
      "$paperq" mark read --query all:T
      "$paperq" list is:read | wc -l
      "$paperq" undo | cut -c1-20
      "$paperq" list is:read | wc -l
      find disk -name '*paperq-tmp'
      """#, in: Self.ownSpace)
    #expect(
      outcome
        == .init(
          """
          refused 74
          unchanged
          0
          200
          {"action":"mark-read
          0

          """, errors: "paperq: cannot save 'reading/2401.json': no space left on device\n"))
  }

  @Test(.enabled(if: FullDiskTests.canMount))
  func aDiskThatIsReadOnlyIsReadAndTheErrorNamesIt() async throws {
    try paperq.stock(Self.papers(2))
    let outcome = try await paperq.script(
      #"""
      library=$HOME/.local/share/paperq
      mount --bind "$library" "$library" && mount -o remount,bind,ro "$library"
      "$paperq" list | wc -l
      "$paperq" star 2401.10001
      echo "refused $?"
      """#, in: Self.ownSpace)
    #expect(outcome.output == "2\nrefused 74\n")
    #expect(
      outcome.errors.wholeMatch(
        of: /paperq: cannot save 'library.lock': read-only file system\n/) != nil, "\(outcome)")
  }

  private static let ownSpace = ["unshare", "--user", "--map-root-user", "--mount"]

  private static let canMount: Bool = {
    let words = ["/usr/bin/env"] + ownSpace + ["mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    return ChildProcess.run(words, environment: ["PATH": "/usr/bin:/bin:/usr/sbin:/sbin"]) == 0
  }()

  private func temporaryFiles() throws -> [String] {
    let root = paperq.home.path + "/.local/share/paperq"
    return try #require(FileManager.default.subpaths(atPath: root))
      .filter { $0.hasSuffix(".paperq-tmp") }
  }
}
