import ArgumentParser
import Casework
import Drafting
import Findings
import Interview
import Matters
import PackModel
import Screens

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
      matter, by: person.name, at: .here, readOnly: !isWriting)
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
      try session.keep(follow, on: finding)
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

struct AmendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend", abstract: "Write the amendment that closes the findings.",
    discussion: """
      It holds the text of every clause that closes a finding, once. With --redline the changes go \
      into the vendor's own Word file as tracked changes and comments: the least change to the words \
      that were quoted where there is one, else the clause behind them. Nothing else of it is touched.
      """)

  @Argument(help: "The matter file.") var matter: String
  @ArgumentParser.Option(
    help: ArgumentHelp("md, txt, html, docx, pdf; several with commas.", valueName: "formats"))
  var to = "md"
  @ArgumentParser.Option(help: ArgumentHelp("The folder to write to.", valueName: "folder"))
  var out = "."
  @ArgumentParser.Option(
    help: ArgumentHelp("The day on which ages are counted.", valueName: "date"))
  var asOf: String?
  @Flag(help: "Tracked changes in the paper's own Word file.") var redline = false
  @ArgumentParser.Option(
    help: ArgumentHelp("With --redline: the paper; else the agreement.", valueName: "paper"))
  var paper: String?
  @OptionGroup var forms: FormOptions
  @OptionGroup var look: StyleOptions
  @OptionGroup var files: OverwriteOptions
  @OptionGroup var person: PersonOptions

  func run() async throws {
    guard !redline else { return try writeRedline() }
    guard paper == nil else { throw Outcome.usage("--paper goes with --redline.") }
    let formats = try DocumentFormats.read(to)
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let writer = try DocumentWriter(
      of: session, asOf: try AsOf.date(asOf), forms: try forms.chosen(),
      style: try StyleFolder.load(look.style, at: .here), overwrites: files.overwrite)
    let (result, notClosed) = try await writer.writeAmendment(
      as: formats, to: out, of: matter)
    if notClosed > 0 {
      Console.complain(
        notClosed == 1
          ? "1 finding is closed by no clause; the report says what to do."
          : "\(notClosed) findings are closed by no clause; the report says what to do.")
    }
    try DocumentFormats.tell(result, strict: false)
  }

  private func writeRedline() throws {
    let session = try MatterSession.read(matter, at: .here)
    defer { session.file.close() }
    let writer = try DocumentWriter(
      of: session, asOf: try AsOf.date(asOf), forms: try forms.chosen(), style: nil,
      overwrites: files.overwrite)
    let result = try VendorRedline(of: session, writer.report.findings, paper: paper).write(
      to: out, author: person.name, stamp: Workplace.here.stamp,
      Output(of: session, overwrites: files.overwrite))
    Console.say("Wrote \(result.path).")
    Console.say(
      "\(counted(result.changed, "change")) to words, \(counted(result.inserted, "provision")) proposed, \(counted(result.commented, "comment")) beside words."
    )
    for line in result.regraded { Console.say(line) }
    for remark in result.remarks { Console.complain(remark) }
  }
}
