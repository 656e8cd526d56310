import Interview
import Matters
import PackModel

/// What came of a set of answers: those that were refused lose none of the others.
package struct Taken: Sendable {
  /// How many answers were kept.
  package let kept: Int
  /// Where each refused answer was to go, and why it is none.
  package let refused: [(path: String, message: String)]

  /// "2 answers kept."
  package var line: String { kept == 1 ? "1 answer kept." : "\(kept) answers kept." }

  /// What was refused; nil where nothing was.
  package var refusal: Outcome? {
    guard !refused.isEmpty else { return nil }
    return Outcome(
      .found,
      lines: refused.map { "\($0.path): \($0.message)" } + [
        refused.count == 1
          ? "1 answer was refused; the others are kept."
          : "\(refused.count) answers were refused; the others are kept."
      ])
  }
}

extension MatterSession {
  /// Keeps what is taken as one act, through the same interview as on the screen.
  ///
  /// - Parameters:
  ///   - source: the file that the answers come from; it stands in the journal by its name.
  ///   - troubles: what else of it is no answer.
  /// - Throws: an `Outcome` where the matter takes nothing; then none is kept.
  package func take(
    _ assignments: [Assignment], from source: String? = nil,
    refusing troubles: [(path: String, message: String)] = []
  ) throws -> Taken {
    var assigning = Assigning(evaluation, today: place.today)
    assigning.take(assignments)
    if !assigning.changes.isEmpty {
      try keep(assigning.changes, why: source.map { "From \(Files.name(of: $0))." })
      keepSummary()
    }
    return Taken(
      kept: assignments.filter { !$0.isRow }.count - assigning.refused.count,
      refused: assigning.refused.map { ($0.path, $0.error.message) } + troubles)
  }

  /// Names who is to answer questions.
  package func hand(_ keys: [AnswerKey], to person: String) throws {
    let changes = file.sheet.handing(keys, to: person)
    if !changes.isEmpty { try keep(changes, why: "Handed to \(person)") }
  }

  /// Keeps the reason why a duty is not in the draft.
  ///
  /// - Returns: whether it is another than before.
  /// - Throws: a usage error for what is no duty of Art. 28(3), or has no reason.
  package func leaveOut(_ duty: String, because reason: String?) throws -> Bool {
    guard let obligation = pack.obligation(duty), obligation.row != nil else {
      let known = pack.obligations.filter { $0.row != nil }.map(\.id)
      throw Outcome.usage(
        "“\(duty)” is no duty of Art. 28(3). Duties: \(known.joined(separator: ", ")).")
    }
    guard let reason, !reason.isEmpty else {
      throw Outcome.usage("Say why \(duty) is left out: --note REASON.")
    }
    let setting = Setting.followUp(finding: duty, field: "reason")
    let changes = file.sheet.changing(setting, to: reason)
    guard !changes.isEmpty else { return false }
    try keep(changes, why: "Reason for leaving out \(duty)")
    return true
  }

  /// Keeps who does what about a finding.
  ///
  /// - Throws: a usage error where the parts do not fit each other.
  package func keep(_ follow: FollowUp, on finding: String) throws {
    if let fault = follow.fault { throw Outcome.usage(fault) }
    let changes = file.sheet.following(finding, follow)
    if !changes.isEmpty { try keep(changes) }
  }

  /// Sets how the matter's documents are written.
  package func set(_ forms: [DocumentForm: String]) throws {
    let changes = DocumentForm.allCases.flatMap { form in
      forms[form].map { file.sheet.changing(.form(form), to: $0) } ?? []
    }
    if !changes.isEmpty { try keep(changes) }
  }

  /// Takes back the last act, by an act of its own: nothing is ever taken out of the journal.
  package func undo() throws -> Entry {
    try reverse(file.sheet.undoable.last.map { .undo($0) })
  }

  /// Does again what was taken back last.
  package func redo() throws -> Entry {
    try reverse(file.sheet.redoable.last.map { .redo($0) })
  }

  private func reverse(_ reverse: Entry.Reverse?) throws -> Entry {
    do {
      guard let reverse, let changes = file.sheet.changes(of: reverse, in: try file.entries())
      else { throw Outcome.found("There is nothing to undo or to do again.") }
      let entry = try append(changes, reverses: reverse)
      keepSummary()
      return entry
    } catch let error as MatterError {
      throw Outcome(error)
    }
  }

  func keep(_ changes: [Change], why: String? = nil) throws {
    do throws(MatterError) { try append(changes, why: why) } catch { throw Outcome(error) }
  }
}
