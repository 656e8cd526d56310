import Drafting
import Findings
import Interview
import PackModel

/// Whether our own draft passes the contract column of its own self-test. The rows are told in a
/// line; which duty of them waits for what is the report's to say.
package enum RoundTrip {
  /// Nothing where it passes.
  package static func lines(_ evaluation: Evaluation, _ findings: FindingsResult) -> [String] {
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
