import Interview
import PackModel

/// Makes the field of a slot.
struct FieldMaker {
  private let file: OpenMatter
  private let slot: Slot
  private let question: Question

  init(_ file: OpenMatter, _ slot: Slot) {
    self.file = file
    self.slot = slot
    question = file.pack.questions[slot.question]
  }

  /// With the draft, else the answer, in it.
  var field: Field {
    let draft = file.drafts[file.key(slot)]
    let value: Value? = if case .value(let value)? = file.answer(slot) { value } else { nil }
    switch question.kind {
    case .string, .date, .quantity, .money:
      var field = LineField(draft ?? value.map(typed) ?? "")
      if question.kind == .quantity {
        field.units = question.units.map { $0.word(file.language) }
        field.unit = shownUnit(value).flatMap { question.units.firstIndex(of: $0) } ?? 0
      } else if question.kind == .money {
        field.takesMoney = true
        field.units = currencies
        if case .money(let money)? = value {
          if !field.units.contains(money.currency) { field.units.append(money.currency) }
          field.unit = field.units.firstIndex(of: money.currency) ?? 0
        }
      }
      return .line(draft == nil ? field : field.takingUnitFromText())
    case .text: return .area(AreaField(draft ?? value.map(typed) ?? ""))
    case .boolean, .choice, .checks:
      var field = ChoiceField(choices, isMany: question.kind == .checks)
      let kept = draft.flatMap {
        try? file.evaluation.read($0, for: slot.question, row: file.rowNumber(slot))
      }
      field.put(kept ?? value)
      return .choice(field)
    case .group, .display, .table: return .none
    }
  }

  /// The unit behind the field: that of the answer, that which the question or the row names, that of
  /// the suggestion.
  private func shownUnit(_ value: Value?) -> Unit? {
    if case .quantity(let quantity)? = value, file.drafts[file.key(slot)] == nil {
      return quantity.unit
    }
    if let usual = file.evaluation.usualUnit(of: slot.question, row: slot.row) { return usual }
    if case .quantity(let quantity)? = file.evaluation.suggestion(for: slot.question)?.value {
      return quantity.unit
    }
    return nil
  }

  /// A value as it stands in its field.
  private func typed(_ value: Value) -> String {
    let language = file.language
    return switch value {
    case .date(let date): language.date(date)
    case .quantity(let quantity):
      question.units.contains(quantity.unit)
        ? language.amount(quantity) : language.quantity(quantity)
    case .money(let money): String(language.money(money).dropFirst(4))
    default: Evaluation.written(value)
    }
  }

  private var currencies: [String] {
    let usual = ["EUR", "USD", "GBP", "CHF"]
    guard let first = question.currency else { return usual }
    return [first] + usual.filter { $0 != first }
  }

  private var choices: [Choice] {
    if question.kind == .boolean {
      return [Choice(meaning: .yes, label: "Yes"), Choice(meaning: .no, label: "No")]
    }
    if !question.rowsOf.isEmpty {
      return file.evaluation.targets(of: slot.question)
        .filter { $0.id != slot.row }
        .map { Choice(meaning: .row($0.id), label: $0.name) }
    }
    let reader = file.evaluation.evaluator()
    let scope =
      file.pack.table(of: slot.question).flatMap { table in
        file.rowNumber(slot).map { Scope(table: table, row: $0) }
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

extension Unit {
  /// As it stands behind a number, many of it.
  func word(_ language: Language) -> String {
    self == .percent ? "%" : language.unit(self, one: false)
  }
}
