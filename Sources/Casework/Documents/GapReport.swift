import Drafting
import Findings
import Interview
import Matters
import PackModel
import PlainText
import Publishing

/// The report of a matter: as documents, as JSON, and its action plan as a table and a calendar.
package struct GapReport {
  /// What it is written as beside documents; the raw value is a format's name on the command line.
  package enum Extra: String, Sendable, CaseIterable {
    case json, csv, ics
  }

  private let session: MatterSession
  private let writer: DocumentWriter
  private let findings: FindingsResult
  private let data: ReportData

  /// - Parameter writer: of the same matter.
  package init(_ session: MatterSession, _ writer: DocumentWriter) {
    self.session = session
    self.writer = writer
    findings = writer.findings
    data = writer.report
  }

  /// How many findings there are.
  package var failed: Int { findings.failed(writer.evaluation.pack).count }
  /// How many answers are open.
  package var open: Int { writer.evaluation.openTally().all }
  /// How many duties of Art. 28(3) our own draft does not cover.
  package var missing: Int {
    findings.coverage.count {
      $0.status != .covered && writer.evaluation.pack.obligations[$0.obligation].row != nil
    }
  }

  /// Findings, coverage, chain and all that they rest on, for machines.
  package var json: JSON {
    ReportJSON(session, writer.evaluation, findings, data).json
  }

  /// What is to be done, worst first.
  ///
  /// - Throws: an `Outcome` where the journal cannot be read.
  package func plan() throws -> ActionPlan {
    ActionPlan(
      entries: data.actions, matter: session.title, first: try session.stamp(of: 1),
      last: try session.stamp(of: writer.evaluation.sheet.head),
      origin: [try session.author(of: 1), Files.name(of: session.file.path)])
  }

  /// Writes it. A file that cannot be made loses no other.
  ///
  /// - Throws: an `Outcome` where the pack has no report, or the folder cannot be made.
  package func write(
    as formats: [Format], _ extras: Set<Extra>, to folder: String
  ) async throws -> DocumentWriter.Result {
    var result = DocumentWriter.Result()
    let name = session.pack.document(.report).map { session.pack.documents[$0].id }
    if !formats.isEmpty {
      guard let name else { throw Outcome.found("The questionnaire has no report.") }
      result.add(await writer.write(name, as: formats, to: folder, of: data))
    }
    // The report's own blanks are the same open answers again.
    result.blanks = 0
    guard !extras.isEmpty else { return result }
    let plan = try plan()
    try Files.outcome { () throws(FileError) in try Files.makeFolder(folder) }
    func keep(_ extra: Extra, _ name: String, _ text: @autoclosure () -> String) {
      guard extras.contains(extra) else { return }
      result.write(Array(text().utf8), to: "\(folder)/\(name)", by: writer.output)
    }
    keep(.json, "\(name ?? "report").json", json.text)
    keep(.csv, "action-plan.csv", plan.csv)
    keep(.ics, "action-plan.ics", plan.calendar)
    return result
  }
}
