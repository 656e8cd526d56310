import Canvas
import Interview
import PackModel
import PlainText

/// What an answer is given with.
package enum Field: Sendable {
  case line(LineField)
  case area(AreaField)
  case choice(ChoiceField)
  /// The page asks nothing here, or asks by a list of rows.
  case none

  var isNone: Bool { if case .none = self { true } else { false } }

  var takesText: Bool {
    switch self {
    case .line, .area: true
    case .choice(let field): field.takesText
    case .none: false
    }
  }
}

/// Makes fields for questions and reads them.
extension CaseFile {
  /// The field of a slot with its draft, else its answer, in it.
  func field(_ slot: Slot) -> Field {
    let question = pack.questions[slot.question]
    let draft = drafts[key(slot)]
    let value: Value? = if case .value(let value)? = answer(slot) { value } else { nil }
    switch question.kind {
    case .string, .date, .quantity, .money:
      var field = LineField(draft ?? value.map { typed($0, question) } ?? "")
      if question.kind == .quantity {
        field.units = question.units.map(unitWord)
        field.unit = shownUnit(slot, value).flatMap { question.units.firstIndex(of: $0) } ?? 0
      } else if question.kind == .money {
        field.takesMoney = true
        field.units = currencies(question)
        if case .money(let money)? = value {
          if !field.units.contains(money.currency) { field.units.append(money.currency) }
          field.unit = field.units.firstIndex(of: money.currency) ?? 0
        }
      }
      return .line(draft == nil ? field : field.takingUnitFromText())
    case .text: return .area(AreaField(draft ?? value.map { typed($0, question) } ?? ""))
    case .boolean, .choice, .checks:
      var field = ChoiceField(choices(slot), isMany: question.kind == .checks)
      let kept = draft.flatMap {
        try? evaluation.read($0, for: slot.question, row: rowNumber(slot))
      }
      field.put(kept ?? value)
      return .choice(field)
    case .group, .display, .table: return .none
    }
  }

  /// What a field holds, in the words that `Evaluation.read` takes; empty where it holds nothing.
  func words(_ field: Field, _ slot: Slot) -> String {
    switch field {
    case .line(let line):
      let text = String(line.text.trimmed)
      guard !text.isEmpty, let taken = line.taken else { return text }
      return "\(text) \(taken)"
    case .area(let area): return String(area.text.trimmed)
    case .choice(let choice):
      return choice.value(pack.questions[slot.question]).map(Evaluation.written) ?? ""
    case .none: return ""
    }
  }

  /// What a field's content comes to: nothing, a value, or why it is none.
  func reading(_ field: Field, _ slot: Slot, today: CalendarDate) -> FieldReading {
    let row = rowNumber(slot)
    let value: Value
    if case .value(let kept)? = answer(slot), isUntouched(field, slot) {
      value = kept
    } else if case .choice(let choice) = field {
      guard let chosen = choice.value(pack.questions[slot.question]) else { return .empty }
      value = chosen
    } else {
      let words = words(field, slot)
      guard !words.isEmpty else { return .empty }
      do {
        value = try evaluation.read(words, for: slot.question, row: row, today: today)
      } catch {
        return .refused(error)
      }
    }
    if answer(slot) == .value(value) { return .value(value) }
    if let refusal = evaluation.refusal(of: value, for: slot.question, row: row) {
      if refusal.kind == .reasonWanted { return .below(value, refusal) }
      return .refused(refusal)
    }
    return .value(value)
  }

  /// Whether a line says what the answer was put into it as, whatever else that could mean.
  private func isUntouched(_ field: Field, _ slot: Slot) -> Bool {
    guard case .line(let now) = field, drafts[key(slot)] == nil,
      case .line(let before) = self.field(slot)
    else { return false }
    return now.text == before.text && now.units == before.units && now.unit == before.unit
  }

  /// The unit behind the field: that of the answer, that which the question or the row names, that of
  /// the suggestion.
  private func shownUnit(_ slot: Slot, _ value: Value?) -> Unit? {
    if case .quantity(let quantity)? = value, drafts[key(slot)] == nil { return quantity.unit }
    if let usual = evaluation.usualUnit(of: slot.question, row: slot.row) { return usual }
    if case .quantity(let quantity)? = evaluation.suggestion(for: slot.question)?.value {
      return quantity.unit
    }
    return nil
  }

  func unitWord(_ unit: Unit) -> String { unit == .percent ? "%" : language.unit(unit, one: false) }

  /// A value as it stands in its field.
  private func typed(_ value: Value, _ question: Question) -> String {
    switch value {
    case .date(let date): language.date(date)
    case .quantity(let quantity):
      question.units.contains(quantity.unit)
        ? language.amount(quantity) : language.quantity(quantity)
    case .money(let money): String(language.money(money).dropFirst(4))
    default: Evaluation.written(value)
    }
  }

  private func currencies(_ question: Question) -> [String] {
    let usual = ["EUR", "USD", "GBP", "CHF"]
    guard let first = question.currency else { return usual }
    return [first] + usual.filter { $0 != first }
  }

  private func choices(_ slot: Slot) -> [Choice] {
    let question = pack.questions[slot.question]
    if question.kind == .boolean {
      return [Choice(meaning: .yes, label: "Yes"), Choice(meaning: .no, label: "No")]
    }
    if !question.rowsOf.isEmpty {
      return evaluation.targets(of: slot.question)
        .filter { $0.id != slot.row }
        .map { Choice(meaning: .row($0.id), label: $0.name) }
    }
    let reader = evaluation.reader()
    let scope =
      pack.table(of: slot.question).flatMap { table in
        rowNumber(slot).map { Scope(table: table, row: $0) }
      } ?? Scope()
    var found = question.options.map { option -> Choice in
      var choice = Choice(
        meaning: .code(option.code), label: option.display,
        otherNames: [option.code] + option.aliases)
      if let condition = option.enableWhen, reader.truth(condition, scope) == .no {
        choice.refused = "not offered with your other answers"
      }
      return choice
    }
    if question.open { found.append(Choice(meaning: .other, label: "Other:")) }
    return found
  }
}

/// What a field's content comes to.
enum FieldReading: Hashable {
  case empty
  case value(Value)
  case refused(AnswerError)
  /// A value that goes below the law: it is taken with a reason.
  case below(Value, AnswerError)
}
