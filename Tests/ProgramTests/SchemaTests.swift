import Glibc
import TestSupport
import Testing

/// The schema that editors use for answers: it takes every case of the questionnaires, and refuses
/// what the program refuses.
@Suite(.enabled(if: OtherTools.pythonIsHere)) struct SchemaTests {
  private static let script = """
    import json, pathlib, sys, yaml, jsonschema
    schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
    validator = jsonschema.Draft202012Validator(schema)
    jsonschema.Draft202012Validator.check_schema(schema)
    for name in sys.argv[2:]:
        answers = yaml.load(pathlib.Path(name).read_text(), yaml.BaseLoader)
        for error in validator.iter_errors(answers):
            print(f"{name}: {'.'.join(map(str, error.absolute_path))}: {error.message}")
    """

  private func faults(_ files: [String], in place: Place) throws -> Program {
    try place.write(Self.script, to: "validate.py")
    let names = files.map { "'\($0)'" }.joined(separator: " ")
    let schema = "\(Project.path)/Questionnaires/answers.schema.json"
    return try Program.shell(
      "'\(OtherTools.python)' -I validate.py '\(schema)' \(names)", in: place)
  }

  @Test func everyWholeCaseFits() throws {
    let examples = "Questionnaires/ai-dpa/examples"
    var files: [String] = []
    for name in try Project.names(in: examples) {
      for file in try Project.names(in: "\(examples)/\(name)") where file.hasSuffix(".yaml") {
        files.append("\(Project.path)/\(examples)/\(name)/\(file)")
      }
    }
    #expect(files.count >= 4)
    let run = try faults(files, in: Place())
    #expect(run.code == 0 && run.said.isEmpty, "\(run)")
  }

  /// What the report says as JSON is what its published schema promises, for a draft and for a
  /// vendor's paper.
  @Test(arguments: [true, false]) func theReportKeepsItsSchema(_ isDraft: Bool) throws {
    let place = try Place()
    var answers = "answers.yaml"
    if isDraft {
      try place.writeWholeCase()
    } else {
      answers = "\(Project.path)/Questionnaires/ai-dpa/examples/clean-review/answers.yaml"
    }
    let made = try Program.run(
      "new", "case.art28", "--journey", isDraft ? "draft" : "self-test", "--from", answers, "--by",
      "T", in: place)
    #expect(made.code == 0, "\(made)")
    _ = try Program.run("report", "case.art28", "--to", "json", in: place)
    try place.write(
      """
      import json, pathlib, sys, jsonschema
      schema = json.loads(pathlib.Path(sys.argv[1]).read_text())
      jsonschema.Draft202012Validator.check_schema(schema)
      report = json.loads(pathlib.Path("gap-report.json").read_text())
      for error in jsonschema.Draft202012Validator(schema).iter_errors(report):
          print(error.json_path, error.message)
      """, to: "validate-report.py")
    let schema = "\(Project.path)/Questionnaires/gap-report.schema.json"
    let run = try Program.shell(
      "'\(OtherTools.python)' -I validate-report.py '\(schema)'", in: place)
    #expect(run.code == 0 && run.said.isEmpty, "\(run)")
  }

  @Test(arguments: [
    "people: {state: maybe}", "people: {state: not-applicable}", "Text 1: one",
    "people: [{}]", "text-1: []\ntext-1 b: x", "people: [[a]]", "- text-1",
  ])
  func whatIsNoAnswerDoesNot(_ answers: String) throws {
    let place = try Place()
    try place.write(answers, to: "answers.yaml")
    #expect(try !faults(["answers.yaml"], in: place).said.isEmpty)
  }
}
