import ArgumentParser
import Documents
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Publishing

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Write the agreement.")

  @Argument(help: "The matter file, or with --all a folder of matters.") var matter: String
  @Flag(help: "Every matter in the folder; one that fails does not stop the rest.") var all = false
  @ArgumentParser.Option(
    help: ArgumentHelp("md, txt, html, docx, pdf; several with commas.", valueName: "formats"))
  var to = "md"
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "The folder to write to; left out with --all, documents lie beside their matters.",
      valueName: "folder"))
  var out: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @OptionGroup var forms: FormOptions
  @OptionGroup var look: StyleOptions
  @Flag(help: "Open points are a failure (exit code 1).") var strict = false

  func run() async throws {
    let formats = try DocumentFormats.read(to)
    let forms = try forms.chosen()
    let style = try StyleFolder.load(look.style)
    let asOf = asOf
    @Sendable func draft(_ path: String, to folder: String) async throws -> DocumentWriter.Result {
      let session = try MatterSession.open(path, by: Person.named(nil), readOnly: true)
      defer { session.file.close() }
      let writer = try DocumentFormats.writer(session, asOf, forms, style)
      var result = DocumentWriter.Result()
      // What else the matter wants comes with it, such as a memo that none is needed.
      for document in wantedDocuments(writer.evaluation)
      where document != "gap-report" && document != "amendment" {
        result.add(await writer.write(document, as: formats, to: folder))
      }
      let findings = examine(writer.evaluation, asOf: writer.asOf)
      result.remarks += RoundTrip.lines(writer.evaluation, findings)
      return result
    }
    guard all else {
      let result = try await draft(matter, to: out ?? ".")
      return try DocumentFormats.tell(result, strict: strict && result.blanks > 0)
    }
    let out = out
    let batch = try Batch(folder: matter)
    var (result, failures, failed) = await batch.run { path in
      try await draft(
        path,
        to: out.map { "\($0)/\(MatterSession.title(of: path))" } ?? EffectRunner.folder(of: path))
    }
    (result.written, result.missing) = ([], failures.map(\.line))
    if failed > 0 {
      result.missing.append("\(failed) of \(batch.paths.count) matters failed.")
    }
    try DocumentFormats.tell(result, strict: strict && result.blanks > 0)
  }
}

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the gap report.")

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "md, txt, html, docx, pdf, json, and the action plan as csv or ics; several with commas.",
      valueName: "formats"))
  var to = "md"
  @ArgumentParser.Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out = "."
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @OptionGroup var forms: FormOptions
  @OptionGroup var look: StyleOptions
  @Flag(help: "Findings and open points are a failure (exit code 1).") var strict = false

  func run() async throws {
    var names = to.split(separator: ",").map(String.init)
    let wanted = Set(names).intersection(["json", "csv", "ics"])
    names.removeAll { wanted.contains($0) }
    let formats = try DocumentFormats.read(names.joined(separator: ","))
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let writer = try DocumentFormats.writer(
      session, asOf, try forms.chosen(), try StyleFolder.load(look.style))
    var result = DocumentWriter.Result()
    if !formats.isEmpty { result.add(await writer.write("gap-report", as: formats, to: out)) }
    let findings = examine(writer.evaluation, asOf: writer.asOf)
    if !wanted.isEmpty {
      let report = ReportJSON(session, writer.evaluation, findings, writer.settings)
      let plan = ActionPlan(
        entries: report.data.findings, matter: session.title, first: try session.stamp(of: 1),
        last: try session.stamp(of: writer.evaluation.sheet.head))
      if wanted.contains("json") { keep(report.json.text, "gap-report.json", &result) }
      if wanted.contains("csv") { keep(plan.csv, "action-plan.csv", &result) }
      if wanted.contains("ics") { keep(plan.calendar, "action-plan.ics", &result) }
    }
    let open = writer.evaluation.openAnswers().count { $0.state != .notApplicable }
    let failed = findings.failed(writer.evaluation.pack).count
    // The report's own blanks are the same open answers again.
    result.blanks = 0
    if failed + open > 0 {
      Console.complain(
        "The report lists \(failed == 1 ? "1 finding" : "\(failed) findings") and "
          + "\(open == 1 ? "1 open answer" : "\(open) open answers").")
    }
    let missing = findings.coverage.filter {
      $0.status != .covered && writer.evaluation.pack.obligations[$0.obligation].row != nil
    }
    .count
    try DocumentFormats.tell(result, strict: strict && failed + open + missing > 0)
  }

  private func keep(_ text: String, _ name: String, _ result: inout DocumentWriter.Result) {
    let path = "\(out)/\(name)"
    do throws(FileError) {
      try Files.makeFolder(out)
      try Files.write(Array(text.utf8), to: path)
      result.written.append(path)
    } catch {
      result.missing.append(error.message)
    }
  }
}

enum DocumentFormats {
  static func read(_ names: String) throws -> [Format] {
    try names.split(separator: ",").map { name in
      guard let format = Format(rawValue: String(name)) else {
        throw Outcome.usage(
          "“\(name)” is no format. Formats: "
            + Format.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      return format
    }
  }

  static func writer(
    _ session: MatterSession, _ asOf: String?, _ forms: [DocumentForm: String],
    _ style: HouseStyle?
  ) throws -> DocumentWriter {
    let last: String
    do throws(MatterError) {
      last = try session.file.entry(session.file.sheet.head)?.when ?? ""
    } catch {
      throw Outcome(error)
    }
    return DocumentWriter(
      session.evaluation, asOf: try AsOf.date(asOf), matter: session.title, lastEntry: last,
      forms: forms, style: style)
  }

  /// Names what was written, and on standard error what is open and what is missing.
  static func tell(_ result: DocumentWriter.Result, strict: Bool) throws {
    for path in result.written { Console.say(path) }
    for remark in result.remarks { Console.complain(remark) }
    if result.blanks > 0 {
      Console.complain(
        result.blanks == 1
          ? "1 open point stands in the document as a named blank."
          : "\(result.blanks) open points stand in the document as named blanks.")
    }
    if !result.missing.isEmpty || strict { throw Outcome(code: .found, lines: result.missing) }
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a sentence or a finding is there, or what a question does.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "A number of the agreement (7.2, Annex B), a linkId, or a finding's id.")
  var place: String

  func run() throws {
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: Clock.today)
    guard
      let document = draft("agreement", evaluation, findings, DraftSettings(of: evaluation.sheet))
    else {
      throw Outcome.found("The questionnaire has no agreement.")
    }
    let explainer = Explainer(evaluation: evaluation, document: document)
    guard
      let lines = explainer.explain(place)
        ?? FindingExplainer(evaluation: evaluation, findings: findings).explain(place)
    else {
      throw Outcome.found(
        "“\(place)” is no number in the agreement, no question and no finding.",
        "Numbers are those of the draft, such as 7.2; linkIds are listed by art28 questions, "
          + "findings by art28 follow \(matter).")
    }
    for line in lines { Console.say(line) }
  }
}
