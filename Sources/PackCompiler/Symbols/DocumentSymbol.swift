import PackModel

/// A document of the pack, and what can be referred to in it.
struct DocumentSymbol {
  let tree: DocumentTree
  /// Its id, its role and who asks for it; the text is for another phase.
  let template: DocumentTemplate
  /// The sections, by their ids.
  let sections: [String: SourcePosition]
  /// The number of its first clause among those of all documents.
  let firstClause: Int

  var isSigned: Bool { template.isSigned }

  /// Whether it may walk findings; an agreement cannot depend on them.
  var isReport: Bool { template.role.readsFindings }
}
