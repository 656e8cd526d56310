import Canvas
import Interview
import PackModel
import PlainText

/// The field in focus.
extension BodyLayout {
  mutating func field(_ slot: Slot, indent: Int, label: StyledLine?) {
    let start = body.rows.count
    switch model.mode {
    case .asking(let asking):
      if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
      return self.asking(asking)
    case .filling(let filling): return self.filling(filling)
    case .calendar(let date): return calendar(date)
    case .spreading(let spread): return spreading(spread)
    case .answering: break
    }
    let asked = pack.questions[slot.question].kind.asked
    switch model.field {
    case .line(let line):
      let units = line.units.isEmpty ? 0 : 2 + (line.units.map { CellWidth.of($0) }.max() ?? 0)
      let head = label ?? StyledLine("> ", .marker)
      let at = label == nil ? 2 : indent
      lineWidth = max(6, min(width - at - units, asked.widest))
      body.focus = body.rows.count..<(body.rows.count + 1)
      body.rows.append(.line(label: head, at: at))
      body.rows += model.editor.offers.indices.map { .offer($0) }
      if asked.isReadBack { body.rows.append(.readBack) }
    case .area:
      if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
      let height =
        label == nil
        ? max(3, room.height - start - (room.height > 12 ? 6 : 2)) : max(3, min(6, room.height / 3))
      areaSize = Size(columns: max(8, width - 2), rows: min(12, height))
      let first = body.rows.count
      body.rows += (0..<areaSize.rows).map { .area($0) }
      body.focus = first..<body.rows.count
    case .choice(let choice): choices(choice, label: label)
    case .none:
      body.focus = body.rows.count..<(body.rows.count + 1)
      body.rows.append(
        .strip(value(slot, behind: label ?? StyledLine("> ", .marker), width: width - indent)))
    }
    suggestion(slot)
    states(slot)
    messages()
    if label == nil { hint(slot) }
  }

  /// A line that is asked for.
  mutating func asking(_ asking: Asking) {
    add(StyledLine.wrapped(asking.title, width: width, style: .emphasis))
    lineWidth = max(6, width - 3)
    body.focus = body.rows.count..<(body.rows.count + 1)
    body.rows.append(.line(label: StyledLine("> ", .marker), at: 2))
  }

  /// Rows that could take the answer in hand.
  mutating func filling(_ filling: RowFilling) {
    add(StyledLine.wrapped(filling.title, width: width, style: .emphasis))
    for (number, choice) in filling.choices.enumerated() {
      let start = body.rows.count
      let sign = number == filling.cursor ? "> \(number + 1)" : "  \(number + 1)"
      add(StyledLine.wrapped(choice.words, width: width, sign: sign))
      if number == filling.cursor { body.focus = start..<body.rows.count }
    }
  }

  mutating func choices(_ choice: ChoiceField, label: StyledLine?) {
    if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
    if choice.filter != nil { body.rows.append(.filter) }
    let top = body.rows.count
    body.focus = (choice.filter == nil ? top : top - 1)..<(top + 1)
    if choice.isSearching, choice.shown.allSatisfy({ choice.choices[$0].meaning == .other }) {
      let own = choice.shown.isEmpty ? "" : " Down leads to words of your own."
      add(StyledLine.wrapped("No option has these words.\(own)", width: width, style: .dim))
    } else if choice.shown.isEmpty {
      add(StyledLine.wrapped("There is nobody to choose from yet.", width: width, style: .dim))
    }
    var rows: [Body.Row] = []
    var focus = 0..<0
    for (place, number) in choice.shown.enumerated() {
      let start = rows.count
      let option = choice.choices[number]
      let text = option.refused.map { "\(option.label) (\($0))" } ?? option.label
      for (at, line) in wrap(text, width: max(4, width - (choice.filter == nil ? 8 : 6)))
        .enumerated()
      {
        rows.append(.choice(number, line.text, isFirst: at == 0))
      }
      if choice.cursor == place { focus = start..<rows.count }
    }
    // In a grid only those around the marker, where all would push the table out of view.
    let most = optionRoom
    let first = max(0, min(focus.upperBound - most / 2 - 1, rows.count - most))
    let window = first..<min(rows.count, first + max(most, focus.count))
    if !focus.isEmpty {
      let start = body.rows.count - window.lowerBound
      body.focus = (focus.lowerBound + start)..<(focus.upperBound + start)
    }
    body.rows += Array(rows[window])
    if window.count < rows.count {
      add([StyledLine("  \(rows.count - window.count) more lines: Up and Down", .dim)])
    }
    if choice.isMany { body.rows.append(.count) }
  }

  /// How many lines options may have: in a grid what is left beside a line for a warning and one for
  /// what is not shown.
  private var optionRoom: Int {
    guard let opened else { return Int.max / 2 }
    let used = body.rows.count - opened.first
    return max(3, opened.most - used - (model.settled.warnings.isEmpty ? 1 : 3))
  }

  mutating func calendar(_ date: CalendarDate) {
    add([
      StyledLine("\(Language.months[date.month - 1]) \(date.year)", .heading),
      StyledLine("Mo Tu We Th Fr Sa Su", .dim),
    ])
    let start = body.rows.count
    let first = CalendarDate(year: date.year, month: date.month, day: 1)?.weekday ?? 0
    let days = CalendarDate.days(in: date.month, of: date.year)
    for week in 0..<((first + days + 6) / 7) {
      var strip = StyledLine()
      for weekday in 0..<7 {
        let day = week * 7 + weekday - first + 1
        let text = (1...days).contains(day) ? (day < 10 ? " \(day)" : "\(day)") : "  "
        strip = strip.adding(text, day == date.day ? Style(.selected, .reverse) : .normal).adding(
          " ")
      }
      body.rows.append(.strip(strip))
    }
    let row = start + (first + date.day - 1) / 7
    body.focus = row..<(row + 1)
    body.caretColumn = (first + date.day - 1) % 7 * 3 + 1
    body.rows.append(.readBack)
  }

  /// The fields that a paste would fill.
  mutating func spreading(_ spread: SpreadText) {
    add(
      StyledLine.wrapped(
        "This looks like several answers:", width: width, style: .emphasis))
    let start = body.rows.count
    for part in spread.parts {
      let name = file.name(file.key(part.slot)).capitalisedFirst
      add(StyledLine.wrapped("\(name): \(part.text)", width: width, sign: "+"))
    }
    add(
      StyledLine.wrapped(
        "Enter fills these fields. 1 puts all of it into this one. Esc leaves everything as it was.",
        width: width, style: .emphasis))
    body.focus = start..<body.rows.count
  }
}
