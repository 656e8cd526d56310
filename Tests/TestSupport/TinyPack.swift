import PackCompiler
import PackModel

/// Small packs written inside tests.
package enum TinyPack {
  /// One question with everything that every question has; `more` are further lines of YAML.
  package static func question(_ linkId: String, _ type: String, _ more: String...) -> String {
    let lines =
      [
        "linkId: \(linkId)", "type: \(type)", "text: What is \(linkId)?", "shortText: \(linkId)",
        "help: Help.", "why: Why.", "authority: [law]",
      ] + more.flatMap { $0.split(separator: "\n").map(String.init) }
    return "  - " + lines.joined(separator: "\n    ") + "\n"
  }

  /// The files of a pack with one step, its calculated values and decisions, one agreement, and
  /// checks.
  ///
  /// - Parameters:
  ///   - items: questions, as `question` writes them.
  ///   - more: what else stands in the step's file, such as `calculated:`.
  ///   - agreement: Markdown.
  ///   - files: further files of the pack.
  package static func sources(
    _ items: [String], more: String = "", agreement: String = "# Text {#text}\n\nText.\n",
    files: [String: String] = [:]
  ) -> SourceFiles {
    var all = [
      "pack.yaml": """
      id: tiny
      version: 1.0.0
      title: A tiny pack
      journeys:
        - {id: whole, title: All of it, steps: [only]}
      documents:
        - {id: agreement, role: contract, title: Agreement}

      """,
      "authorities.yaml": """
      - {id: law, citation: Law, kind: LAW, status: in force, asOf: 2026-01-01, confidence: high, says: Law.}

      """,
      "steps/only.yaml": "step: only\ntitle: Only step\nitem:\n" + items.joined() + more,
      "documents/agreement/1.md": agreement,
    ]
    all.merge(files) { _, new in new }
    return SourceFiles(all.mapValues { Array($0.utf8) })
  }

  package static func pack(
    _ items: [String], more: String = "", agreement: String = "# Text {#text}\n\nText.\n",
    files: [String: String] = [:]
  ) -> Pack {
    TestPacks.compiled(sources(items, more: more, agreement: agreement, files: files))
  }
}
