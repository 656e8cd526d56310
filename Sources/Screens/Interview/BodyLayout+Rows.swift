import Canvas
import Interview
import PackModel

/// The list of a table’s rows.
extension BodyLayout {
  mutating func rows() {
    heading(owner.text)
    if model.mode != .answering, case .pasting(let rows) = model.mode { return pasting(rows) }
    let state = file.sheet[AnswerKey(owner.linkId)]
    let rows = file.sheet.rows(of: owner.linkId)
    let word = file.evaluation.rowText(model.page.owner)
    if isWide, !rows.isEmpty {
      table(rows)
    } else {
      for (number, row) in rows.enumerated() {
        entry(number, Strip(file.rowLine(model.page.owner, row: row, number: number)))
      }
    }
    entry(rows.count, "+ Add \(word.withArticle)")
    if rows.isEmpty {
      let isSaid = state == Answer.none
      entry(1, isSaid ? "0 There are none: that is your answer" : "0 There are none")
      entry(2, isSaid ? "Go on" : "Leave it open and go on")
    } else {
      entry(rows.count + 1, "Go on")
    }
    blank()
    states(Slot(model.page.owner))
    messages()
  }

  private var isWide: Bool { width >= 44 }

  /// The rows with their first answers in columns.
  private mutating func table(_ rows: [String]) {
    let columns = Array(owner.children.prefix(6))
    let titles = ["", ""] + columns.map { pack.questions[$0].label.capitalisedFirst }
    let lines = rows.enumerated().map { number, row -> [String] in
      let open = owner.children.filter {
        pack.questions[$0].required && file.state(Slot($0, row: row)) == .open
      }.count
      return ["\(number + 1)", open > 0 ? "?" : "+"]
        + columns.map { column in
          guard case .value(let value)? = file.answer(Slot(column, row: row)) else {
            return StateSign(file.state(Slot(column, row: row))).sign
          }
          return file.shown(value, column)
        }
    }
    let grid = GridWidths(
      titles.indices.map { at in (titles[at], lines.map { $0[at] }) }, room: width - 2)
    body.rows.append(.strip(grid.line(titles, styles: titles.map { _ in .dim }, marker: "  ")))
    for (number, line) in lines.enumerated() {
      entry(number, grid.line(line, styles: line.map { _ in .normal }, marker: ""))
    }
  }

  private mutating func entry(_ number: Int, _ text: String) {
    entry(number, Strip(DisplayText(text).clipped(to: width - 2).text))
  }

  private mutating func entry(_ number: Int, _ strip: Strip) {
    if model.focus == number { body.focus = body.rows.count..<(body.rows.count + 1) }
    body.rows.append(.entry(number, strip))
  }

  mutating func pasting(_ rows: [[String]]) {
    let columns = owner.children.prefix(rows.map(\.count).max() ?? 0).map {
      pack.questions[$0].label
    }
    let more = rows.count == 1 ? "One row" : "\(rows.count) rows"
    add(Strip.wrapped("\(more) would be added: \(columns.joined(separator: " | "))", width: width))
    let start = body.rows.count
    for row in rows.prefix(max(1, room.height - start - 2)) {
      add([Strip("  " + DisplayText(row.joined(separator: " | ")).clipped(to: width - 2).text)])
    }
    add(
      Strip.wrapped(
        "Enter adds them. Esc leaves the table as it is.", width: width, style: .emphasis))
    body.focus = start..<(start + 1)
  }
}
