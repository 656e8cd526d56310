/// The columns of one of the report's tables. The raw values are the words of
/// `Questionnaires/FORMAT.md`.
///
/// A row is made by a closure over the columns (`ReportRow`): a column that nobody fills does not
/// compile.
package protocol ReportColumns: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  static var table: ReportTable { get }
}

package enum FindingColumn: String, ReportColumns {
  case severity, title, authority, consequence, remedy, norm, `where`, kind, id, owner, due, status
  case reReview = "re-review", impliedBy = "implied-by", evidence, closing, text, reference, first
  case like, mended, by, look

  package static let table = ReportTable.findings
}

package enum HeadlineColumn: String, ReportColumns {
  case severity, title, owner, due, status, reReview = "re-review", number, `where`, remedy
  case reason, by, brief, consequence, who

  package static let table = ReportTable.headlines
}

package enum DecisionColumn: String, ReportColumns {
  case id, says, rule, holds, chosen

  package static let table = ReportTable.decision
}

package enum NotAssessedColumn: String, ReportColumns {
  case severity, title, authority, waits, id

  package static let table = ReportTable.notAssessed
}

package enum AwaitedColumn: String, ReportColumns {
  case severity, waits, checks

  package static let table = ReportTable.awaited
}

package enum NotApplicableColumn: String, ReportColumns {
  case title

  package static let table = ReportTable.notApplicable
}

package enum OpenAnswerColumn: String, ReportColumns {
  case question, step, state, note, required, linkId

  package static let table = ReportTable.open
}

package enum CoverageColumn: String, ReportColumns {
  case row, duty, obligation, status, `where`, authority

  package static let table = ReportTable.coverage
}

package enum MatrixColumn: String, ReportColumns {
  case row, title, contract, contractMark = "contract-mark", place, quotation, mechanism
  case mechanismMark = "mechanism-mark", evidence, evidenceDate = "evidence-date", duties
  case count

  package static let table = ReportTable.matrix
}

package enum DutyColumn: String, ReportColumns {
  case row, obligation, duty, contract, contractMark = "contract-mark", place, quotation
  case mechanism, mechanismMark = "mechanism-mark"

  package static let table = ReportTable.duties
}

package enum ChainColumn: String, ReportColumns {
  case tier, name, role, engagedBy = "engaged-by", seat, country, hours, latest, notice, earliest
  case route, level

  package static let table = ReportTable.chain
}

package enum TransferColumn: String, ReportColumns {
  case name, importer, seat, country, mechanism, module, reason, assessment

  package static let table = ReportTable.transfers
}

package enum EvidenceColumn: String, ReportColumns {
  case what, `where`, asOf = "as-of"

  package static let table = ReportTable.evidence
}

package enum DatedFactColumn: String, ReportColumns {
  case provider, product, fact, value, asOf = "as-of", source, confidence, stale

  package static let table = ReportTable.facts
}

package enum ActionColumn: String, ReportColumns {
  case id, finding, severity, action, owner, due, status, reReview = "re-review"

  package static let table = ReportTable.actions
}

package enum InsertionColumn: String, ReportColumns {
  case number, title, placed, findings, text

  package static let table = ReportTable.insertions
}

package enum ReplacementColumn: String, ReportColumns {
  case number, says, rows

  package static let table = ReportTable.replacements
}

package enum RoundTripColumn: String, ReportColumns {
  case row, obligation, duty, before, beforeMark = "before-mark", after, afterMark = "after-mark"
  case provision, blanks

  package static let table = ReportTable.roundTrip
}

package enum DeviationColumn: String, ReportColumns {
  case title, answer, law, authority, reason, by, on, `where`

  package static let table = ReportTable.deviations
}

package enum PlaybookColumn: String, ReportColumns {
  case title, answer, position, preferred, acceptable, walkAway = "walk-away", fallback, because
  case authority

  package static let table = ReportTable.playbook
}

package enum AuthorityColumn: String, ReportColumns {
  case citation, says, status, dated, asOf = "as-of", source, confidence, verify

  package static let table = ReportTable.authorities
}
