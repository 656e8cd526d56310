import Findings
import PackModel

/// The verdict in one sentence with its reason. It never calls something compliant that was not
/// answered.
struct VerdictWords {
  let language: Language
  let paper: String
  /// What the paper is fit for, or not: another's may be signed already.
  let purpose: String

  init(_ language: Language, _ findings: FindingsResult) {
    self.language = language
    let isPaper = findings.isReview && findings.coverage.isEmpty
    paper = isPaper ? "paper" : "draft"
    purpose = isPaper ? "to be relied on" : "for signature"
  }

  func sentence(_ verdict: Verdict) -> String {
    let reasons = language.list(verdict.reasons.map(words))
    switch verdict.standing {
    case .notFit: return "Not fit \(purpose): \(reasons)."
    case .notReady: return "Not ready \(purpose): \(reasons)."
    case .readyForCounsel:
      let rest = reasons.isEmpty ? "no check failed" : reasons
      return "Ready for review by counsel: every question was answered, and \(rest)."
    }
  }

  private func words(_ reason: Verdict.Reason) -> String {
    switch reason {
    case .missingDuties(1): "one duty of Art. 28(3) is missing from the draft"
    case .missingDuties(let count):
      "\(language.number(count)) duties of Art. 28(3) are missing from the draft"
    case .missingRows(1): "one of the ten rows of Art. 28(3) is missing from the \(paper)"
    case .missingRows(let count):
      "\(language.number(count)) of the ten rows of Art. 28(3) are missing from the \(paper)"
    case .critical(let count): counted(count, "critical finding stands", "critical findings stand")
    case .openAnswers(1): "one answer is still open"
    case .openAnswers(let count): "\(language.number(count)) answers are still open"
    case .notAssessed(let count):
      counted(count, "check could not be made", "checks could not be made")
    case .rowsNotAssessed(let count):
      counted(count, "row of Art. 28(3) was not assessed", "rows of Art. 28(3) were not assessed")
    case .notAskedFor(let count):
      counted(
        count, "answer of the long way was not asked for",
        "answers of the long way were not asked for")
    case .major(let count): counted(count, "major finding stands", "major findings stand")
    case .lesser(let count):
      counted(count, "lesser finding remains", "lesser findings remain")
    }
  }

  private func counted(_ count: Int, _ one: String, _ other: String) -> String {
    "\(language.number(count)) \(language.isOne(count) ? one : other)"
  }
}
