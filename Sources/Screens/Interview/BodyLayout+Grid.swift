import Canvas
import Interview
import PackModel
import PlainText

/// A table whose rows the pack gives, as a table: a line for each row, a column for each question,
/// and the cell in focus open under its row.
extension BodyLayout {
  var isGrid: Bool {
    model.page.row == nil && owner.kind == .table && owner.children.count > 1 && width >= 44
  }

  mutating func grid() {
    heading(owner.text)
    let focused = model.slot
    var rows: [String] = []
    for slot in model.page.slots { if let row = slot.row, rows.last != row { rows.append(row) } }
    let columns = owner.children
    let cells = rows.map { row in columns.map { cell(Slot($0, row: row)) } }
    let names = rows.map(rowText)
    let titles = columns.map { pack.questions[$0].label.capitalisedFirst }
    let grid = GridWidths(
      [("", names)] + titles.indices.map { at in (titles[at], cells.map { $0[at].text }) },
      room: width - 2,
      keeping: focused.flatMap { columns.firstIndex(of: $0.question) }.map { $0 + 1 })
    add([grid.line([""] + titles, style: .dim)])
    let header = body.rows.count
    for (number, row) in rows.enumerated() {
      let isHere = focused?.row == row
      if isHere, model.mode == .answering { body.focus = body.rows.count..<(body.rows.count + 1) }
      let texts = [names[number]] + cells[number].map(\.text)
      var styles: [Style] = [isHere ? .emphasis : .normal] + cells[number].map(\.style)
      if isHere, let at = columns.firstIndex(where: { $0 == focused?.question }) {
        styles[at + 1] = Style(styles[at + 1].role, .underline)
      }
      add([grid.line(texts, styles: styles, marker: isHere ? "> " : "  ")])
      guard isHere, let slot = focused else { continue }
      // At least five rows of the table stay in view, and a line says what is below.
      if room.height >= 16 {
        opened = (first: body.rows.count, most: max(5, room.height - header - 6))
      }
      defer { opened = nil }
      let question = pack.questions[slot.question]
      if CellWidth.of(names[number]) > grid.widths[0] {
        add(StyledLine.wrapped(names[number], width: width - 4, style: .emphasis, sign: " "))
      }
      add(StyledLine.wrapped(question.text, width: width - 4, style: .dim, sign: " "))
      follows()
      field(slot, indent: 4, label: StyledLine("  > ", .marker))
    }
  }

  /// A cell on one line: its answer, or the sign of its state.
  private func cell(_ slot: Slot) -> (text: String, style: Style) {
    let sign = StateSign(file.state(slot))
    guard model.page.slots.contains(slot) else { return ("-", .dim) }
    if file.drafts[file.key(slot)] != nil { return ("~", .marker) }
    guard case .value? = file.answer(slot) else { return (sign.sign, sign.style) }
    return file.said(slot)
  }
}
