import Interview
import PackModel

/// What the whole comes to, with its reasons. It is never better than the worst finding, and never
/// good where something was not answered.
package struct Verdict: Hashable, Sendable {
  /// Whether it may be signed, as far as was looked.
  package enum Standing: Hashable, Sendable {
    /// A row is missing, or a critical finding stands.
    case notFit
    /// Something is open, not assessed, or a major finding stands.
    case notReady
    case readyForCounsel
  }

  /// Why not, or not yet.
  package enum Reason: Hashable, Sendable {
    case missingDuties(Int), missingRows(Int), critical(Int)
    case openAnswers(Int), notAssessed(Int), rowsNotAssessed(Int), major(Int), lesser(Int)
    /// Answers of the long way, where only the short one was gone.
    case notAskedFor(Int)
  }

  /// Whether it may be signed.
  package let standing: Standing
  /// Why, worst first.
  package let reasons: [Reason]

  package init(_ evaluation: Evaluation, _ findings: FindingsResult) {
    let pack = evaluation.pack
    let failed = findings.failed(pack)
    var worst: [Reason] = []
    let missing = findings.coverage.count {
      $0.status == .missing && pack.obligations[$0.obligation].row != nil
    }
    if missing > 0 {
      worst.append(.missingDuties(missing))
    } else if findings.matrix.count(.missing) > 0 {
      worst.append(.missingRows(findings.matrix.count(.missing)))
    }
    let critical = failed.count { $0.severity == .critical }
    if critical > 0 { worst.append(.critical(critical)) }
    guard worst.isEmpty else {
      standing = .notFit
      reasons = worst
      return
    }
    var found: [Reason] = []
    let open = evaluation.openTally().all
    if open > 0 { found.append(.openAnswers(open)) }
    let unmade = findings.unmade.count
    // With open answers it is said already that not everything could be looked at.
    if open == 0, unmade > 0 { found.append(.notAssessed(unmade)) }
    let beyond = evaluation.openBeyondTheShortWay()
    if open == 0, unmade == 0, beyond > 0 { found.append(.notAskedFor(beyond)) }
    let rows = findings.isReview ? findings.matrix.count(Matrix.Grade.Level.notAssessed) : 0
    if open == 0, unmade == 0, rows > 0 { found.append(.rowsNotAssessed(rows)) }
    let major = failed.count { $0.severity == .major }
    if major > 0 { found.append(.major(major)) }
    guard found.isEmpty else {
      standing = .notReady
      reasons = found
      return
    }
    standing = .readyForCounsel
    reasons = failed.isEmpty ? [] : [.lesser(failed.count)]
  }
}
