import Interview
import PackModel

/// Makes the field of a slot: what the kinds of questions need for theirs.
struct FieldMaker {
  let file: OpenMatter
  let slot: Slot
  let question: Question
  /// What was typed there and is no answer yet.
  let draft: String?
  /// The answer that is there.
  let value: Value?

  init(_ file: OpenMatter, _ slot: Slot) {
    self.file = file
    self.slot = slot
    question = file.pack.questions[slot.question]
    draft = file.drafts[file.key(slot)]
    value = if case .value(let value)? = file.answer(slot) { value } else { nil }
  }

  /// With the draft, else the answer, in it.
  var field: Field { question.kind.asked.field(self) }

  /// The draft, else the answer, as it stands in a field.
  var text: String { draft ?? value.map(typed) ?? "" }

  private func typed(_ value: Value) -> String {
    value.kind.asked.typed(value, of: question, file.language)
  }

  /// A line with the text in it.
  ///
  /// - Parameter shape: says what stands behind the field.
  func line(_ shape: (inout LineField) -> Void = { _ in }) -> Field {
    var line = LineField(text)
    shape(&line)
    return .line(draft == nil ? line : line.takingUnitFromText())
  }

  /// Choices, with the draft or the answer marked.
  func choice(_ choices: [Choice], isMany: Bool = false) -> Field {
    var field = ChoiceField(choices, isMany: isMany)
    let kept = draft.flatMap {
      try? file.evaluation.read($0, for: slot.question, row: file.rowNumber(slot))
    }
    field.put(kept ?? value)
    return .choice(field)
  }

  /// The question's options, and own words where it is open to them.
  var options: [Choice] {
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
