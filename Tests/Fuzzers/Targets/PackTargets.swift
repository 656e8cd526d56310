import PackCompiler
import PackModel
import TestSupport

extension FuzzTarget {
  /// A condition, where a question has one and where a text has one.
  static let expression = FuzzTarget(
    name: "expression",
    seeds: {
      let known = TestPacks.realSources.files.values.flatMap { bytes in
        Ground.text(bytes).split(separator: "\n").compactMap { line -> String? in
          for key in ["enableWhen: ", "pass: ", "when: ", "::: when ", "calculate: "] {
            if let found = line.firstRange(of: key) { return String(line[found.upperBound...]) }
          }
          return nil
        }
      }
      return Set(known).sorted().prefix(150).map { Array($0.utf8) }
    },
    words: [
      " and ", " or ", "not ", "any ", "every ", "count of ", "sum of ", "largest of ", "worst of ",
      " along ", " where ", " is ", " is not ", "unknown", "answered", "open ", " includes ",
      " % of ", " + ", ">= ", "(", ")", "[", "]", ".", "14 day", "1 EUR", "2026-01-01", "\"",
      "laws", "sub-processors", "notice",
    ], runs: 300
  ) { bytes in
    let words = Ground.text(bytes).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\0", with: "\\0").replacing("\n", with: " ").replacing("\r", with: " ")
    let item = TinyPack.question("extra", "boolean", "enableWhen: \"\(words)\"")
    Ground.use(
      file: "how-to-fill-out/9-extra.yaml",
      Array("step: extra\ntitle: T\nitem:\n\(item)".utf8))
    Ground.use(
      file: "documents/agreement/08.md",
      Array("# More {#more}\n\n::: clause more.one\n\n::: when \(words)\nText.\n:::\n:::\n".utf8))
  }

  /// A file of a pack: its name in the first line.
  static let pack = FuzzTarget(
    name: "pack",
    seeds: {
      TestPacks.miniSources.files.sorted { $0.key < $1.key }.map {
        Parts.write([($0.key, $0.value)])
      }
    },
    words: [
      "- ", ": ", "linkId: ", "type: ", "item:\n", "  ", "&a ", "*a", "|\n", ">\n", "!!binary ",
      "? ",
      "[", "]", "{", "}", "---\n", "\u{FEFF}", "calculated:\n", "decisions:\n", "fragments:\n",
      "use: ", "rows: ", "options:\n", "promises:\n", "enableWhen: ", "%YAML 1.1\n",
    ], runs: 300
  ) { bytes in
    var files = TestPacks.miniSources.files
    for part in Parts.read(bytes) where !part.name.isEmpty { files[part.name] = part.bytes }
    switch compile(SourceFiles(files), lints: true) {
    case .failure(let failure): for found in failure.diagnostics { _ = found.rendered }
    case .success(let pack): Ground.use(PackTargets.evaluated(pack))
    }
  }

  /// The closed Markdown of a document.
  static let document = FuzzTarget(
    name: "document",
    seeds: {
      let real = TestPacks.realSources.files.filter { $0.key.hasPrefix("documents/") }
      return TestPacks.miniSources.files.filter { $0.key.hasSuffix(".md") }.sorted {
        $0.key < $1.key
      }
      .map { $0.value } + real.sorted { $0.key < $1.key }.prefix(20).map { $0.value }
    },
    words: [
      "# ", "## ", "{#id}", "::: clause x.y\n", ":::\n", "::: each laws\n", "::: when ", "{{", "}}",
      "{{ref ", "{{counts.open}}", "- ", "1. ", "(a) ", "| a | b |\n", "|---|---|\n", "**", "*",
      "`",
      "> ", "\\", "\n\n", "::: report findings\n",
    ], runs: 300
  ) { bytes in Ground.use(file: "documents/agreement/08.md", bytes) }

  /// A compiled pack behind its head, which is right.
  static let cache = FuzzTarget(
    name: "cache",
    seeds: {
      guard let bytes = try? PackCache.encode(Ground.pack, by: "a") else { return [] }
      return [Array(bytes.dropFirst(PackCache.head("a", Ground.pack.hash, []).count))]
    }
  ) { bytes in
    let whole = PackCache.head("a", Ground.pack.hash, bytes) + bytes
    guard let pack = try? PackCache.decode(whole, by: "a", hash: Ground.pack.hash) else { return }
    _ = pack.contents
  }
}
