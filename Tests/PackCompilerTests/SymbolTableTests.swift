import PackModel
import TestSupport
import Testing

@testable import PackCompiler

/// One table knows every name of a pack: what is unknown is said with the nearest name there is, and
/// what is given twice is said where it is given again.
struct SymbolTableTests {
  private func declared(
    _ changes: [String: String?] = [:]
  ) throws -> (symbols: SymbolTable, report: Report) {
    let sources = TestPacks.mini(with: changes)
    let report = Report(sources)
    let tree = try #require(readSyntax(sources, report))
    return (declareSymbols(tree, report), report)
  }

  // MARK: Unknown names

  private struct Unknown {
    let kind: SymbolKind
    let name: String
    let message: String
    let remedy: String

    init(_ kind: SymbolKind, _ name: String, _ message: String, _ remedy: String) {
      self.kind = kind
      self.name = name
      self.message = message
      self.remedy = remedy
    }
  }

  private static let near: [Unknown] = [
    Unknown(
      .member, "controller.nam", "There is no question and no value “controller.nam” here.",
      "Did you mean controller.name?"),
    Unknown(
      .member, "exposur", "There is no question and no value “exposur” here.",
      "Did you mean exposure?"),
    Unknown(
      .decision, "expozure", "There is no question and no value “expozure” here.",
      "Did you mean exposure?"),
    Unknown(
      .step, "partys", "There is no step “partys”.",
      "Did you mean parties? A step file begins with `step:`."),
    Unknown(
      .document, "agrement", "There is no document “agrement”.",
      "Did you mean agreement? Documents stand in pack.yaml."),
    Unknown(
      .journey, "drafts", "There is no journey “drafts”.", "Journeys stand in pack.yaml."),
    Unknown(
      .clause, "sub.genral", "There is no clause “sub.genral”.", "Did you mean sub.general?"),
    Unknown(
      .list, "contries", "There is no list “contries”.",
      "Did you mean countries? Lists stand in lists/NAME.yaml."),
    Unknown(
      .fragment, "part", "There is no fragment “part”.",
      "Fragments stand under `fragments` of a step file."),
    Unknown(
      .authority, "gdpr-28-33", "There is no authority “gdpr-28-33”.",
      "Did you mean gdpr-28-3? Add it to authorities.yaml, or cite one that stands there."),
    Unknown(
      .norm, "fine-rat", "There is no norm “fine-rat”.",
      "Did you mean fine-rate? Norms stand in norms.yaml."),
    Unknown(
      .term, "subprocessor", "There is no term “subprocessor”.",
      "Did you mean sub-processor? Terms stand in glossary.yaml."),
    Unknown(
      .obligation, "D-44", "There is no obligation “D-44”.",
      "Did you mean D-4? Obligations stand in obligations.yaml."),
    Unknown(.phrase, "rout", "There is no phrase “rout”.", "Did you mean route?"),
    Unknown(
      .check, "sub.notice-shor", "There is no check “sub.notice-shor”.",
      "Did you mean sub.notice-short?"),
  ]

  @Test func everyKindSaysWhatIsNear() throws {
    let symbols = try declared().symbols
    for unknown in Self.near {
      let fault = symbols.unknown(unknown.kind, unknown.name)
      #expect(fault.message == unknown.message)
      #expect(fault.remedy == unknown.remedy)
    }
    let kinds = Set(Self.near.map(\.kind))
    #expect(SymbolKind.allCases.filter { !kinds.contains($0) }.isEmpty)
  }

  @Test func whatIsFarFromEveryNameHasARemedyAndNoHint() throws {
    let symbols = try declared().symbols
    for kind in SymbolKind.allCases {
      let fault = symbols.unknown(kind, "something-else-altogether")
      #expect(!fault.remedy.contains("Did you mean"))
      #expect(!fault.remedy.isEmpty)
    }
  }

  @Test func aSiteMaySayTheHintInTheRemedysSteadOrNotAtAll() throws {
    let symbols = try declared().symbols
    #expect(symbols.unknown(.norm, "fine-rat", hint: .alone).remedy == "Did you mean fine-rate?")
    #expect(
      symbols.unknown(.obligation, "D-44", hint: .never).remedy
        == "Obligations stand in obligations.yaml.")
    #expect(symbols.unknown(.authority, "x", hint: .alone, remedy: "Add it.").remedy == "Add it.")
  }

  // MARK: Duplicates

  private static let step = "step: more\ntitle: More\n"

  @Test(arguments: [
    ("authorities/again.yaml", "- {id: gdpr-45}\n", "gdpr-45"),
    ("norms/again.yaml", "- {id: fine-rate}\n", "fine-rate"),
    ("glossary/again.yaml", "- {id: sub-processor}\n", "sub-processor"),
    ("obligations/again.yaml", "- {id: D-1}\n", "D-1"),
    ("phrases/again.yaml", "- {id: route}\n", "route"),
    ("checks/zz.yaml", "- {id: sub.notice-short}\n", "sub.notice-short"),
    ("coverage/again.yaml", "- {id: 0-memo}\n", "0-memo"),
    ("decisions/again.yaml", "- {id: transfer-route}\n", "transfer-route"),
    ("lists/more.yaml", "- {code: a, display: A}\n- {code: a, display: B}\n", "a"),
    ("zz/1.yaml", "step: help\ntitle: T\n", "help"),
    ("zz/1.yaml", step + "fragments: {party: []}\n", "party"),
    ("zz/1.yaml", step + "item:\n" + TinyPack.question("cost", "string"), "cost"),
    ("zz/1.yaml", step + "calculated:\n  - {id: exposure, value: turnover}\n", "exposure"),
    ("zz/1.yaml", step + "calculated:\n  - {id: cost, value: turnover}\n", "cost"),
    ("zz/1.yaml", step + "item:\n" + TinyPack.question("exposure", "money"), "exposure"),
    ("documents/agreement/99.md", "# Again {#sub}\n\nText.\n", "sub"),
    (
      "documents/agreement/99.md", "# More {#more}\n\n::: clause sub.flow\n\nText.\n:::\n",
      "sub.flow"
    ),
  ])
  func whatIsGivenTwiceIsSaidWhereItIsGivenAgain(
    _ file: String, _ text: String, _ id: String
  ) throws {
    let found = try declared([file: text]).report.sorted.filter { $0.kind == .duplicateID }
    #expect(found.map(\.file) == [file])
    #expect(found.map(\.message) == ["The id \(id) is given twice."])
  }

  // MARK: Order

  /// The entries of every file from the last to the first, and the files named so that the last
  /// comes first.
  @Test func whereAnEntryStandsMakesNoNameUnknown() throws {
    var files: [String: [UInt8]] = [:]
    for (path, bytes) in TestPacks.miniSources.files {
      var parts = path.split(separator: "/").map(String.init)
      if path.hasSuffix(".yaml"), parts.count == 1, path != "pack.yaml", path != "review.yaml",
        path != "finding.yaml", path != "changes.yaml"
      {
        files[path] = Array(Self.reversed(String(decoding: bytes, as: UTF8.self)).utf8)
      } else if parts.count > 1, parts[0] != "lists" {
        if parts[0] == "how-to-fill-out" { parts[0] = "zz-how-to-fill-out" }
        parts[parts.count - 1] = (parts[1].first == "1" ? "9" : "0") + parts[parts.count - 1]
        files[parts.joined(separator: "/")] = bytes
      } else {
        files[path] = bytes
      }
    }
    let pack = try compile(SourceFiles(files), lints: true).get()
    #expect(pack.steps.map(\.id) == ["review", "help", "parties"])
    #expect(pack.norms.map(\.id) == TestPacks.mini.norms.map(\.id).reversed())
    for clause in pack.clauses {
      let same = try #require(TestPacks.mini.clauses.first { $0.id == clause.id })
      #expect(clause.satisfies == same.satisfies)
      #expect(clause.alternative?.codes == same.alternative?.codes)
    }
  }

  private static func reversed(_ text: String) -> String {
    let entries = "\n\(text)".split(separator: "\n- ", omittingEmptySubsequences: true)
    return entries.reversed().map { "- \($0)\n" }.joined()
  }

  /// What a name can be compared with does not hang on what was read before it.
  @Test(arguments: [true, false]) func aPointerIsOneWhereverItStands(_ first: Bool) throws {
    let pointer = TinyPack.question("who", "choice", "rowsOf: [one, two]")
    let reader = TinyPack.question("told", "boolean", "enableWhen: who is one")
    let groups = ["one", "two"].map {
      "  - {linkId: \($0), type: group, text: \($0), shortText: \($0)}\n"
    }
    let pack = TinyPack.pack(groups + (first ? [pointer, reader] : [reader, pointer]))
    let told = try #require(pack.questions.first { $0.linkId == "told" })
    let who = try #require(pack.questions.firstIndex { $0.linkId == "who" })
    #expect(told.enableWhen == .equal(.member(.question(who)), .value(.row("one"))))
  }
}

/// Matters carry packs that were written before documents had roles: they open, and what was the
/// contract is the contract.
struct AssumedRoleTests {
  @Test func aPackWithoutRolesReadsAsItWasMeant() throws {
    var files = TestPacks.realSources.files
    let text = String(decoding: try #require(files["pack.yaml"]), as: UTF8.self)
    let without = text.replacing(#/role: [a-z]+, /#, with: "")
    #expect(without != text && !without.contains("role:"))
    files["pack.yaml"] = Array(without.utf8)
    let pack = try compile(SourceFiles(files)).get()
    #expect(pack.documents.map(\.role) == TestPacks.real.documents.map(\.role))
    // Its author is told to say it.
    guard case .failure(let failure) = compile(SourceFiles(files), lints: true) else {
      Issue.record("no role is missed")
      return
    }
    #expect(failure.diagnostics.count == pack.documents.count)
    #expect(failure.diagnostics.allSatisfy { $0.rendered.contains("has no `role`") })
  }
}
