import Expressions
import PackModel

/// A question as others can name it, with the map that says the rest of it.
struct QuestionSymbol {
  let fields: Fields
  let place: SourcePosition
  /// The whole id, with its owner's: `controller.name`.
  let id: String
  /// `string` where the pack names a type that there is not.
  let kind: QuestionKind
  let step: Int
  /// The group or table that holds it.
  let parent: Int?
  /// The table that it is a column of.
  let table: Int?
  let units: [Unit]
  /// Whether own words may stand for an option.
  let isOpen: Bool
  var children: [Int] = []
  /// For a table: its calculated values.
  var calculated: [Int] = []
  var options: [OptionSymbol] = []
  /// For a table.
  var rows: Rows?
  /// The tables and groups whose rows are the options, as far as there are such.
  var owners: [Int] = []
  /// What an expression that names it comes to.
  var type: StaticKind = .unknown

  enum Rows {
    /// The user adds them; the word is what one row is called.
    case user(String)
    case pack([RowSymbol])
  }

  /// Whether it is a page, and gives what stands on it no name.
  var isPage: Bool { kind == .group && fields["of"] != nil }

  /// Whether the pack says that its options are rows.
  var isPointer: Bool { fields["rowsOf"] != nil }
}
