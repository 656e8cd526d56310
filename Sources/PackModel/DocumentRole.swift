/// What a document of a pack is for. The program goes by it and never by a document's id.
package enum DocumentRole: String, Hashable, Sendable, CaseIterable {
  /// The paper that the parties sign: its clauses meet the obligations and have the numbers that
  /// the other documents name. It cannot depend on findings.
  case contract
  /// The report on the findings.
  case report
  /// What is signed to change another's paper: the clauses that close findings.
  case amendment
  /// What is read beside them: it may walk the tables of a report.
  case memo

  /// Whether the document is signed, not only read.
  package var isSigned: Bool { self == .contract || self == .amendment }
  /// Whether it may walk findings and the tables of a report.
  package var readsFindings: Bool { self != .contract }
  /// Whether a pack has one document of it at most.
  package var isUnique: Bool { self != .memo }
}
