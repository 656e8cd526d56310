import Documents
import Drafting
import Findings
import Interview
import PackModel
import Publishing

/// How drafting grows with the companies of the chain: what each step costs at ten, a hundred, a
/// thousand and more rows. Beside it stands the growth since the size before; 10 is linear.
struct Growth {
  let pack: Pack
  /// Answers of a whole case.
  let sheet: AnswerSheet
  let day: CalendarDate
  private var before: [String: Double] = [:]

  init(_ pack: Pack, _ sheet: AnswerSheet, _ day: CalendarDate) {
    self.pack = pack
    self.sheet = sheet
    self.day = day
  }

  mutating func measure(_ sizes: [Int]) {
    let (pack, day) = (pack, day)
    for rows in sizes {
      guard let sheet = grown(to: rows) else { return print("The case has no chain.") }
      print("-- \(rows) rows")
      let evaluation = evaluate(pack, sheet)
      time("evaluate") { _ = evaluate(pack, sheet) }
      time("examine") { _ = examine(evaluation, asOf: day) }
      let findings = examine(evaluation, asOf: day)
      print("   \(findings.failed(pack).count) findings")
      time("draft the agreement") { _ = draft("agreement", evaluation, findings) }
      time("the report's tables") { _ = ReportData(evaluation, findings, DraftSettings()) }
      time("draft the report") { _ = draft("gap-report", evaluation, findings) }
      guard let agreement = draft("agreement", evaluation, findings),
        let report = draft("gap-report", evaluation, findings)
      else { return }
      time("Markdown of the agreement") { _ = Markdown.write(agreement) }
      time("Markdown of the report") { _ = Markdown.write(report) }
      time("passages") { _ = agreement.passages }
      guard let other = changed(sheet) else { continue }
      let after = evaluate(pack, other)
      guard let new = draft("agreement", after, examine(after, asOf: day)) else { return }
      time("redline of one change") { _ = Document.redline(from: agreement, to: new) }
    }
  }

  private mutating func time(_ name: String, _ body: () -> Void) {
    let clock = ContinuousClock()
    var times = [milliseconds(clock.measure(body))]
    while times.count < 3 || (times.count < 9 && times[0] < 200) {
      times.append(milliseconds(clock.measure(body)))
    }
    let median = times.sorted()[times.count / 2]
    let growth = before[name].map { "  x\(shown(median / $0))" } ?? ""
    print(
      "   \(name)\(String(repeating: " ", count: max(1, 30 - name.count)))\(shown(median)) ms\(growth)"
    )
    before[name] = median
  }

  /// The case with this many companies, each five below one another: the first of them again and again.
  private func grown(to rows: Int) -> AnswerSheet? {
    guard let columns = pack.review?.chain, case .question(let pointer)? = columns[.engagedBy]
    else {
      return nil
    }
    let table = pack.questions[columns.table].linkId
    guard let first = sheet.rows(of: table).first else { return nil }
    var cells: [(String, Answer)] = []
    for column in pack.questions[columns.table].children {
      let linkId = pack.questions[column].linkId
      if let answer = sheet[AnswerKey(linkId, row: first)] { cells.append((linkId, answer)) }
    }
    let above = pack.questions[pointer].linkId
    let start = sheet.rows(of: table).count
    var changes: [Change] = []
    for number in start..<max(start, rows) {
      let row = "n\(number)"
      changes.append(.addRow(table: table, row: row, at: number))
      for (linkId, answer) in cells {
        var answer = answer
        if linkId == above, number % 5 != start % 5 { answer = .value(.row("n\(number - 1)")) }
        if case .value(.text(let text)) = answer { answer = .value(.text("\(text) \(number)")) }
        changes.append(.set(AnswerKey(linkId, row: row), from: nil, to: answer))
      }
    }
    var sheet = sheet
    sheet.apply(Entry(number: sheet.head + 1, when: "", by: "", why: nil, changes: changes))
    return sheet
  }

  /// With another quantity in one place.
  private func changed(_ sheet: AnswerSheet) -> AnswerSheet? {
    for (number, question) in pack.questions.enumerated() where pack.table(of: number) == nil {
      let key = AnswerKey(question.linkId)
      guard case .value(.quantity(let quantity))? = sheet[key] else { continue }
      var sheet = sheet
      let more = Quantity(thousandths: quantity.thousandths + 1000, unit: quantity.unit)
      sheet.apply(
        Entry(
          number: sheet.head + 1, when: "", by: "", why: nil,
          changes: sheet.setting(key, to: .value(.quantity(more)))))
      return sheet
    }
    return nil
  }
}
