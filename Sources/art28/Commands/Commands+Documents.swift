import ArgumentParser
import Casework
import Interview
import Matters
import Publishing

struct DraftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft", abstract: "Write the agreement.")

  @Argument(help: "The matter file, or with --all a folder of matters.") var matter: String
  @Flag(help: "Every matter in the folder; one that fails does not stop the rest.") var all = false
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "md, txt, html, docx, pdf; for papers of --with also csv, xlsx: their tables as rows. Several with commas.",
      valueName: "formats"))
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
      "Papers that the questionnaire has for the asking, such as records or a memo; an unknown word lists them. why: also NAME.why.json, what every sentence rests on. Several with commas.",
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
    let style = try StyleFolder.load(look.style, at: .here)
    let asOf = try AsOf.date(asOf)
    let (overwrites, all) = (files.overwrite, all)
    @Sendable func draft(_ path: String, to folder: String) async throws -> DocumentWriter.Result {
      let session = try MatterSession.read(path, at: .here)
      defer { session.file.close() }
      if !all, let likeness = PackStore.likeness(session.pack, at: .here) {
        Console.complain(likeness)
      }
      let writer = try DocumentWriter(
        of: session, asOf: asOf, forms: forms, style: style, overwrites: overwrites)
      return try await writer.writeDraft(as: formats, to: folder, with: extras)
    }
    guard all else {
      let result = try await draft(matter, to: out ?? ".")
      return try DocumentFormats.tell(result, strict: strict && result.blanks > 0)
    }
    let out = out
    let batch = try Batch(folder: matter)
    let bar = ProgressBar(count: batch.paths.count)
    var (result, failures, failed) = await batch.run(tell: bar.tell) { path in
      try await draft(
        path,
        to: out.map { "\($0)/\(MatterSession.title(of: path))" }
          ?? MatterSession.documentFolder(of: path))
    }
    bar.clear()
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
    let session = try MatterSession.open(matter, by: person.name, at: .here)
    defer { session.file.close() }
    if let likeness = PackStore.likeness(session.pack, at: .here) { Console.complain(likeness) }
    let copy = FinalCopy(
      of: session, asOf: try AsOf.date(asOf), forms: try forms.chosen(),
      style: try StyleFolder.load(look.style, at: .here), to: out ?? ".",
      output: Output(of: session, overwrites: files.overwrite))
    let result = try await copy.publish(
      as: formats, leaving: leave, despite: despite, signing: key)
    for path in result.paths { Console.say(path) }
    for remark in result.remarks { Console.complain(remark) }
  }
}

struct ReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write the gap report.",
    discussion: """
      With --beside it holds the review of another vendor's paper beside this one, or of several: \
      row by row with grade, figure and place, what differs first. With --before it shows what \
      became of each row and finding since an earlier review of the same paper, another matter or \
      a moment of this one (MATTER@12).
      """)

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Other matters whose reviews stand beside this one.", valueName: "matters"))
  var beside: [String] = []
  @ArgumentParser.Option(
    help: ArgumentHelp("The matter, or moment, of the earlier review.", valueName: "matter"))
  var before: String?
  @ArgumentParser.Option(
    help: ArgumentHelp(
      "md, txt, html, docx, pdf, json, its tables as xlsx, and the action plan as csv or ics; several with commas.",
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
  @Flag(
    help: "All that was found in full: minor findings and notes, and the texts that close the gaps."
  )
  var long = false
  @Flag(help: "Findings and open points are a failure (exit code 1).") var strict = false

  func run() async throws {
    if !beside.isEmpty || before != nil { return try await runBeside() }
    let names = to.split(separator: ",").map(String.init)
    let extras = Set(names.compactMap(GapReport.Extra.init))
    let formats = try DocumentFormats.read(
      names.filter { GapReport.Extra(rawValue: $0) == nil }.joined(separator: ","))
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let writer = try DocumentWriter(
      of: session, asOf: try AsOf.date(asOf), forms: try forms.chosen(),
      style: try StyleFolder.load(look.style, at: .here), overwrites: files.overwrite,
      isLong: long)
    let report = GapReport(session, writer)
    let result = try await report.write(as: formats, extras, to: out)
    let (failed, open) = (report.failed, report.open)
    if failed + open > 0 {
      Console.complain(
        "The report lists \(failed == 1 ? "1 finding" : "\(failed) findings") and "
          + "\(open == 1 ? "1 open answer" : "\(open) open answers").")
    }
    try DocumentFormats.tell(result, strict: strict && failed + open + report.missing > 0)
  }

  /// Two or more reviews in one document.
  private func runBeside() async throws {
    guard beside.isEmpty || before == nil else {
      throw Outcome.usage(
        "--beside holds vendors beside each other, --before two versions: take one.")
    }
    let formats = try DocumentFormats.read(to)
    let forms = try forms.chosen()
    let asOf = try AsOf.date(asOf)
    let session = try MatterSession.read(Moment.place(matter).path, at: .here)
    defer { session.file.close() }
    let writer = try DocumentWriter(
      of: session, asOf: asOf, forms: forms, style: try StyleFolder.load(look.style, at: .here),
      overwrites: files.overwrite)
    let named = before.map { [$0, matter] } ?? ([matter] + beside)
    let report = try BesideReport(
      try named.map { try .named($0, at: .here) }, areVersions: before != nil, asOf: asOf,
      forms: forms)
    try DocumentFormats.tell(await report.write(as: formats, to: out, by: writer), strict: false)
  }
}

/// Formats as a command line names them, and what came of writing them.
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
    if !failures.isEmpty || strict { throw Outcome(.found, lines: failures) }
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
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    for line in try session.explain(place, of: matter) { Console.say(line) }
  }
}
