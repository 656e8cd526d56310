/// What a report prints of the whole matter: `{{counts.open}}`. The raw values are the words of
/// `Questionnaires/FORMAT.md`.
package enum ReportFact: String, Hashable, Sendable, CaseIterable {
  case asOf = "as-of"
  case matter, verdict, paper
  /// What is recommended, in words.
  case decision
  case open = "counts.open"
  case unknown = "counts.unknown"
  case parked = "counts.parked"
  case notApplicable = "counts.not-applicable"
  case answered = "counts.answered"
  case conflict = "counts.conflict"
  case findings = "counts.findings"
  case critical = "counts.critical"
  case major = "counts.major"
  case minor = "counts.minor"
  case note = "counts.note"
  case notAssessed = "counts.not-assessed"
  case notApplied = "counts.not-applied"
  case passed = "counts.passed"
  case chainLatest = "chain.latest"
  case chainNotice = "chain.notice"
}
