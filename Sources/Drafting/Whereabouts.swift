import Documents
import Interview
import PackModel

/// Where a piece of text stands: in which clause, of which rows, in a cell or a sentence.
struct Whereabouts {
  var clause: String?
  var scope = Scope()
  /// In a table's cell what does not apply is left empty; in a sentence it would leave a hole.
  var inCell = false

  func inside(_ scope: Scope) -> Whereabouts {
    var inner = self
    inner.scope = scope
    return inner
  }

  var provenance: Provenance { Provenance(clause: clause) }
}
