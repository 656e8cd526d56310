// swift-tools-version: 6.1
import PackageDescription

// One row of the house a target; ARCHITECTURE.md has the table, and ArchitectureTests holds every
// import to it.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]
// What is tested is optimised, the tests themselves are not: they build in a third of the time.
let tested = strict + [.unsafeFlags(["-Onone"])]

let package = Package(
  name: "art28",
  products: [.executable(name: "art28", targets: ["art28"])],
  dependencies: [
    // Exact, so that every clone builds the same program.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
    // Subprocess needs it, and leaves its version open.
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
  ],
  targets: [
    .target(name: "CNcurses", linkerSettings: [.linkedLibrary("ncursesw")]),
    .target(name: "CSodium", linkerSettings: [.linkedLibrary("sodium")]),
    // Its module map links zlib.
    .target(name: "CZlib"),
    .target(name: "Compression", dependencies: ["CZlib"], swiftSettings: strict),
    .target(name: "PlainText", swiftSettings: strict),
    .target(name: "Canvas", dependencies: ["PlainText"], swiftSettings: strict),
    .target(
      name: "CursesTerminal", dependencies: ["Canvas", "CNcurses", "PlainText"],
      swiftSettings: strict),
    .target(name: "PackModel", swiftSettings: strict),
    .target(name: "Expressions", dependencies: ["PackModel"], swiftSettings: strict),
    .target(
      name: "PackCompiler",
      dependencies: ["Expressions", "PackModel", "PlainText", "Yams", "CSodium"],
      swiftSettings: strict),
    .target(
      name: "Interview", dependencies: ["Expressions", "PackModel", "PlainText"],
      swiftSettings: strict),
    .target(name: "Findings", dependencies: ["Interview", "PackModel"], swiftSettings: strict),
    .target(name: "Documents", dependencies: ["PackModel", "PlainText"], swiftSettings: strict),
    .target(
      name: "Drafting",
      dependencies: [
        "Expressions", "Findings", "Interview", "Documents", "PackModel", "PlainText",
      ],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: [
        "Compression", "Documents", "PackModel", "PlainText",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Papers",
      dependencies: [
        "Compression", "PackModel", "PlainText",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: strict),
    .target(
      name: "Matters",
      dependencies: [
        "Compression", "Interview", "PackModel", "PlainText", "CSodium",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Casework",
      dependencies: [
        "Documents", "Drafting", "Findings", "Interview", "Matters", "PackCompiler", "PackModel",
        "Papers", "PlainText", "Publishing",
      ],
      swiftSettings: strict),
    .target(
      name: "Screens",
      dependencies: [
        "Canvas", "Drafting", "Documents", "Findings", "Interview", "PackModel", "PlainText",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "art28",
      dependencies: [
        "Canvas", "Casework", "CursesTerminal", "PackModel", "PackCompiler", "Papers", "Interview",
        "Findings", "Documents", "Drafting", "Publishing", "Matters", "PlainText", "Screens",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .target(
      name: "TestSupport",
      dependencies: ["Canvas", "Interview", "PackCompiler", "PackModel", "PlainText"],
      path: "Tests/TestSupport",
      swiftSettings: strict),
    .testTarget(
      name: "PlainTextTests", dependencies: ["PlainText", "TestSupport"], swiftSettings: tested),
    .testTarget(
      name: "CanvasTests", dependencies: ["Canvas", "PlainText", "TestSupport"],
      exclude: ["Goldens"],
      swiftSettings: tested),
    .testTarget(
      name: "PackCompilerTests",
      dependencies: ["PackCompiler", "PackModel", "Interview", "Findings", "TestSupport"],
      swiftSettings: tested),
    .testTarget(
      name: "InterviewTests",
      dependencies: ["Interview", "Findings", "PackCompiler", "PackModel", "TestSupport"],
      swiftSettings: tested),
    .testTarget(
      name: "DraftingTests",
      dependencies: [
        "Drafting", "Documents", "Findings", "Interview", "PackCompiler", "PackModel",
        "TestSupport",
      ],
      swiftSettings: tested),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Compression", "Publishing", "Documents", "Drafting", "Findings", "Interview", "PackModel",
        "PlainText", "TestSupport",
      ],
      exclude: ["Goldens"], swiftSettings: tested),
    .testTarget(
      name: "PapersTests",
      dependencies: ["Compression", "PackModel", "Papers", "Publishing", "TestSupport"],
      exclude: ["Papers"], swiftSettings: tested),
    .executableTarget(
      name: "matter-fixture",
      dependencies: [
        "Matters", "Interview", "PackModel", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Fixtures/matter-fixture", swiftSettings: tested),
    .testTarget(
      name: "MattersTests",
      dependencies: [
        "Compression", "Matters", "Interview", "PackCompiler", "PackModel", "PlainText",
        "TestSupport", "matter-fixture",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Made"], swiftSettings: tested),
    .testTarget(
      name: "CaseworkTests",
      dependencies: [
        "Casework", "Documents", "Drafting", "Findings", "Interview", "Matters", "PackCompiler",
        "PackModel", "Papers", "PlainText", "Publishing", "TestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: tested),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Screens", "Canvas", "Casework", "Drafting", "Findings", "Interview", "PackCompiler",
        "PackModel", "Papers", "PlainText", "TestSupport",
      ],
      exclude: ["Goldens"], swiftSettings: tested),
    .executableTarget(
      name: "terminal-fixture", dependencies: ["Canvas", "CursesTerminal"],
      path: "Tests/Fixtures/terminal-fixture", swiftSettings: tested),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: ["Canvas", "CursesTerminal", "TestSupport", "terminal-fixture"],
      swiftSettings: tested),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "Canvas", "Interview", "Matters", "PackModel", "TestSupport", "art28", "fuzzers",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: tested),
    // What strangers write, broken by chance: scripts/fuzz builds it with the compiler's libFuzzer.
    .executableTarget(
      name: "fuzzers",
      dependencies: [
        "Canvas", "Compression", "CursesTerminal", "Documents", "Drafting", "Findings", "Interview",
        "Matters", "PackCompiler", "PackModel", "Papers", "PlainText", "Publishing", "Screens",
        "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Tests/Fuzzers", exclude: ["Kept", "README.md"], swiftSettings: tested),
    .executableTarget(
      name: "art28-benchmarks",
      dependencies: [
        "Documents", "Drafting", "Findings", "Interview", "PackCompiler", "PackModel", "Publishing",
      ],
      path: "Benchmarks/art28-benchmarks", swiftSettings: tested),
    .testTarget(
      name: "ArchitectureTests", dependencies: ["PackModel", "TestSupport"], swiftSettings: tested),
  ],
  swiftLanguageModes: [.v6]
)
