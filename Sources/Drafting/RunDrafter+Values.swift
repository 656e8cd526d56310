import Documents
import Interview
import PackModel
import PlainText

/// What a placeholder prints.
extension RunDrafter {
  func value(_ placeholder: Placeholder, _ whereabouts: Whereabouts) -> [Run] {
    switch placeholder.source {
    case .fact(let fact):
      return [Run(facts?[fact] ?? "", provenance: whereabouts.provenance)]
    case .report(let column):
      guard case .value(let value)? = whereabouts.scope.report?[column] else { return [] }
      return [Run(settings.language.plain(value), provenance: whereabouts.provenance)]
    case .row(let name): return rowWords(name, whereabouts)
    case .expression(let expression):
      switch evaluator.reading(expression, whereabouts.scope) {
      case .absent:
        return byDefault(placeholder, whereabouts) ?? absent(expression, whereabouts)
      case .unknown:
        return [blank(for: expression, whereabouts)]
      case .value(let value):
        let origin = provenance(of: expression, whereabouts)
        guard case .question(let number)? = member(expression, whereabouts) else {
          return [Run(settings.language.plain(value, placeholder.format), provenance: origin)]
        }
        return words(value, number, placeholder.format, origin, whereabouts)
      }
    }
  }

  /// The default's words where it stands; they come from the answer that left the question out.
  private func byDefault(_ placeholder: Placeholder, _ whereabouts: Whereabouts) -> [Run]? {
    guard evaluator.takesDefault(placeholder, whereabouts.scope),
      let otherwise = placeholder.otherwise,
      case .expression(.member(.question(let number))) = placeholder.source
    else { return nil }
    var origin = provenance(of: otherwise.unless, whereabouts)
    origin.rule = otherwise.norm ?? origin.rule
    return words(otherwise.value, number, placeholder.format, origin, whereabouts)
  }

  /// What stands for an answer that does not apply: in a sentence that names it a blank, since
  /// without it the sentence would not be one. Also for one that nobody is asked for because what
  /// decides that does not apply; in a text for another's paper for any that nobody is asked for.
  func absent(_ expression: Expression, _ whereabouts: Whereabouts) -> [Run] {
    guard !whereabouts.inCell, case .question(let number)? = member(expression, whereabouts) else {
      return []
    }
    let row = pack.table(of: number).flatMap { whereabouts.scope.row(of: $0) }
    let isLeftOut =
      pack.questions[number].enableWhen?.members.contains { member in
        guard case .question(let deciding) = member else { return false }
        let isColumn = pack.table(of: deciding) != nil
        return evaluation.state(deciding, row: isColumn ? row : nil) == .notApplicable
      } ?? false
    guard isInsertion || isLeftOut || evaluation.state(number, row: row) == .notApplicable else {
      return []
    }
    return [blank([evaluation.key(number, row: row)], open: false, whereabouts)]
  }

  /// The place that an expression reads, whose options a value belongs to.
  func member(_ expression: Expression, _ whereabouts: Whereabouts) -> Member? {
    switch expression {
    case .member(let member), .cell(let member, _): return member
    case .follow(let pointer, let targets):
      guard case .value(.row(let id)) = evaluator.reading(pointer, whereabouts.scope) else {
        return nil
      }
      return evaluator.followed(id, targets)?.member
    default: return nil
    }
  }

  private func words(
    _ value: Value, _ question: Int, _ format: Placeholder.Format, _ origin: Provenance,
    _ whereabouts: Whereabouts
  ) -> [Run] {
    let model = pack.questions[question]
    if let blank = unsettled(value, of: question, row: origin.row, whereabouts) { return [blank] }
    func tick(_ tick: Tick) -> [Run] {
      switch tick {
      case .other(let text): return [Run(text, provenance: origin)]
      case .code(let code):
        guard let option = model.option(code) else { return [Run(code, provenance: origin)] }
        guard let says = option.says else { return [Run(option.display, provenance: origin)] }
        return inlines(says, whereabouts).map { run in
          var run = run
          if run.provenance.question == nil { run.provenance = origin }
          return run
        }
      }
    }
    switch value {
    case .choice(let choice): return tick(choice)
    case .checks(let ticks):
      if ticks.isEmpty { return [Run("none", provenance: origin)] }
      return listed(ticks.map(tick), or: format == .or)
    case .row(let id):
      return [Run(evaluation.target(id, of: question) ?? id, provenance: origin)]
    // In a cell nothing shows where one line of somebody's text ends.
    case .text(let text) where whereabouts.inCell:
      let lines = text.split(whereSeparator: \.isNewline).map { $0.trimmed }
      let joined = lines.filter { !$0.isEmpty }.reduce(into: "") { joined, line in
        if let end = joined.last { joined += ".;:,!?".contains(end) ? " " : "; " }
        joined += line
      }
      return [Run(joined, provenance: origin)]
    default: return [Run(settings.language.plain(value, format), provenance: origin)]
    }
  }

  /// `text` `display` `says` `code` of the row or option that is walked.
  private func rowWords(_ name: String, _ whereabouts: Whereabouts) -> [Run] {
    guard let (question, row) = whereabouts.scope.rows.last else { return [] }
    let model = pack.questions[question]
    var origin = Provenance(clause: whereabouts.clause, question: model.linkId)
    if case .pack(let rows) = model.rows, rows.indices.contains(row) {
      origin.row = rows[row].code
      switch name {
      case "code": return [Run(rows[row].code, provenance: origin)]
      case "says":
        if let says = rows[row].says { return inlines(says, whereabouts) }
        return [Run(rows[row].text, provenance: origin)]
      default: return [Run(rows[row].text, provenance: origin)]
      }
    }
    origin.entry = evaluation.sheet.origins[AnswerKey(model.linkId)]
    guard case .value(let value) = evaluator.answers.reading(.question(question)) else { return [] }
    let ticks: [Tick] =
      switch value {
      case .checks(let ticks): ticks
      case .choice(let tick): [tick]
      default: []
      }
    guard ticks.indices.contains(row) else { return [] }
    if let blank = unsettled(.choice(ticks[row]), of: question, row: nil, whereabouts) {
      return [blank]
    }
    switch ticks[row] {
    case .other(let text): return [Run(text, provenance: origin)]
    case .code(let code):
      guard let option = model.option(code) else { return [] }
      switch name {
      case "code": return [Run(code, provenance: origin)]
      case "says":
        if let says = option.says {
          return inlines(says, whereabouts).map { run in
            var run = run
            if run.provenance.question == nil { run.provenance = origin }
            return run
          }
        }
        return [Run(option.display, provenance: origin)]
      default: return [Run(option.display, provenance: origin)]
      }
    }
  }
}
