import Canvas
import Interview
import PackModel
import PlainText

/// A line of the page that shows a list before it is taken.
struct IntakeLine: Hashable, Sendable {
  enum Subject: Hashable, Sendable {
    case heading, way, table, headings
    case column(Int)
    case fault(RowPlan.Fault)
    case left(RowImport.Left)
    /// A line that only tells.
    case told
  }

  let subject: Subject
  let text: String
  /// What stands behind the text, dim.
  var aside = ""
  /// Of the linear view; 0 for lines that nothing can be done about.
  var number = 0

  var isSelectable: Bool { subject != .heading }

  /// So many lines of a part are shown; a list has thousands.
  private static let most = 300

  static func lines(of model: IntakeModel, _ file: OpenMatter) -> [IntakeLine] {
    guard let list = model.list else { return [] }
    var found: [IntakeLine] = []
    let isOfPack = if case .pack = file.pack.questions[model.table].rows { true } else { false }
    if !isOfPack {
      let ways = RowImport.Way.allCases.map { way in
        "\(way == list.way ? "(x)" : "( )") \(way.words)"
      }
      found.append(IntakeLine(subject: .way, text: ways.joined(separator: "   ")))
    }
    if model.grids.count > 1 {
      let name = list.grid.name.isEmpty ? "" : " “\(list.grid.name)”"
      found.append(
        IntakeLine(
          subject: .table, text: "Table \(model.number + 1) of \(model.grids.count)\(name)",
          aside: counted(list.grid.rows.count, "line")))
    }
    found.append(headings(list))
    found.append(
      IntakeLine(subject: .heading, text: "Columns: in the list, in the table, its first rows"))
    for column in list.targets.indices where list.isFilled(column) || list.targets[column] != nil {
      found.append(self.column(column, list))
    }
    if let plan = model.plan { found += parts(plan, list, file) }
    for at in found.indices where found[at].isSelectable && found[at].subject != .told {
      found[at].number = found[..<at].count { $0.number > 0 } + 1
    }
    return found
  }

  private static func headings(_ list: RowImport) -> IntakeLine {
    switch list.headings {
    case .unknown:
      return IntakeLine(
        subject: .headings, text: "Headings: ? Left and Right say in which line they stand")
    case .absent:
      return IntakeLine(subject: .headings, text: "Headings: none, the first line is a row")
    case .rows(let first, let count):
      let rows = list.grid.rows[first..<min(first + count, list.grid.rows.count)]
      let numbers = rows.map { "\($0.number)" }.joined(separator: " and ")
      let words = list.targets.indices.map { list.heading($0) }.filter { !$0.isEmpty }
      return IntakeLine(
        subject: .headings, text: "Headings: line \(numbers)", aside: words.joined(separator: " | ")
      )
    }
  }

  private static func column(_ column: Int, _ list: RowImport) -> IntakeLine {
    let target = list.targets[column].map { list.names.label($0) }
    let sample = list.sample(column).prefix(4).map { oneLine($0) }.joined(separator: " | ")
    let head = DisplayText(list.title(column)).clipped(to: 24).text.padded(to: 24)
    let to = DisplayText(target ?? "(not taken)").clipped(to: 20).text.padded(to: 20)
    return IntakeLine(subject: .column(column), text: "\(head) -> \(to)", aside: sample)
  }

  private static func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }

  private static func parts(
    _ plan: RowPlan, _ list: RowImport, _ file: OpenMatter
  ) -> [IntakeLine] {
    var found: [IntakeLine] = []
    func part(_ title: String, _ lines: [IntakeLine]) {
      guard !lines.isEmpty else { return }
      found.append(IntakeLine(subject: .heading, text: title))
      found += lines.prefix(most)
      if lines.count > most {
        found.append(IntakeLine(subject: .told, text: "and \(lines.count - most) more"))
      }
    }
    part(
      "Not understood: \(counted(plan.faults.count, "cell")). Enter corrects it.",
      plan.faults.map { fault in
        let label = file.pack.questions[fault.column].label
        let name = fault.name.isEmpty ? "" : " \(fault.name),"
        return IntakeLine(
          subject: .fault(fault),
          text: "line \(fault.number):\(name) \(label) “\(oneLine(fault.text))”",
          aside: fault.message)
      })
    part(
      "No rows",
      plan.left.map { left in
        IntakeLine(
          subject: .left(left), text: "line \(left.number): \(oneLine(left.text))",
          aside: left.words)
      })
    part(
      "Of the list",
      list.grid.remarks.map {
        IntakeLine(subject: .told, text: "\($0.place.map { "cell \($0): " } ?? "")\($0.says)")
      }
        + (plan.silent == 0
          ? []
          : [
            IntakeLine(
              subject: .told,
              text: "\(counted(plan.silent, "cell")) with only “-”, “n/a” or the like: left open")
          ]))
    part("What it comes to: \(plan.words)", difference(plan))
    return found
  }

  private static func difference(_ plan: RowPlan) -> [IntakeLine] {
    func told(_ sign: String, _ names: [String], _ aside: String = "") -> [IntakeLine] {
      names.map { IntakeLine(subject: .told, text: "\(sign) \(oneLine($0))", aside: aside) }
    }
    var found = told("!", plan.doubled, "is in the table already, and will stand there twice")
    found += plan.changed.map { row in
      let cells = row.cells.map { cell in
        "\(cell.label) \(cell.from.isEmpty ? "(open)" : oneLine(cell.from)) -> \(cell.to.isEmpty ? "(open)" : oneLine(cell.to))"
      }
      return IntakeLine(
        subject: .told, text: "~ \(oneLine(row.name))", aside: cells.joined(separator: "; "))
    }
    found += told("-", plan.removed, "goes")
    found += told("+", plan.added)
    found += told("=", plan.staying, "not in the list, stays")
    return found
  }

  /// What is said of the line in hand at the foot of the page.
  func detail(of model: IntakeModel) -> String {
    switch subject {
    case .heading: return ""
    case .way: return model.list?.way.meaning ?? ""
    case .table: return "Left and Right: another table of the list."
    case .headings:
      return
        "Left and Right: the line that names the columns, or none where the first line is a row."
    case .column(let column):
      if let list = model.list, let why = list.notTaken.first(where: { $0.column == column }) {
        return "“\(list.title(column))” \(why.says). Left and Right: where it goes."
      }
      return "Left and Right: where this column goes."
    case .fault(let fault): return fault.message
    case .left(let left):
      return left.reason == .lone
        ? "It \(left.words). Space takes it as a row." : "It \(left.words)."
    case .told: return aside.isEmpty ? "" : "\(text): \(aside)"
    }
  }
}

extension RowImport.Way {
  var words: String {
    switch self {
    case .add: "Add"
    case .replace: "Replace"
    case .update: "Update by name"
    }
  }

  var meaning: String {
    switch self {
    case .add: "Every row of the list comes behind those of the table."
    case .replace:
      "Rows that the list does not have go. The others become what its columns say; what they have no column for stays."
    case .update:
      "A row of the same name takes what the list says, empty cells aside. New names come behind. No row goes."
    }
  }
}

extension String {
  /// With spaces behind it, to a width in cells.
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - CellWidth.of(self)))
  }
}
