import TestSupport
import Testing

/// The pages of every example case, looked at by script as a reader would.
@Suite(.enabled(if: OtherTools.pythonIsHere && OtherTools.isHere("pdftotext")))
struct PageTests {
  @Test(arguments: try Project.names(in: "Questionnaires/ai-dpa/examples"))
  func noHeadingIsLeftAloneAndTheContentsAreRight(_ name: String) throws {
    let place = try Place()
    let folder = "Questionnaires/ai-dpa/examples/\(name)"
    let answers = try Project.names(in: folder).filter { $0.hasSuffix(".yaml") }
      .map { try Project.text(of: "\(folder)/\($0)") }
    try place.write(answers.joined(separator: "\n"), to: "answers.yaml")
    try Program.run("new", "case.art28", "--from", "answers.yaml", in: place).expectSuccess()
    try Program.run("draft", "case.art28", "--to", "pdf", in: place).expectSuccess()
    try Program.run(
      "report", "case.art28", "--to", "pdf", "--as-of", "2026-11-21", in: place
    ).expectSuccess()
    let run = try Program.shell(
      "python3 '\(Project.path)/scripts/check-pages' agreement.pdf gap-report.pdf", in: place)
    #expect(run.code == 0, "\(run)")
    #expect(run.lines.count == 2, "\(run)")
  }
}
