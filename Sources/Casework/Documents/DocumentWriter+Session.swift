import Drafting
import Findings
import Interview
import Matters
import PackModel
import Publishing

extension DocumentWriter {
  /// Of a matter that is open.
  ///
  /// - Parameters:
  ///   - forms: settings of these documents alone, which come before the matter's.
  ///   - overwrites: whether the person said that files may be replaced.
  ///   - isLong: whether a report is written in its long form.
  /// - Throws: an `Outcome` where the journal cannot be read.
  package init(
    of session: MatterSession, asOf: CalendarDate, forms: [DocumentForm: String] = [:],
    style: HouseStyle? = nil, overwrites: Bool = false, isLong: Bool = false
  ) throws {
    let last: String
    var signers: [Int: DraftSettings.Signer] = [:]
    let evaluation = session.evaluation
    do throws(MatterError) {
      last = try session.file.entry(session.file.sheet.head)?.when ?? ""
      // Who stands behind a choice below the law, and behind a risk that was taken, is printed with it.
      let sheet = session.file.sheet
      let numbers =
        evaluation.shortfalls().compactMap { sheet.origins[$0.key] }
        + sheet.followUpOrigins.filter { sheet.followUp($0.key).status == .accepted }.map(\.value)
      for number in Set(numbers) {
        guard let entry = try session.file.entry(number) else { continue }
        signers[number] = DraftSettings.Signer(by: entry.by, when: entry.when)
      }
    } catch {
      throw Outcome(error)
    }
    self.init(
      evaluation, asOf: asOf, matter: session.title, lastEntry: last,
      output: Output(of: session, overwrites: overwrites), tools: session.place.tools,
      forms: forms, style: style, signers: signers, changes: session.wordChanges, isLong: isLong)
  }

  /// Writes what goes to the other side, and whatever else was asked for by its word.
  ///
  /// - Parameter words: of `--with`, with commas.
  /// - Throws: a usage error for a word that is not known; then nothing is written.
  package func writeDraft(
    as formats: [Format], to folder: String, with words: String = ""
  ) async throws -> Result {
    var result = Result()
    // What else the matter wants comes with it, such as a memo that none is needed.
    let (extras, documents) = try DraftExtra.read(words, evaluation.pack)
    let wanted = evaluation.documentsForTheOtherSide(with: documents)
    let report = wanted.count > 1 ? report : nil
    let whole = formats.filter { !$0.holdsRows }
    let asked = wanted.filter { id in
      evaluation.pack.document(id).map { evaluation.pack.documents[$0].with != nil } ?? false
    }
    if whole.count < formats.count, asked.isEmpty {
      result.missing.append(rowsNeedAPaper(of: documents))
    }
    for document in wanted {
      let formats = asked.contains(document) ? formats : whole
      // Where rows alone are wanted, the agreement is not drafted for nothing.
      if formats.isEmpty, extras.isEmpty { continue }
      result.add(await write(document, as: formats, to: folder, with: extras, of: report))
    }
    result.remarks += RoundTrip.lines(evaluation, findings)
    return result
  }

  /// Rows are made of papers that are read: which there are, and which of those that were asked for are
  /// not for this matter.
  private func rowsNeedAPaper(of words: [String]) -> String {
    guard words.isEmpty else {
      return "Of what --with names nothing is for this matter, so there are no rows to write."
    }
    return "csv and xlsx hold the rows of papers beside the agreement. Ask for one with --with: "
      + DraftExtra.words(evaluation.pack).joined(separator: ", ") + "."
  }

  /// Writes the amendment that closes the findings.
  ///
  /// - Returns: also how many findings no clause closes.
  /// - Throws: an `Outcome` where the pack has none, or nothing is to be amended.
  package func writeAmendment(
    as formats: [Format], to folder: String, of matter: String
  ) async throws -> (result: Result, notClosed: Int) {
    let pack = evaluation.pack
    guard let amendment = pack.document(.amendment) else {
      throw Outcome.found("The questionnaire has no amendment.")
    }
    let data = report
    guard
      [.insertions, .replacements].contains(where: { !(data.tables[$0] ?? []).isEmpty })
    else {
      throw Outcome.found(
        "There is nothing to amend: no finding has a clause that would close it.",
        "What is open or was not assessed stands in the report: art28 report \(matter)")
    }
    let result = await write(
      pack.documents[amendment].id, as: formats, to: folder, of: data)
    return (result, data.findings.count { $0.clause == nil })
  }
}
