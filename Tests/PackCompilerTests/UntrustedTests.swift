import PackCompiler
import TestSupport
import Testing

/// A pack is untrusted input: whatever stands in it, compiling ends and does not crash.
struct UntrustedTests {
  /// The kinds of what is found; empty where it compiles.
  @discardableResult
  private func kinds(_ changes: [String: String?]) -> Set<Diagnostic.Kind> {
    switch compile(TestPacks.mini(with: changes)) {
    case .success: []
    case .failure(let failure): Set(failure.diagnostics.map(\.kind))
    }
  }

  private func question(_ more: String) -> String {
    "step: parties\ntitle: T\nitem:\n" + TinyPack.question("a", "boolean", more)
  }

  @discardableResult
  private func agreement(_ text: String) -> Set<Diagnostic.Kind> {
    kinds(["documents/agreement/08.md": "# More {#more}\n\n::: clause more.one\n\n\(text)\n:::\n"])
  }

  private func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  // MARK: YAML

  @Test(arguments: ["[", "{a: ", "- "]) func deepYAMLEnds(_ opening: String) {
    for depth in [30, 900, 100_000] {
      #expect(!kinds(["norms.yaml": times(depth, opening)]).isEmpty)
    }
    #expect(kinds(["norms.yaml": times(30, "[") + times(30, "]")]).contains(.tooLarge))
  }

  @Test func aliasesOfAliasesAreNotFollowed() {
    var text = "- &a0 [x, x]\n"
    for level in 1...40 {
      text += "- &a\(level) [\(times(8, "*a\(level - 1), "))*a\(level - 1)]\n"
    }
    #expect(kinds(["norms.yaml": text]).contains(.yamlFeature))
    // As a key every node of them would be hashed.
    #expect(kinds(["norms.yaml": text + "- {? *a40 : 1}\n"]).contains(.yamlFeature))
  }

  @Test func aLineOfAMillionCharactersIsRead() {
    let entries = (0..<40_000).map { "{a: \($0), b: [1, 2]}" }.joined(separator: ", ")
    #expect(!kinds(["norms.yaml": "[\(entries)]"]).isEmpty)
  }

  @Test func aHugeFileAndAHugePackAreRefused() {
    #expect(kinds(["norms.yaml": times(2_100_000, "#")]) == [.tooLarge])
    var files = TestPacks.miniSources.files
    for number in 0..<2100 {
      files["lists/l\(number).yaml"] = Array("- {code: a, display: A}\n".utf8)
    }
    guard case .failure(let failure) = compile(SourceFiles(files)) else {
      Issue.record("a pack of 2,100 files compiles")
      return
    }
    #expect(failure.diagnostics.map(\.kind) == [.tooLarge])
  }

  @Test(arguments: [
    "", "\u{FEFF}", "---\n---\n", "...", "%YAML 9.9\n---\n", "\0", "? ", "- - - -", "!",
  ])
  func oddYAMLIsSaidToBeOdd(_ text: String) {
    kinds(["norms.yaml": text])
    kinds(["pack.yaml": text])
    kinds(["how-to-fill-out/1-parties.yaml": text])
    kinds(["documents/agreement/07-sub-processors.md": text])
  }

  // MARK: Expressions

  @Test func deepExpressionsEnd() {
    for text in [
      times(3000, "(") + "a", times(900, "not ") + "a is yes", times(500, "2 % of ") + "a",
      times(400, "any laws where "), times(300, "count of laws where "),
      times(250, "largest of (") + "1",
    ] {
      #expect(
        kinds(["how-to-fill-out/1-parties.yaml": question("enableWhen: \"\(text)\"")])
          .contains(.tooLarge), "\(text.prefix(40))")
    }
  }

  @Test func longExpressionsAndNamesEnd() {
    let dotted = times(400_000, "a.") + "a"
    for text in [dotted, times(3900, "a"), times(900, "a.b."), times(100_000, "a or ") + "a"] {
      #expect(!kinds(["how-to-fill-out/1-parties.yaml": question("enableWhen: \(text)")]).isEmpty)
    }
    let huge = times(900_000, "x")
    #expect(!kinds(["norms.yaml": "- {id: \(huge), kind: \(huge)y, says: \(huge)}\n"]).isEmpty)
  }

  @Test(arguments: [
    "9223372036854775807 > 1 day", "99999999999999999999 day > 1 day", "a is", "is a", "( )",
    "2 % of 9223372036854775807 EUR > 1 EUR", "-5 day > 1 day", "+1 day > 1 day",
    "1.2.3 day > 1 day",
    "a mentions", "a mentions \"", "x[", "x[y", "x[y]", "x[y].", "[x]", "..", "a..b", ".a", "a.",
    "norm", "norm of", "sum of", "sum of a along", "largest of", "count of", "every laws", "any",
    "² > 1", "0001-01-01 < 9999-12-31", "2026-02-30 > 2026-01-01", "\u{0}", "a is not",
  ]) func oddExpressionsAreSaidToBeOdd(_ text: String) {
    let yaml = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\0", with: "\\0")
    kinds(["how-to-fill-out/1-parties.yaml": question("enableWhen: \"\(yaml)\"")])
  }

  @Test func conditionsInARingAreSaidToBe() {
    var items = ""
    for number in 0..<60 {
      items += TinyPack.question(
        "q\(number)", "boolean", "enableWhen: q\((number + 1) % 60) is yes")
    }
    let step = "step: parties\ntitle: T\nitem:\n\(items)"
    #expect(kinds(["how-to-fill-out/1-parties.yaml": step]).contains(.cycle))
  }

  @Test func fragmentsThatUseThemselvesEnd() {
    func step(_ fragments: String) -> String {
      "step: parties\ntitle: T\nfragments:\n\(fragments)item:\n"
        + "  - {linkId: g, type: group, use: f0, text: G, shortText: g}\n"
    }
    let ring = "  f0:\n    - {linkId: g, type: group, use: f0, text: G, shortText: g}\n"
    #expect(kinds(["how-to-fill-out/1-parties.yaml": step(ring)]).contains(.tooLarge))
    var doubling = ""
    for level in 0..<11 {
      doubling += "  f\(level):\n"
      for name in "abcdefgh" {
        doubling +=
          "    - {linkId: \(name), type: group, use: f\(level + 1), text: G, shortText: g}\n"
      }
    }
    doubling += "  f11:\n    - {linkId: a, type: group, text: G, shortText: g}\n"
    #expect(kinds(["how-to-fill-out/1-parties.yaml": step(doubling)]).contains(.tooLarge))
  }

  @Test func aLongListInManyQuestionsEnds() {
    let list = (0..<5_000).map { "- {code: c\($0), display: C\($0)}\n" }.joined()
    let items = (0..<60).map { TinyPack.question("q\($0)", "choice", "list: long") }.joined()
    #expect(
      kinds([
        "lists/long.yaml": list,
        "how-to-fill-out/1-parties.yaml": "step: parties\ntitle: T\nitem:\n\(items)",
      ]).contains(.tooLarge))
  }

  // MARK: Text

  @Test func deepTextEnds() {
    #expect(agreement(times(20_000, "* ** ")).contains(.tooLarge))
    #expect(agreement(times(20_000, "::: each laws\n")).contains(.tooLarge))
    #expect(agreement(times(20_000, "::: when any laws\n")).contains(.tooLarge))
    let list = (0..<400).map { times($0 * 2, " ") + "- item" }.joined(separator: "\n")
    #expect(agreement(list).contains(.tooLarge))
    #expect(!agreement(times(100_000, "{{")).isEmpty)
    #expect(!agreement(times(100_000, "{{a}}")).isEmpty)
    agreement(times(50_000, "| "))
    #expect(!agreement(times(100_000, "`")).isEmpty)
  }

  // MARK: Mutations

  /// Files of the shipped pack with bytes changed, taken out, doubled and swapped between files.
  @Test(arguments: 0..<4) func mutatedPacksNeverCrash(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    let original = TestPacks.realSources.files
    let paths = original.keys.sorted()
    for _ in 0..<6 {
      var files = original
      for _ in 0..<Int.random(in: 6...20, using: &random) {
        guard let path = paths.randomElement(using: &random), var bytes = files[path],
          !bytes.isEmpty
        else { continue }
        mutate(&bytes, &random)
        files[path] = bytes
      }
      _ = compile(SourceFiles(files))
    }
  }

  @Test(arguments: 0..<4) func mutatedMiniPacksNeverCrash(_ seed: UInt64) {
    var random = SeededRandom(seed: 100 + seed)
    let original = TestPacks.miniSources.files
    let paths = original.keys.sorted()
    for _ in 0..<100 {
      var files = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        guard let path = paths.randomElement(using: &random), var bytes = files[path],
          !bytes.isEmpty
        else { continue }
        mutate(&bytes, &random)
        files[path] = bytes
      }
      _ = compile(SourceFiles(files))
    }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededRandom) {
    let at = Int.random(in: bytes.indices, using: &random)
    let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: bytes[at] = UInt8.random(in: 32..<127, using: &random)
    case 1: bytes.removeSubrange(at..<end)
    case 2: bytes.insert(contentsOf: bytes[at..<end], at: at)
    case 3:
      let signs = Array(":,[]{}\"'#*&!|-{}()\n %.<>".utf8)
      bytes.insert(signs.randomElement(using: &random) ?? 58, at: at)
    case 4:
      let words = [
        "unknown", "is", "not", "any", "where", ":::", "{{", "}}", "rows", "table", "none",
      ]
      bytes.insert(contentsOf: Array((words.randomElement(using: &random) ?? "").utf8), at: at)
    case 5:
      // Two lines change places.
      let lines = bytes.split(separator: 10, omittingEmptySubsequences: false).map(Array.init)
      guard lines.count > 2 else { return }
      var swapped = lines
      swapped.swapAt(
        Int.random(in: lines.indices, using: &random), Int.random(in: lines.indices, using: &random)
      )
      bytes = Array(swapped.joined(separator: [10]))
    default: bytes.removeLast(bytes.count - at)
    }
  }
}
