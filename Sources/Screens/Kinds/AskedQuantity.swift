import Interview
import PackModel

/// A number of something.
struct AskedQuantity: AskedKind {
  func field(_ maker: FieldMaker) -> Field {
    maker.line { line in
      line.units = maker.question.units.map { $0.word(maker.file.language) }
      line.unit = shownUnit(maker).flatMap { maker.question.units.firstIndex(of: $0) } ?? 0
    }
  }

  /// The unit behind the field: that of the answer, that which the question or the row names, that of
  /// the suggestion.
  private func shownUnit(_ maker: FieldMaker) -> Unit? {
    if case .quantity(let quantity)? = maker.value, maker.draft == nil { return quantity.unit }
    let (evaluation, slot) = (maker.file.evaluation, maker.slot)
    if let usual = evaluation.usualUnit(of: slot.question, row: slot.row) { return usual }
    if case .quantity(let quantity)? = evaluation.suggestion(for: slot.question)?.value {
      return quantity.unit
    }
    return nil
  }

  /// Without its unit where that stands behind the field.
  func typed(_ value: Value, of question: Question, _ language: Language) -> String {
    guard case .quantity(let quantity) = value else { return Evaluation.written(value) }
    return question.units.contains(quantity.unit)
      ? language.amount(quantity) : language.quantity(quantity)
  }

  func line(_ question: Question, _ field: Field) -> String { "Type a number\(unit(field))." }

  private func unit(_ field: Field) -> String {
    guard case .line(let line) = field, line.units.indices.contains(line.unit) else { return "" }
    let words = " of " + Language.british.list(line.units, or: true)
    return line.units.count > 1 ? "\(words); a number alone is \(line.units[line.unit])" : words
  }

  func form(_ asking: SheetAsking) -> [String] {
    let (key, language) = (asking.item.key, asking.language)
    if let usual = asking.evaluation.usualUnit(of: asking.item.question, row: key.row) {
      return ["Write a number of \(usual.word(language))."]
    }
    let units = Language.british.list(asking.question.units.map { $0.word(language) }, or: true)
    return ["Write a number and what it counts: \(units)."]
  }

  /// A number needs no long field; its unit stands close behind it.
  var widest: Int { 14 }

  var isReadBack: Bool { true }

  func readBack(_ value: Value, at slot: Slot, _ file: OpenMatter) -> String? {
    file.evaluation.shown(value, of: slot.question, in: file.language)
  }
}

extension Unit {
  /// As it stands behind a number, many of it.
  func word(_ language: Language) -> String {
    self == .percent ? "%" : language.unit(self, one: false)
  }
}
