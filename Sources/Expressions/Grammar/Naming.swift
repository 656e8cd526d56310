import PackModel

/// What can be named where an expression stands.
package protocol Naming {
  /// What a dotted name means here; nil where it means nothing.
  func lookup(_ name: String) -> Typed?
  /// A column by its table's name and its own, wherever the expression stands.
  func column(_ name: String) -> (member: Member, table: Int)?
  /// A table of the pack's own rows that has one with this code.
  func table(_ name: String, withRow code: String) -> Int?
  /// A column by what it is called within the rows of its table.
  func column(_ name: String, ofRowsIn table: Int) -> Member?
  /// What a quantifier can go over, and what can be named within.
  func range(_ name: String) -> (range: Expression.Range, inside: any Naming)?
  func kind(of member: Member) -> StaticKind
  /// The whole id of a question.
  func id(of question: Int) -> String

  func norm(_ id: String) -> Norm?
  func isObligation(_ id: String) -> Bool
  /// In a check the age of a date and the draft itself can be read.
  var isCheck: Bool { get }
  /// The table of the pack's own rows whose row this stands in, with their codes.
  var ownRows: (table: Int, codes: [String])? { get }

  /// What is said of a name that nothing of the kind has.
  func unknown(_ kind: NamedKind, _ name: String) -> GrammarFault
  /// The known word that was probably meant.
  func nearest(_ word: String, in known: Set<String>) -> String?
}

/// What an expression can name that has to be there.
package enum NamedKind: Sendable { case member, norm, obligation }
