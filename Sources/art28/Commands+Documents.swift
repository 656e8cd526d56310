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
  @ArgumentParser.Option(
    name: .customLong("with"),
    help: ArgumentHelp(
      "memo: what was chosen below the law, and why; playbook; why: also NAME.why.json, what every sentence rests on; several with commas.",
      valueName: "extras"))
  var extras = ""
  @OptionGroup var forms: FormOptions
  @OptionGroup var look: StyleOptions
  @OptionGroup var files: OverwriteOptions
  @Flag(help: "Open points are a failure (exit code 1).") var strict = false
  @Flag(
    name: .customLong("final"),
    help: "A final copy for signature, with a manifest; it must have no blank.")
  var isFinal = false
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A blank that the final copy leaves open, with the reason; may be given many times.",
      valueName: "linkId=reason"))
  var leave: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "A critical finding that the final copy is published over, with the reason; may be given many times.",
      valueName: "finding=reason"))
  var despite: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("Sign the final copy with this key (art28 key new).", valueName: "file"))
  var sign: String?
  @OptionGroup var person: PersonOptions

  func run() async throws {
    if isFinal { return try await publish() }
    guard leave.isEmpty, despite.isEmpty, sign == nil else {
      throw Outcome.usage("--leave, --despite and --sign go with --final.")
    }
    let formats = try DocumentFormats.read(to)
    let extras = extras
    let forms = try forms.chosen()
    let style = try StyleFolder.load(look.style)
    let asOf = asOf
    let overwrites = files.overwrite
    @Sendable func draft(_ path: String, to folder: String) async throws -> DocumentWriter.Result {
      let session = try MatterSession.open(path, by: Person.named(nil), readOnly: true)
      defer { session.file.close() }
      let writer = try DocumentFormats.writer(session, asOf, forms, style, overwrites: overwrites)
      var result = DocumentWriter.Result()
      // What else the matter wants comes with it, such as a memo that none is needed.
      let (extras, documents) = try DraftExtra.read(extras, session.pack)
      let signed = DocumentFormats.signed(writer.evaluation, with: documents)
      let report = signed.count > 1 ? writer.report : nil
      for document in signed {
        result.add(
          await writer.write(document, as: formats, to: folder, with: extras, of: report))
      }
      result.remarks += RoundTrip.lines(writer.evaluation, writer.findings)
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
    (result.written, result.held, result.missing) = ([], [], failures.map(\.line))
    if failed > 0 {
      result.missing.append("\(failed) of \(batch.paths.count) matters failed.")
    }
    try DocumentFormats.tell(result, strict: strict && result.blanks > 0)
  }

  private func publish() async throws {
    let formats = try DocumentFormats.read(to)
    guard !all else { throw Outcome.usage("A final copy is of one matter: leave --all out.") }
    guard extras.isEmpty else { throw Outcome.usage("--with goes with a draft, not with --final.") }
    let key = try sign.map(Keys.signing)
    let session = try MatterSession.open(matter, by: person.name)
    defer { session.file.close() }
    let copy = FinalCopy(
      session: session, asOf: try AsOf.date(asOf), forms: try forms.chosen(),
      style: try StyleFolder.load(look.style), folder: out ?? ".",
      output: Output(of: session, overwrites: files.overwrite))
    let result = try await copy.publish(
      as: formats, leaving: leave, despite: despite, signing: key)
    for path in result.paths { Console.say(path) }
    for remark in result.remarks { Console.complain(remark) }
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
  @OptionGroup var files: OverwriteOptions
  @Flag(help: "Findings and open points are a failure (exit code 1).") var strict = false

  func run() async throws {
    var names = to.split(separator: ",").map(String.init)
    let wanted = Set(names).intersection(["json", "csv", "ics"])
    names.removeAll { wanted.contains($0) }
    let formats = try DocumentFormats.read(names.joined(separator: ","))
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let writer = try DocumentFormats.writer(
      session, asOf, try forms.chosen(), try StyleFolder.load(look.style),
      overwrites: files.overwrite)
    var result = DocumentWriter.Result()
    let data = writer.report
    if !formats.isEmpty {
      result.add(await writer.write("gap-report", as: formats, to: out, of: data))
    }
    let findings = writer.findings
    if !wanted.isEmpty {
      let report = ReportJSON(session, writer.evaluation, findings, data)
      let plan = ActionPlan(
        entries: report.data.actions, matter: session.title, first: try session.stamp(of: 1),
        last: try session.stamp(of: writer.evaluation.sheet.head))
      try Files.outcome { () throws(FileError) in try Files.makeFolder(out) }
      func keep(_ text: String, _ name: String) {
        result.write(Array(text.utf8), to: "\(out)/\(name)", by: writer.output)
      }
      if wanted.contains("json") { keep(report.json.text, "gap-report.json") }
      if wanted.contains("csv") { keep(plan.csv, "action-plan.csv") }
      if wanted.contains("ics") { keep(plan.calendar, "action-plan.ics") }
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
}

enum DocumentFormats {
  /// The documents that go to the other side, by their ids; reports and amendments are written on
  /// their own.
  static func signed(_ evaluation: Evaluation, with: [String] = []) -> [String] {
    wantedDocuments(evaluation, with: with).filter { $0 != "gap-report" && $0 != "amendment" }
  }

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
    _ style: HouseStyle?, overwrites: Bool
  ) throws -> DocumentWriter {
    let last: String
    var signers: [Int: DraftSettings.Signer] = [:]
    let evaluation = session.evaluation
    do throws(MatterError) {
      last = try session.file.entry(session.file.sheet.head)?.when ?? ""
      // Who stands behind a choice below the law is printed with it.
      for shortfall in evaluation.shortfalls() {
        guard let number = session.file.sheet.origins[shortfall.key],
          let entry = try session.file.entry(number)
        else { continue }
        signers[number] = DraftSettings.Signer(by: entry.by, when: entry.when)
      }
    } catch {
      throw Outcome(error)
    }
    return DocumentWriter(
      evaluation, asOf: try AsOf.date(asOf), matter: session.title, lastEntry: last,
      output: Output(of: session, overwrites: overwrites), forms: forms, style: style,
      signers: signers)
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
    let failures = result.failures
    if !failures.isEmpty || strict { throw Outcome(code: .found, lines: failures) }
  }
}

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say why a sentence or a finding is there, or what a question does.")

  @Argument(help: "The matter file.") var matter: String
  @Argument(
    help: "A number of the agreement (7.2, Annex B), words of it, a linkId, or a finding's id.")
  var place: String

  func run() throws {
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    let evaluation = session.evaluation
    guard session.pack.document("agreement") != nil else {
      throw Outcome.found("The questionnaire has no agreement.")
    }
    let (today, file) = (Clock.today, session.file)
    let explainer = Explainer(evaluation: evaluation, asOf: today) { number in
      guard let entry = try? file.entry(number) else { return nil }
      return "\(entry.when.prefix(10)), \(entry.by)"
    }
    guard
      let lines = FindingExplainer(evaluation: evaluation, asOf: today).explain(place)
        ?? explainer.explain(place)
    else {
      throw Outcome.found(
        "“\(place)” is no number in the agreement, no words of it, no question and no finding.",
        "Numbers are those of the draft, such as 7.2; linkIds are listed by art28 questions, "
          + "findings by art28 follow \(matter).")
    }
    for line in lines { Console.say(line) }
  }
}
