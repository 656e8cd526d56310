import FoundationEssentials
import PackCompiler
import PackModel

/// Packs that tests use: the one that FORMAT.md builds up, and the one that is shipped.
package enum TestPacks {
  /// The package's folder.
  package static let root: String = {
    // Tests/TestSupport/TestPacks.swift
    #filePath.split(separator: "/").dropLast(3).reduce("") { "\($0)/\($1)" }
  }()

  /// The files that the examples of FORMAT.md are.
  package static let miniSources = SourceFiles(
    examples(in: text("Questionnaires/FORMAT.md")).mapValues { Array($0.utf8) })

  /// The pack of FORMAT.md.
  package static let mini: Pack = compiled(miniSources)

  package static let realSources = SourceFiles(files(under: "Questionnaires/ai-dpa"))

  /// The pack that is shipped.
  package static let real: Pack = compiled(realSources)

  /// - Returns: the pack; it traps with the first diagnostics where there is none.
  package static func compiled(_ sources: SourceFiles) -> Pack {
    switch compile(sources, lints: true) {
    case .success(let pack): return pack
    case .failure(let failure):
      let first = failure.diagnostics.prefix(5).map(\.rendered).joined(separator: "\n")
      preconditionFailure("the pack has \(failure.diagnostics.count) diagnostics:\n\(first)")
    }
  }

  /// The files of the mini pack with some replaced or added; nil takes a file away.
  package static func mini(with changes: [String: String?]) -> SourceFiles {
    var files = miniSources.files
    for (path, text) in changes { files[path] = text.map { Array($0.utf8) } }
    return SourceFiles(files)
  }

  // MARK: Files

  package static func text(_ path: String) -> String {
    guard let text = try? String(contentsOfFile: "\(root)/\(path)", encoding: .utf8) else {
      preconditionFailure("there is no readable \(path)")
    }
    return text
  }

  /// YAML and Markdown files of a folder, by their path within it.
  package static func files(under folder: String) -> [String: [UInt8]] {
    var found: [String: [UInt8]] = [:]
    for path in (try? FileManager.default.subpathsOfDirectory(atPath: "\(root)/\(folder)")) ?? [] {
      let isText =
        path.hasSuffix(".yaml") || (path.hasSuffix(".md") && path.hasPrefix("documents/"))
      guard isText, let data = FileManager.default.contents(atPath: "\(root)/\(folder)/\(path)")
      else { continue }
      found[path] = Array(data)
    }
    return found
  }

  /// The fenced blocks of a page that begin with `file:`, by the file that each is.
  package static func examples(in page: String) -> [String: String] {
    var found: [String: String] = [:]
    var block: [Substring]?
    for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        block?.append(line)
        continue
      }
      guard let lines = block else {
        block = []
        continue
      }
      if let first = lines.first, first.hasPrefix("file: ") {
        found[String(first.dropFirst("file: ".count))] =
          lines.dropFirst().joined(separator: "\n") + "\n"
      }
      block = nil
    }
    return found
  }
}
