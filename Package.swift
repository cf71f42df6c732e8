// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, warnings as errors, imports that say whom they serve.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// The modules whose parsers the fuzz tests read with.
let fuzzed = ["paperq", "ArXivFeed", "JSONText", "LibraryStore", "Papers"]

let package = Package(
  name: "paperq",
  products: [
    .executable(name: "paperq", targets: ["paperq"])
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .target(name: "JSONText", swiftSettings: house),
    .target(name: "WorkThreads", swiftSettings: house),
    .target(name: "Papers", dependencies: ["JSONText", "WorkThreads"], swiftSettings: house),
    .target(name: "ArXivFeed", dependencies: ["Papers"], swiftSettings: house),
    .target(
      name: "LibraryStore", dependencies: ["Papers", "JSONText", "WorkThreads"],
      swiftSettings: house),
    .target(
      name: "PaperExport", dependencies: ["Papers", "JSONText"],
      resources: [
        .embedInCode("Resources/notes.md.mustache"), .embedInCode("Resources/paper.md.mustache"),
      ], swiftSettings: house),
    .target(name: "TerminalGrid", swiftSettings: house),
    .target(
      name: "CursesTerminal", dependencies: ["CNcurses", "TerminalGrid"], swiftSettings: house),
    .target(name: "QueueUI", dependencies: ["TerminalGrid", "Papers"], swiftSettings: house),
    .target(
      name: "LoopbackArXiv", dependencies: ["Papers"], swiftSettings: house),
    .executableTarget(
      name: "paperq",
      dependencies: [
        "ArXivFeed", "CursesTerminal", "JSONText", "LibraryStore", "LoopbackArXiv", "PaperExport",
        "Papers", "QueueUI", "TerminalGrid", "WorkThreads",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Resources/starter.atom.xml")],
      swiftSettings: house),
    .executableTarget(
      name: "ParseTimer", dependencies: ["ArXivFeed", "Papers"], swiftSettings: house),
    .target(
      name: "TestSupport", dependencies: ["Papers", "QueueUI"], path: "Tests/TestSupport",
      swiftSettings: house),
    .testTarget(name: "JSONTextTests", dependencies: ["JSONText"], swiftSettings: house),
    .testTarget(name: "WorkThreadsTests", dependencies: ["WorkThreads"], swiftSettings: house),
    .testTarget(
      name: "PapersTests", dependencies: ["Papers", "JSONText", "TestSupport"], swiftSettings: house
    ),
    .testTarget(
      name: "ArXivFeedTests",
      dependencies: ["ArXivFeed", "LoopbackArXiv", "Papers", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "LibraryStoreTests",
      dependencies: ["LibraryStore", "Papers", "JSONText", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "PaperExportTests", dependencies: ["PaperExport", "Papers", "JSONText"],
      swiftSettings: house),
    .testTarget(name: "TerminalGridTests", dependencies: ["TerminalGrid"], swiftSettings: house),
    .testTarget(
      name: "CursesTerminalTests", dependencies: ["CursesTerminal", "TerminalGrid"],
      swiftSettings: house),
    .testTarget(
      name: "QueueUITests", dependencies: ["QueueUI", "TerminalGrid", "Papers", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "LoopbackArXivTests", dependencies: ["LoopbackArXiv", "Papers"], swiftSettings: house),
    .testTarget(
      name: "PaperqTests",
      dependencies: [
        "paperq", "CNcurses", "CursesTerminal", "JSONText", "LibraryStore", "LoopbackArXiv",
        "PaperExport", "Papers", "QueueUI", "TerminalGrid", "TestSupport",
      ],
      exclude: ["Terminal/Screens"],
      swiftSettings: house),
    .testTarget(
      name: "FuzzTests", dependencies: fuzzed.map { .target(name: $0) } + ["TestSupport"],
      exclude: ["Fuzzer.swift"], swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// `Scripts/build-sanitized` builds no tests but those that it is told, and tells the sanitizer what
// it cannot know. All tests are one program.
if let sanitizer = Context.environment["PAPERQ_SANITIZE"] {
  let names = Context.environment["PAPERQ_TESTS"]?.split(separator: " ").map(String.init) ?? []
  package.targets.removeAll { $0.isTest && !names.isEmpty && !names.contains($0.name) }
  if !names.isEmpty && !names.contains("PaperqTests") { package.keepOfProgramTheConfiguration() }
  package.targets.append(.target(name: "SanitizerNotes", path: "Tests/SanitizerNotes"))
  for target in package.targets where target.isTest || target.name == "paperq" {
    target.dependencies.append("SanitizerNotes")
  }
  if sanitizer == "address" { package.letFuzzerDriveTests() }
}

extension Package {
  /// Where no test runs the program, the parser of its configuration is all that is needed of it,
  /// with what that uses.
  func keepOfProgramTheConfiguration() {
    products = []
    targets.removeAll { $0.name == "paperq" || $0.name == "ParseTimer" }
    targets.append(
      .target(
        name: "paperq",
        dependencies: [
          "ArXivFeed", "JSONText", "LibraryStore", "PaperExport", "Papers", "QueueUI",
        ],
        exclude: [
          "Clipboard", "Commands", "Demo", "Doctor", "Export/ExportJob.swift",
          "Export/ExportTarget.swift", "Export/ExportWriter.swift", "Fetching",
          "Import/PaperImport.swift", "Main.swift", "Output", "PDF", "Paperq.swift", "Programs",
          "TUI",
        ],
        resources: [.embedInCode("Resources/starter.atom.xml")], swiftSettings: house))
  }

  /// libFuzzer sees which ways through the parsers are taken, and the program of the tests is the
  /// fuzzer where `PAPERQ_FUZZ` names a target.
  func letFuzzerDriveTests() {
    guard let tests = targets.first(where: { $0.name == "FuzzTests" }) else { return }
    tests.exclude = []
    tests.dependencies.append("FuzzDriver")
    #if arch(arm64)
      let processor = "aarch64"
    #else
      let processor = "x86_64"
    #endif
    // It lies beside Swift's own libraries, where lld finds it.
    let library = "-l:../clang/lib/linux/libclang_rt.fuzzer_no_main-\(processor).a"
    targets.append(
      .target(
        name: "FuzzDriver", path: "Tests/FuzzDriver",
        linkerSettings: [
          .unsafeFlags(["-use-ld=lld", "-Xlinker", "--wrap=main", "-Xlinker", library]),
          .linkedLibrary("stdc++"),
        ]))
    let coverage = "edge,indirect-calls,trace-cmp,inline-8bit-counters,pc-table"
    for target in targets where fuzzed.contains(target.name) {
      target.swiftSettings?.append(.unsafeFlags(["-sanitize-coverage=\(coverage)"]))
    }
  }
}
