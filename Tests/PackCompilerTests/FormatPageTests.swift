import Findings
import PackCompiler
import PackModel
import TestSupport
import Testing

/// The page that says how packs are written is itself a pack.
struct FormatPageTests {
  private func diagnostics(_ sources: SourceFiles) -> [String] {
    switch compile(sources) {
    case .success: []
    case .failure(let failure): failure.diagnostics.map(\.rendered)
    }
  }

  @Test func everyExampleIsAFileOfThePack() {
    let files = TestPacks.miniSources.files.keys.sorted()
    #expect(files.count == 25)
    #expect(files.contains("documents/agreement/07-sub-processors.md"))
    // A block that is no file would be an example that nobody compiles.
    let page = TestPacks.text("Questionnaires/FORMAT.md")
    let fences = page.split(separator: "\n").filter { $0.hasPrefix("```") }.count
    #expect(fences == 2 * (files.count + 1), "one block, the list of files, is no file")
  }

  @Test func thePageCompilesWithoutADiagnostic() {
    #expect(diagnostics(TestPacks.miniSources).isEmpty)
  }

  @Test func itsChecksProveThemselves() throws {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    #expect(prove(TestPacks.mini, asOf: day).isEmpty)
  }

  @Test func theShippedPackCompilesWithoutADiagnostic() {
    #expect(diagnostics(TestPacks.realSources).isEmpty)
  }

  @Test func linesMayEndAsOnWindows() throws {
    var files = TestPacks.miniSources.files
    for (path, bytes) in files {
      let text = String(decoding: bytes, as: UTF8.self)
      files[path] = Array(text.replacing("\n", with: "\r\n").utf8)
    }
    let sources = SourceFiles(files)
    #expect(diagnostics(sources).isEmpty)
    let pack = try compile(sources).get()
    #expect(pack.clauses == TestPacks.mini.clauses)
    #expect(pack.questions == TestPacks.mini.questions)
  }

  @Test func thePageNamesEveryColumnThatAReportCanWalk() throws {
    let lines = TestPacks.text("Questionnaires/FORMAT.md").split(separator: "\n")
    let head = try #require(lines.firstIndex(of: "| Table | Columns | |"))
    var columns: [String: [String]] = [:]
    for line in lines[(head + 2)...].prefix(while: { $0.hasPrefix("| `") }) {
      let cells = line.split(separator: "|").map { $0.split(separator: " ").joined(separator: " ") }
      columns[cells[0].filter { $0 != "`" }] = cells[1].split(separator: ", ")
        .map(String.init)
    }
    #expect(Set(columns.keys) == Set(ReportTable.allCases.map(\.rawValue)))
    for table in ReportTable.allCases {
      #expect(columns[table.rawValue] == table.columns.map(\.word), "\(table)")
    }
  }

  @Test func thePageNamesEveryFactThatAReportPrints() {
    let page = TestPacks.text("Questionnaires/FORMAT.md")
    for fact in ReportFact.allCases {
      #expect(page.contains("`{{\(fact.rawValue)}}`"), "\(fact)")
    }
  }

  @Test func theHashIsOverPathsAndBytes() {
    var files = TestPacks.miniSources.files
    let before = SourceFiles(files).hash
    #expect(before.count == 64)
    files["coverage.yaml"]?.append(10)
    #expect(SourceFiles(files).hash != before)
    let moved = SourceFiles(["a": [1], "b": []]).hash
    #expect(moved != SourceFiles(["a": [], "b": [1]]).hash)
  }
}
