import Canvas
import Interview
import PackModel

/// Lays out the main pane.
struct BodyLayout {
  let file: CaseFile
  let model: InterviewModel
  let room: Rect
  private(set) var body = Body()
  /// The window of long text, and the width of a line, as they come out.
  private(set) var areaSize = Size(columns: 20, rows: 3)
  private(set) var lineWidth = 20

  init(_ file: CaseFile, _ model: InterviewModel, _ room: Rect) {
    self.file = file
    self.model = model
    self.room = room
  }

  private var pack: Pack { file.pack }
  private var owner: Question { pack.questions[model.page.owner] }
  private var width: Int { max(8, room.width) }

  mutating func run() {
    switch model.page.kind {
    case .empty: add(Strip.wrapped("This journey asks nothing yet.", width: width))
    case .reading:
      heading(owner.text)
      if !owner.help.isEmpty, owner.kind == .display {
        add(Strip.wrapped(owner.help, width: width))
      }
      if owner.kind == .table {
        add(
          Strip.wrapped("None of its lines applies with your answers.", width: width, style: .dim))
      }
      body.focus = 0..<1
    case .single:
      heading(owner.text)
      if let slot = model.slot { field(slot, indent: 0, label: nil) }
    case .block: block()
    case .rows: rows()
    }
  }

  private mutating func add(_ strips: [Strip]) { body.rows += strips.map { .strip($0) } }
  private mutating func blank() { if room.height > 9 { body.rows.append(.strip(Strip())) } }

  private mutating func heading(_ text: String) {
    add(Strip.wrapped(text, width: width, style: .emphasis))
    blank()
  }

  // MARK: Blocks

  private mutating func block() {
    var title = owner.text
    if let row = model.page.row,
      let number = file.rowNumber(Slot(model.page.slots.first?.question ?? 0, row: row))
    {
      title = "\(file.evaluation.rowText(model.page.owner).capitalisedFirst) \(number + 1)"
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
      let sign = isFocused && !isNarrow ? Strip("> ", .marker) : Strip("  ")
      var head = sign.adding(text, isFocused ? .normal : .dim)
      if number == model.focus, isNarrow {
        // The field has the whole width, under its label.
        body.rows.append(.strip(head))
        question(slot, label: labels[number])
        field(slot, indent: 2, label: Strip("> ", .marker))
        continue
      }
      head = head.adding(String(repeating: " ", count: max(1, column - 2 - CellWidth.of(text))))
      if number == model.focus {
        field(slot, indent: column, label: head)
        question(slot, label: labels[number])
      } else {
        body.rows.append(.strip(value(slot, behind: head, width: width - column)))
      }
    }
  }

  /// The whole question of the field in focus, where its label does not say it.
  private mutating func question(_ slot: Slot, label: String) {
    let text = pack.questions[slot.question].text
    guard text != label, room.height > 9 else { return }
    add(Strip.wrapped(text, width: width - 2, style: .dim, sign: " "))
  }

  /// The text of a row of the pack, where several columns stand under it.
  private func rowHeading(_ slot: Slot, after row: String?) -> [Strip]? {
    guard model.page.row == nil, let code = slot.row, code != row, !hasOneColumn else { return nil }
    return Strip.wrapped(rowText(code), width: width, style: .heading)
  }

  private var hasOneColumn: Bool { owner.children.count == 1 }

  private func rowText(_ code: String) -> String {
    guard case .pack(let rows) = owner.rows else { return code }
    return rows.first { $0.code == code }?.text ?? code
  }

  private func label(_ slot: Slot) -> String {
    if model.page.row == nil, let code = slot.row, hasOneColumn { return rowText(code) }
    let question = pack.questions[slot.question]
    return question.label.capitalisedFirst
  }

  /// An answer on one line, or its state.
  private func value(_ slot: Slot, behind head: Strip, width: Int) -> Strip {
    let said = file.said(slot)
    let shown = DisplayText(said.text).clipped(to: max(1, width - 1))
    return head.adding(shown.text, said.style)
  }

  // MARK: Rows of the user

  private mutating func rows() {
    heading(owner.text)
    if model.mode != .answering, case .pasting(let rows) = model.mode { return pasting(rows) }
    let state = file.sheet[AnswerKey(owner.linkId)]
    let rows = file.sheet.rows(of: owner.linkId)
    let word = file.evaluation.rowText(model.page.owner)
    for (number, row) in rows.enumerated() {
      entry(number, file.rowLine(model.page.owner, row: row, number: number))
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

  private mutating func entry(_ number: Int, _ text: String) {
    if model.focus == number { body.focus = body.rows.count..<(body.rows.count + 1) }
    let shown = DisplayText(text).clipped(to: width - 2)
    body.rows.append(.entry(number, Strip(shown.text)))
  }

  private mutating func pasting(_ rows: [[String]]) {
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

  // MARK: The field in focus

  private mutating func field(_ slot: Slot, indent: Int, label: Strip?) {
    let start = body.rows.count
    switch model.mode {
    case .asking(let asking):
      if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
      add(Strip.wrapped(asking.title, width: width, style: .emphasis))
      lineWidth = max(6, width - 3)
      body.focus = body.rows.count..<(body.rows.count + 1)
      body.rows.append(.line(label: Strip("> ", .marker), at: 2))
      return
    case .calendar(let date): return calendar(date)
    case .answering, .pasting: break
    }
    switch model.field {
    case .line(let line):
      let units = line.units.isEmpty ? 0 : 2 + (line.units.map { CellWidth.of($0) }.max() ?? 0)
      let head = label ?? Strip("> ", .marker)
      let at = label == nil ? 2 : indent
      lineWidth = max(6, min(width - at - units, widest(slot)))
      body.focus = body.rows.count..<(body.rows.count + 1)
      body.rows.append(.line(label: head, at: at))
      body.rows += model.offers.indices.map { .offer($0) }
      if hasReadBack(slot) { body.rows.append(.readBack) }
    case .area:
      if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
      let height = label == nil ? max(3, room.height - start - 6) : max(3, min(6, room.height / 3))
      areaSize = Size(columns: max(8, width - 2), rows: min(12, height))
      let first = body.rows.count
      body.rows += (0..<areaSize.rows).map { .area($0) }
      body.focus = first..<body.rows.count
    case .choice(let choice): choices(choice, label: label)
    case .none:
      body.focus = body.rows.count..<(body.rows.count + 1)
      body.rows.append(
        .strip(value(slot, behind: label ?? Strip("> ", .marker), width: width - indent)))
    }
    suggestion(slot)
    states(slot)
    messages()
    if label == nil { hint(slot) }
  }

  /// A number needs no long field; its unit stands close behind it.
  private func widest(_ slot: Slot) -> Int {
    switch pack.questions[slot.question].kind {
    case .quantity: 14
    case .money: 20
    default: Int.max
    }
  }

  private func hasReadBack(_ slot: Slot) -> Bool {
    switch pack.questions[slot.question].kind {
    case .date, .quantity, .money: true
    default: false
    }
  }

  private mutating func choices(_ choice: ChoiceField, label: Strip?) {
    if let label, label.pieces.count > 1 { body.rows.append(.strip(label)) }
    if choice.filter != nil { body.rows.append(.filter) }
    let top = body.rows.count
    body.focus = (choice.filter == nil ? top : top - 1)..<(top + 1)
    if choice.shown.isEmpty {
      add(
        Strip.wrapped(
          choice.choices.isEmpty
            ? "There is nobody to choose from yet." : "No option has these words.", width: width,
          style: .dim))
    }
    for (place, number) in choice.shown.enumerated() {
      let start = body.rows.count
      let option = choice.choices[number]
      let text = option.refused.map { "\(option.label) (\($0))" } ?? option.label
      for (at, line) in wrap(text, width: max(4, width - (choice.filter == nil ? 8 : 6)))
        .enumerated()
      {
        body.rows.append(.choice(place, line.text, isFirst: at == 0))
      }
      if choice.cursor == place { body.focus = start..<body.rows.count }
    }
    if choice.isMany { body.rows.append(.count) }
  }

  private mutating func calendar(_ date: CalendarDate) {
    add([
      Strip("\(Language.months[date.month - 1]) \(date.year)", .heading),
      Strip("Mo Tu We Th Fr Sa Su", .dim),
    ])
    let start = body.rows.count
    let first = CalendarDate(year: date.year, month: date.month, day: 1)?.weekday ?? 0
    let days = CalendarDate.days(in: date.month, of: date.year)
    for week in 0..<((first + days + 6) / 7) {
      var strip = Strip()
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

  // MARK: Beside the field

  private mutating func suggestion(_ slot: Slot) {
    guard let suggestion = file.evaluation.suggestion(for: slot.question), file.answer(slot) == nil
    else {
      return
    }
    let value = file.shown(suggestion.value, slot.question)
    add(
      Strip.wrapped(
        "Suggested, \(suggestion.kind.rawValue): \(value). Alt-S puts it in.", width: width,
        style: .dim,
        sign: "~", signStyle: .marker))
  }

  private mutating func states(_ slot: Slot) {
    let key = file.key(slot)
    switch file.answer(slot) {
    case .unknown?, .parked?, .notApplicable?:
      let sign = StateSign(file.state(slot))
      var text = sign.words.capitalisedFirst + "."
      if case .notApplicable(let reason)? = file.answer(slot) { text = "Does not apply: \(reason)" }
      add(Strip.wrapped(text, width: width, style: sign.style, sign: sign.sign))
    default: break
    }
    if let note = file.sheet.remark(key) {
      add(Strip.wrapped("Note: \(note)", width: width, style: .dim))
    }
  }

  private mutating func messages() {
    let start = body.focus.lowerBound
    if let error = model.error {
      add(Strip.wrapped(error, width: width, style: .error, sign: "!"))
      // In a low window the error is kept in view together with the field.
      body.focus = start..<body.rows.count
    }
    for warning in model.settled.warnings {
      add(Strip.wrapped(warning, width: width, style: .warning, sign: "*"))
    }
  }

  private mutating func hint(_ slot: Slot) {
    guard room.height > 12 else { return }
    let question = pack.questions[slot.question]
    var hints: [String] = []
    if case .choice(let choice) = model.field, choice.filter != nil {
      hints.append("Type to narrow the list.")
    }
    if question.kind == .text { hints.append("Enter makes a new line; Tab goes on.") }
    if question.required { hints.append("Needed for the final copy.") }
    guard !hints.isEmpty else { return }
    blank()
    add(Strip.wrapped(hints.joined(separator: " "), width: width, style: .dim))
  }
}
