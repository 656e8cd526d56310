import Expressions

/// A value that follows from answers.
struct CalculatedSymbol {
  let fields: Fields
  /// `id`, or `table.id` for a table's own.
  let id: String
  /// Without the table's.
  let own: String
  let table: Int?
  var type: StaticKind = .unknown

  var place: SourcePosition { fields.place }
}
