import ArgumentParser
import Drafting
import Findings
import Interview
import Matters
import PackModel

struct FollowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow", abstract: "Say who does what about a finding, and until when.",
    discussion: """
      Without a finding all are listed; with one and nothing else it is shown. A word of none \
      takes a value away. What is kept stands in the report, its CSV and its calendar.
      """)

  @Argument(help: "The matter file.") var matter: String
  @Argument(help: "The finding's id, as the list and the report name it.") var finding: String?
  @ArgumentParser.Option(help: ArgumentHelp("Who is to do it.", valueName: "name"))
  var owner: String?
  @ArgumentParser.Option(help: ArgumentHelp("Until when.", valueName: "date")) var due: String?
  @ArgumentParser.Option(
    help: ArgumentHelp("open, in-progress, done or accepted.", valueName: "status"))
  var status: String?
  @ArgumentParser.Option(help: ArgumentHelp("Why the risk is accepted.", valueName: "words"))
  var reason: String?
  @ArgumentParser.Option(help: ArgumentHelp("When to look again.", valueName: "date"))
  var reReview: String?
  @OptionGroup var person: PersonOptions

  func run() throws {
    let isWriting = [owner, due, status, reason, reReview].contains { $0 != nil }
    let session = try MatterSession.open(
      matter, by: isWriting ? person.name : Person.named(nil), readOnly: !isWriting)
    defer { session.file.close() }
    let evaluation = session.evaluation
    let findings = examine(evaluation, asOf: Clock.today)
    let all = findings.findings(evaluation.pack)
    guard let finding else {
      if isWriting {
        throw Outcome.usage("Name the finding: art28 follow MATTER FINDING --owner …")
      }
      for item in all { Console.say(FollowUpWords.line(item, evaluation, findings.asOf)) }
      if all.isEmpty { Console.say("There are no findings.") }
      return
    }
    guard all.contains(where: { $0.id == finding }) else {
      throw Outcome.found(
        "There is no finding “\(finding)” now.", "art28 follow \(matter) lists those there are.")
    }
    if isWriting {
      var follow = session.file.sheet.followUp(finding)
      try change(&follow)
      if let fault = follow.fault { throw Outcome.usage(fault) }
      let changes = session.file.sheet.following(finding, follow)
      if !changes.isEmpty {
        do throws(MatterError) {
          try session.append(changes)
        } catch {
          throw Outcome(error)
        }
      }
    }
    if let item = all.first(where: { $0.id == finding }) {
      Console.say(FollowUpWords.line(item, session.evaluation, findings.asOf))
    }
  }

  private func change(_ follow: inout FollowUp) throws {
    func words(_ text: String) -> String? { text == "none" || text.isEmpty ? nil : text }
    func date(_ text: String) throws -> CalendarDate? {
      guard let words = words(text) else { return nil }
      guard let date = CalendarDate(iso: words) else {
        throw Outcome.usage("“\(text)” is no date: write 2026-03-01.")
      }
      return date
    }
    if let owner { follow.owner = words(owner) }
    if let due { follow.due = try date(due) }
    if let reReview { follow.reReview = try date(reReview) }
    if let reason { follow.reason = words(reason) }
    if let status {
      guard let known = FollowUp.Status(rawValue: status) else {
        throw Outcome.usage(
          "“\(status)” is no status: write "
            + FollowUp.Status.allCases.map(\.rawValue).joined(separator: ", ") + ".")
      }
      follow.status = known
    }
  }
}

enum FollowUpWords {
  /// "major  sub.notice-short  open, owner Ana, due 1 March 2027  Notice of 5 days …"
  static func line(_ finding: Finding, _ evaluation: Evaluation, _ asOf: CalendarDate) -> String {
    let words = FindingWords(finding.result, evaluation, asOf)
    let follow = evaluation.sheet.followUp(finding.id)
    let parts = [
      follow.status.words + (follow.reason.map { " (\($0))" } ?? ""),
      follow.owner.map { "owner \($0)" },
      follow.due.map { "due \(Language.british.date($0))" },
      follow.reReview.map { "re-review \(Language.british.date($0))" },
    ].compactMap { $0 }
    return "\(words.severity.rawValue)  \(finding.id)  \(parts.joined(separator: ", "))  "
      + words.finding
  }
}

struct AmendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Write the amendment that closes the findings.",
    discussion: "It holds the text of every clause that closes a finding, once.")

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp("md, txt, html, docx, pdf; several with commas.", valueName: "formats"))
  var to = "md"
  @ArgumentParser.Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out = "."
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @OptionGroup var forms: FormOptions
  @OptionGroup var look: StyleOptions
  @OptionGroup var files: OverwriteOptions

  func run() async throws {
    let formats = try DocumentFormats.read(to)
    let session = try MatterSession.open(matter, by: Person.named(nil), readOnly: true)
    defer { session.file.close() }
    guard session.pack.document("amendment") != nil else {
      throw Outcome.found("The questionnaire has no amendment.")
    }
    let writer = try DocumentFormats.writer(
      session, asOf, try forms.chosen(), try StyleFolder.load(look.style),
      overwrites: files.overwrite)
    let data = writer.report
    guard !(data.tables[.insertions] ?? []).isEmpty else {
      throw Outcome.found(
        "There is nothing to amend: no finding has a clause that would close it.",
        "What is open or was not assessed stands in the report: art28 report \(matter)")
    }
    let result = await writer.write("amendment", as: formats, to: out, of: data)
    let without = data.findings.count { $0.clause == nil }
    if without > 0 {
      Console.complain(
        without == 1
          ? "1 finding is closed by no clause; the report says what to do."
          : "\(without) findings are closed by no clause; the report says what to do.")
    }
    try DocumentFormats.tell(result, strict: false)
  }
}

/// Whether our own draft passes the contract column of its own self-test. The rows are told in a
/// line; which duty of them waits for what is the report's to say.
enum RoundTrip {
  static func lines(_ evaluation: Evaluation, _ findings: FindingsResult) -> [String] {
    guard !findings.coverage.isEmpty else { return [] }
    func rows(_ levels: Matrix.Grade.Level...) -> [String] {
      findings.matrix.rows.filter { levels.contains($0.contract.level) }.map(GradeWords.label)
    }
    let lacking = rows(.missing, .vague)
    let open = rows(.notAssessed)
    guard !lacking.isEmpty || !open.isEmpty else { return [] }
    let blanks = open.isEmpty ? nil : "blanks stand in \(Language.british.list(open))"
    let reasons = [
      lacking.isEmpty ? nil : "not covered in full: \(Language.british.list(lacking))", blanks,
    ].compactMap { $0 }
    return [
      "The draft does not pass its own self-test yet; \(reasons.joined(separator: "; ")). "
        + "art28 report says more."
    ]
  }
}
