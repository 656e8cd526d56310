import Canvas
import Interview
import PackModel
import PlainText

/// Groups, the form of a row, and the cells of a table whose rows the pack gives.
extension BodyLayout {
  mutating func block() {
    if isGrid { return grid() }
    var title = owner.text
    if let row = model.page.row,
      let number = file.rowNumber(Slot(model.page.slots.first?.question ?? 0, row: row))
    {
      let word = "\(file.evaluation.rowText(model.page.owner).capitalisedFirst) \(number + 1)"
      let name = file.rowName(model.page.owner, row)
      title = name.capitalisedFirst == word ? word : "\(word): \(name)"
    }
    heading(title)
    let labels = model.page.slots.map(label)
    let widest = labels.map { CellWidth.of($0) }.max() ?? 0
    let isNarrow = width < 56
    let column = min(widest, width * 2 / 5) + 4
    var row: String?
    for (number, slot) in model.page.slots.enumerated() {
      if let heading = rowHeading(slot, after: row) { add(heading) }
      row = slot.row
      let isFocused = number == model.focus && model.mode == .answering
      let room = isNarrow && number == model.focus ? width - 2 : column - 3
      let text = DisplayText(labels[number]).clipped(to: room).text
      let sign = isFocused && !isNarrow ? StyledLine("> ", .marker) : StyledLine("  ")
      var head = sign.adding(text, isFocused ? .normal : .dim)
      if number == model.focus, isNarrow {
        // The field has the whole width, under its label.
        body.rows.append(.strip(head))
        question(slot, label: labels[number])
        follows()
        field(slot, indent: 2, label: StyledLine("> ", .marker))
        continue
      }
      head = head.adding(String(repeating: " ", count: max(1, column - 2 - CellWidth.of(text))))
      if number == model.focus {
        field(slot, indent: column, label: head)
        question(slot, label: labels[number])
        follows()
      } else {
        body.rows.append(.strip(value(slot, behind: head, width: width - column)))
      }
    }
  }

  /// The whole question of the field in focus, where its label does not say it.
  mutating func question(_ slot: Slot, label: String) {
    let text = pack.questions[slot.question].text
    guard text != label, room.height > 9 else { return }
    add(StyledLine.wrapped(text, width: width - 2, style: .dim, sign: " "))
  }

  /// The text of a row of the pack, where several columns stand under it.
  func rowHeading(_ slot: Slot, after row: String?) -> [StyledLine]? {
    guard model.page.row == nil, let code = slot.row, code != row, !hasOneColumn else { return nil }
    return StyledLine.wrapped(rowText(code), width: width, style: .heading)
  }

  var hasOneColumn: Bool { owner.children.count == 1 }

  func rowText(_ code: String) -> String {
    guard case .pack(let rows) = owner.rows else { return code }
    return rows.first { $0.code == code }?.text ?? code
  }

  func label(_ slot: Slot) -> String {
    if model.page.row == nil, let code = slot.row, hasOneColumn { return rowText(code) }
    let question = pack.questions[slot.question]
    return question.label.capitalisedFirst
  }

  /// An answer on one line, or its state.
  func value(_ slot: Slot, behind head: StyledLine, width: Int) -> StyledLine {
    let said = file.said(slot)
    let shown = DisplayText(said.text).clipped(to: max(1, width - 1))
    return head.adding(shown.text, said.style)
  }
}
