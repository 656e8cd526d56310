import Canvas
import Interview
import PackModel

/// A question as lines: which, of what kind, its options numbered, its answer, its suggestion.
struct PlainQuestion {
  let model: InterviewModel
  let shared: Shared

  var lines: [String] {
    guard let file = shared.file else { return [] }
    if model.isCovered(shared) {
      return model.sidePane.strips.map(\.text) + ["Empty line: back to the question."]
    }
    if case .asking(let asking) = model.mode { return [asking.title] }
    if case .filling(let filling) = model.mode {
      return [filling.title] + filling.choices.enumerated().map { "\($0 + 1). \($1.words)" } + [
        "Type a number. back: do not."
      ]
    }
    if case .spreading(let spread) = model.mode {
      return spread.parts.map { "\(file.name(file.key($0.slot))): \($0.text)" } + [
        "Empty line: fill these fields. back: do not."
      ]
    }
    switch model.page.kind {
    case .empty: return ["This journey asks nothing yet."]
    case .reading: return head(file) + reading(file) + ["Empty line: go on."]
    case .rows: return head(file) + rows(file)
    case .single, .block:
      guard let slot = model.slot else { return head(file) }
      return head(file) + question(slot, file) + messages
    }
  }

  private func head(_ file: OpenMatter) -> [String] {
    let step = file.step(of: model.page.item)
    guard let number = file.number(of: model.page.item) else { return ["\(step.title)."] }
    return ["Question \(number) of \(file.asking.count) - \(step.title)."]
  }

  private func reading(_ file: OpenMatter) -> [String] {
    let question = file.pack.questions[model.page.owner]
    return [question.text, question.help].filter { !$0.isEmpty }
  }

  private func question(_ slot: Slot, _ file: OpenMatter) -> [String] {
    let question = file.pack.questions[slot.question]
    var found: [String] = []
    if model.page.kind == .block {
      let owner = file.pack.questions[model.page.owner]
      found.append(
        "\(owner.text) Field \(model.focus + 1) of \(model.page.slots.count): \(file.name(file.key(slot)))."
      )
    }
    found.append(model.page.kind == .single ? file.asks(model.page) : question.text)
    if !model.settled.follows.isEmpty { found.append(model.settled.follows) }
    found += options(file)
    found.append(kind(question))
    found.append(standing(slot, file))
    if let suggestion = file.evaluation.suggestion(for: slot.question), file.answer(slot) == nil {
      let value = file.shown(suggestion.value, slot.question)
      found.append("Suggested, \(suggestion.kind.rawValue): \(value). use takes it.")
    }
    if let note = file.sheet.remark(file.key(slot)) { found.append("Note: \(note)") }
    return found
  }

  private func options(_ file: OpenMatter) -> [String] {
    guard case .choice(let choice) = model.field else { return [] }
    return choice.choices.enumerated().map { number, option in
      let mark = choice.marks.contains(number) ? (choice.isMany ? " (ticked)" : " (chosen)") : ""
      let refused = option.refused.map { " (\($0))" } ?? ""
      let label = option.meaning == .other ? "or other words of your own" : option.label
      return "\(number + 1). \(label)\(mark)\(refused)"
    }
  }

  private func kind(_ question: Question) -> String {
    let needed = question.required ? " Needed for the final copy." : ""
    return question.kind.asked.line(question, model.field) + needed
  }

  private func standing(_ slot: Slot, _ file: OpenMatter) -> String {
    let text = model.field.words(slot, file)
    if case .choice = model.field {
    } else if model.editor.hasOtherWords(text) || file.drafts[file.key(slot)] != nil {
      return "Typed, not accepted yet: \(text)"
    }
    return file.answer(slot) == nil ? "Open." : "Answer: \(file.said(slot).text)"
  }

  private var messages: [String] {
    (model.error.map { ["Not accepted: \($0) Empty line: go on and keep the text."] } ?? [])
      + model.settled.warnings.map { "Warning: \($0)" }
  }

  private func rows(_ file: OpenMatter) -> [String] {
    let owner = file.pack.questions[model.page.owner]
    let word = file.evaluation.rowText(model.page.owner)
    let rows = file.sheet.rows(of: owner.linkId)
    var found = [owner.text]
    found += rows.enumerated().map {
      file.rowLine(model.page.owner, row: $0.element, number: $0.offset)
    }
    if rows.isEmpty {
      found.append(
        file.sheet[AnswerKey(owner.linkId)] == Answer.none
          ? "There are none." : "Open: no \(word) yet.")
    }
    found.append(
      rows.isEmpty
        ? "Type add for \(word.withArticle), file to take a list from a file, none if there are none, or an empty line to go on."
        : "Type a number to change that row, add, remove NUMBER, file to take a list from a file, or an empty line to go on."
    )
    return found + model.settled.warnings.map { "Warning: \($0)" }
  }
}
