import FoundationEssentials
import TestSupport

/// The Swift files of the package, as text.
enum SourceTree {
  struct File: Sendable {
    /// Within the package: `Sources/Interview/Route.swift`.
    let path: String
    let lines: [String]

    /// The folder under `Sources`, which is the target.
    var target: String { String(path.split(separator: "/")[1]) }

    /// The lines without comments; what stands in strings stays.
    var code: [(number: Int, text: String)] {
      lines.enumerated().compactMap { at, line in
        let trimmed = line.drop { $0 == " " }
        if trimmed.hasPrefix("//") { return nil }
        let parts = line.split(separator: " // ", maxSplits: 1, omittingEmptySubsequences: false)
        return (at + 1, String(parts[0]))
      }
    }
  }

  static let sources = files(under: "Sources")
  static let measures = HouseMeasures(sources)

  static func files(under folder: String) -> [File] {
    let root = "\(TestPacks.root)/\(folder)/"
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root)) ?? []
    return paths.filter { $0.hasSuffix(".swift") }.sorted().map { path in
      let text = TestPacks.text("\(folder)/\(path)")
      return File(
        path: "\(folder)/\(path)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
    }
  }
}
