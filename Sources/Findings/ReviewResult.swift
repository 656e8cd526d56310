import Interview
import PackModel

/// What a report shows beside checks and matrix. Made where a report or a dashboard is, not at
/// every answer.
package struct ReviewResult: Sendable {
  package let chain: Chain?
  package let transfers: [Transfer]
  package let evidence: [EvidenceItem]
  package let facts: [DatedFact]

  package init(_ evaluation: Evaluation, _ findings: FindingsResult) {
    chain = Findings.chain(evaluation)
    let tables = ReviewTables(evaluation)
    transfers = tables.transfers
    evidence = tables.evidence(findings.matrix)
    facts = tables.facts(asOf: findings.asOf)
  }
}
