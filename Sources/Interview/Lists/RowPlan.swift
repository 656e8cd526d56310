import PackModel

/// What a list would make of a table: the changes of one act, what it comes to, and what was not
/// understood.
package struct RowPlan: Sendable {
  /// A cell whose words are no answer here.
  package struct Fault: Hashable, Sendable {
    package let place: RowImport.Place
    /// What its row is called where it comes from.
    package let number: Int
    /// The row's name; empty where it has none.
    package let name: String
    package let column: Int
    /// Where the words would stand; nil where the row is not taken.
    package let key: AnswerKey?
    package let text: String
    package let message: String
  }

  /// A row that becomes another.
  package struct Changed: Hashable, Sendable {
    package let name: String
    /// The columns' labels, and what stood and what will stand there.
    package var cells: [Cell]

    package struct Cell: Hashable, Sendable {
      package let label: String
      package let from: String
      package let to: String
    }
  }

  /// Why nothing can be taken, and what to do; nil where something can.
  package var problem: String?
  package var changes: [Change] = []
  package var faults: [Fault] = []
  /// Lines of the list that are no rows.
  package var left: [RowImport.Left] = []
  /// Names of rows that come, in the list's order.
  package var added: [String] = []
  package var changed: [Changed] = []
  /// Rows that are in the table as the list says.
  package var same = 0
  /// Names of rows that go.
  package var removed: [String] = []
  /// Names of rows that the list does not have, and that stay.
  package var staying: [String] = []
  /// Names that come although the table has them: they will stand there twice.
  package var doubled: [String] = []
  /// Cells that say “n/a”, “-” or the like, and are left open.
  package var silent = 0

  package init() {}

  /// Whether anything would change.
  package var changesNothing: Bool { changes.isEmpty }

  /// "42 rows come, 3 change, 38 stay as they are, 2 go"
  package var words: String {
    func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }
    var parts: [String] = []
    if !added.isEmpty { parts.append("\(rows(added.count)) new") }
    if !changed.isEmpty { parts.append("\(rows(changed.count)) changed") }
    if same > 0 { parts.append("\(rows(same)) as before") }
    if !removed.isEmpty { parts.append("\(rows(removed.count)) removed") }
    if !staying.isEmpty { parts.append("\(rows(staying.count)) not in the list, kept") }
    return parts.isEmpty ? "no row" : parts.joined(separator: ", ")
  }
}
