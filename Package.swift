// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, warnings as errors, imports that say whom they serve.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// What the fuzz tests and the fuzzer read with.
let fuzzed: [Target.Dependency] = ["paperq", "ArXivFeed", "JSONText", "LibraryStore", "Papers"]

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
      name: "FuzzTests", dependencies: fuzzed + ["TestSupport"], exclude: ["Fuzzer.swift"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// `make fuzz` builds the fuzzer, whose `main` is libFuzzer's, and paperq as a library for it.
if Context.environment["PAPERQ_FUZZ"] != nil, let program = package.targets.first(named: "paperq") {
  package.products = []
  package.targets.removeAll { $0.isTest || $0.name == "paperq" || $0.name == "ParseTimer" }
  package.targets += [
    .target(
      name: "paperq", dependencies: program.dependencies, exclude: ["Main.swift"],
      resources: program.resources, swiftSettings: house),
    .executableTarget(
      name: "Fuzzer", dependencies: fuzzed, path: "Tests/FuzzTests", exclude: ["FuzzTests.swift"],
      swiftSettings: house),
  ]
}

// `Scripts/test-sanitized` builds no tests but those that it runs, and tells the sanitizer what it
// cannot know. All tests are one program, so one of them brings that in.
if Context.environment["PAPERQ_SANITIZE"] != nil {
  let names = Context.environment["PAPERQ_TESTS"]?.split(separator: " ").map(String.init) ?? []
  package.targets.removeAll { $0.isTest && !names.isEmpty && !names.contains($0.name) }
  package.targets.first(named: "paperq")?.dependencies.append("SanitizerNotes")
  package.targets.first { $0.isTest }?.dependencies.append("SanitizerNotes")
  package.targets.append(.target(name: "SanitizerNotes", path: "Tests/SanitizerNotes"))
}

extension [Target] {
  func first(named name: String) -> Target? { first { $0.name == name } }
}
