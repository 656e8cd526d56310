import PackCompiler
import TestSupport
import Testing

/// Every fault is said in words that an author can act on.
struct DiagnosticTests {
  private func diagnostics(_ sources: SourceFiles) -> [Diagnostic] {
    switch compile(sources, lints: true) {
    case .success: []
    case .failure(let failure): failure.diagnostics
    }
  }

  @Test(arguments: Fixture.all) func saysWhatIsWrong(_ fixture: Fixture) throws {
    let found = diagnostics(fixture.sources)
    let first = try #require(fixture.meant(found), "\(found.map(\.rendered))")
    #expect(first.rendered == fixture.rendered)
  }

  @Test func everyKindHasAFixture() {
    let shown = Set(Fixture.all.map(\.kind))
    #expect(Diagnostic.Kind.allCases.filter { !shown.contains($0) }.isEmpty)
  }

  @Test func allFaultsAreSaidAtOnceInTheOrderOfTheFiles() {
    let found = diagnostics(
      TestPacks.mini(with: [
        "norms.yaml": "- {id: a, kind: LAW}\n", "lists/countries.yaml": "- {code: de}\n",
        "decisions.yaml": nil,
      ]))
    let places = found.map { ($0.file, $0.line, $0.column) }
    #expect(Set(found.map(\.file)).count > 3)
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test func aFileThatIsNotTextIsNamed() {
    var files = TestPacks.miniSources.files
    files["norms.yaml"] = [0x66, 0xFF, 0xFE]
    #expect(
      diagnostics(SourceFiles(files)).map(\.rendered) == [
        "norms.yaml: This file is not UTF-8.\n  Save it as UTF-8.\n"
      ])
    #expect(
      diagnostics(SourceFiles([:])).map(\.rendered) == [
        "pack.yaml: There is no pack.yaml.\n  A pack is a folder with a pack.yaml; see FORMAT.md, Files.\n"
      ])
  }

  @Test func controlCharactersOfAFileDoNotReachTheTerminal() throws {
    let found = diagnostics(
      TestPacks.mini(with: [
        "documents/agreement/07-sub-processors.md":
          "# T {#t}\n\n::: clause a\n\n\u{1B}]0;owned\u{7} \u{202E} `code`\n:::\n"
      ]))
    #expect(!found.isEmpty)
    for diagnostic in found {
      let scalars = diagnostic.rendered.unicodeScalars
      #expect(!scalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    }
  }

  @Test func ofALongLineThePartAroundThePlaceIsShown() throws {
    let long = String(repeating: "word ", count: 2000) + "{{nobody}} at the end"
    let found = diagnostics(
      TestPacks.mini(with: [
        "documents/agreement/08.md": "# Long {#long}\n\n::: clause long.one\n\n\(long)\n:::\n"
      ]))
    let rendered = try #require(found.first).rendered
    #expect(rendered.utf8.count < 600)
    let lines = rendered.split(separator: "\n")
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let at = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(at).hasPrefix("nobody"))
  }
}
