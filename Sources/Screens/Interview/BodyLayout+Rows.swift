import Canvas
import Interview
import PackModel
import PlainText

/// The list of a table’s rows.
extension BodyLayout {
  mutating func rows() {
    heading(owner.text)
    if case .asking(let asking) = model.mode, asking.about == .rowNotApplicable {
      return self.asking(asking)
    }
    let state = file.sheet[AnswerKey(owner.linkId)]
    let rows = file.sheet.rows(of: owner.linkId)
    let word = file.evaluation.rowText(model.page.owner)
    if isWide, !rows.isEmpty {
      table(rows)
    } else {
      let (file, owner) = (file, model.page.owner)
      inView(of: rows) { StyledLine(file.rowLine(owner, row: rows[$0], number: $0)) }
    }
    entry(rows.count, "+ Add \(word.withArticle)")
    if rows.isEmpty {
      let isSaid = state == Answer.none
      entry(1, isSaid ? "0 There are none: that is your answer" : "0 There are none")
      entry(2, isSaid ? "Go on" : "Leave it open and go on")
    } else {
      entry(rows.count + 1, "Go on")
    }
    if model.mode == .answering {
      add(
        StyledLine.wrapped(
          "A list is pasted here as it is, or f reads a file; one line of it names the columns.",
          width: width, style: .dim))
    }
    blank()
    states(Slot(model.page.owner))
    messages()
  }

  private var isWide: Bool { width >= 44 }

  /// The rows with their first answers in columns.
  private mutating func table(_ rows: [String]) {
    let key = RowColumns.Key(owner: model.page.owner, head: file.sheet.head, width: width)
    if columns?.key != key { columns = RowColumns(key, file, rows) }
    guard let columns else { return }
    body.rows.append(.strip(columns.titles))
    let file = file
    inView(of: rows) { columns.line($0, row: rows[$0], file) }
  }

  /// Makes the lines that can come into view: a window of them on either side of the marker, which
  /// is as far as one key scrolls.
  private mutating func inView(of rows: [String], _ line: (Int) -> StyledLine) {
    let window = (model.focus - room.height..<model.focus + room.height + 1)
      .clamped(to: rows.indices)
    body.rows.skip(window.lowerBound)
    for number in window { entry(number, line(number)) }
    body.rows.skip(rows.count - window.upperBound)
  }

  private mutating func entry(_ number: Int, _ text: String) {
    entry(number, StyledLine(DisplayText(text).clipped(to: width - 2).text))
  }

  private mutating func entry(_ number: Int, _ strip: StyledLine) {
    if model.focus == number { body.focus = body.rows.count..<(body.rows.count + 1) }
    body.rows.append(.entry(number, strip))
  }
}
