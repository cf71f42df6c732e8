// swift-tools-version: 6.2
import PackageDescription

/// Every target of ours: Swift 6 mode, warnings as errors, imports that say whom they serve.
let house: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

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
      name: "PaperExport", dependencies: ["Papers", "JSONText"], swiftSettings: house),
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
      name: "TestSupport", dependencies: ["Papers"], path: "Tests/TestSupport",
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
        "paperq", "JSONText", "LibraryStore", "LoopbackArXiv", "PaperExport", "Papers",
        "QueueUI", "TestSupport",
      ],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)
