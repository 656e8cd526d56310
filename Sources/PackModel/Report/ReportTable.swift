/// A table that the program fills and the text of a report walks: `::: each findings`. The raw values
/// are the words of `Questionnaires/FORMAT.md`.
package enum ReportTable: String, Hashable, Sendable, CaseIterable {
  /// Every finding, worst first, what follows from another after it.
  case findings
  /// The findings by their checks.
  case headlines
  /// The written rule of what is recommended, reason by reason.
  case decision
  /// The checks that could not be made.
  case notAssessed = "not-assessed"
  /// The same by what they wait for.
  case awaited
  /// The checks that do not apply.
  case notApplicable = "not-applicable"
  /// The answers that are wanted.
  case open
  /// The duties of Art. 28(3), and where our own draft has them.
  case coverage
  /// The rows of Art. 28(3), each with its grades.
  case matrix
  /// The duties inside the matrix.
  case duties
  /// The companies of the chain.
  case chain
  /// The transfers to third countries.
  case transfers
  /// What was shown, and where it lies.
  case evidence
  /// The dated facts about the providers that were named.
  case facts
  /// The findings by grade, with what is to be done.
  case actions
  /// The provisions that would close the gaps of another's paper.
  case insertions
  /// The words of another's paper that are replaced, deleted or added to.
  case replacements
  /// The duties of Art. 28(3) before and after these provisions and changes.
  case roundTrip = "round-trip"
  /// What was chosen below the law.
  case deviations
  /// Where the negotiable terms stand.
  case playbook
  /// What the report relies on.
  case authorities

  /// What each of its rows gives, in the order of the declaration.
  package var columns: [ReportColumn] {
    switch self {
    case .findings: ReportColumn.all(of: FindingColumn.self)
    case .headlines: ReportColumn.all(of: HeadlineColumn.self)
    case .decision: ReportColumn.all(of: DecisionColumn.self)
    case .notAssessed: ReportColumn.all(of: NotAssessedColumn.self)
    case .awaited: ReportColumn.all(of: AwaitedColumn.self)
    case .notApplicable: ReportColumn.all(of: NotApplicableColumn.self)
    case .open: ReportColumn.all(of: OpenAnswerColumn.self)
    case .coverage: ReportColumn.all(of: CoverageColumn.self)
    case .matrix: ReportColumn.all(of: MatrixColumn.self)
    case .duties: ReportColumn.all(of: DutyColumn.self)
    case .chain: ReportColumn.all(of: ChainColumn.self)
    case .transfers: ReportColumn.all(of: TransferColumn.self)
    case .evidence: ReportColumn.all(of: EvidenceColumn.self)
    case .facts: ReportColumn.all(of: DatedFactColumn.self)
    case .actions: ReportColumn.all(of: ActionColumn.self)
    case .insertions: ReportColumn.all(of: InsertionColumn.self)
    case .replacements: ReportColumn.all(of: ReplacementColumn.self)
    case .roundTrip: ReportColumn.all(of: RoundTripColumn.self)
    case .deviations: ReportColumn.all(of: DeviationColumn.self)
    case .playbook: ReportColumn.all(of: PlaybookColumn.self)
    case .authorities: ReportColumn.all(of: AuthorityColumn.self)
    }
  }
}
