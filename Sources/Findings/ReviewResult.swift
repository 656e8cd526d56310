import Interview
import PackModel

/// What a report shows beside checks and matrix. Made where a report or a dashboard is, not at
/// every answer.
package struct ReviewResult: Sendable {
  /// The companies; nil where the pack has no table of them.
  package let chain: Chain?
  /// The transfers to third countries, in the table's order.
  package let transfers: [Transfer]
  /// What was shown, and where it lies.
  package let evidence: [EvidenceItem]
  /// What is known about the providers that were named.
  package let facts: [DatedFact]

  package init(_ evaluation: Evaluation, _ findings: FindingsResult) {
    chain = Findings.chain(evaluation)
    let tables = ReviewTables(evaluation)
    transfers = tables.transfers
    evidence = tables.evidence(findings.matrix)
    facts = tables.facts(asOf: findings.asOf)
  }
}
