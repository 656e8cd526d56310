import Canvas
import Interview
import PackModel

/// What stands under the field in focus.
extension BodyLayout {
  mutating func suggestion(_ slot: Slot) {
    guard let suggestion = file.evaluation.suggestion(for: slot.question), file.answer(slot) == nil
    else {
      return
    }
    let value = file.shown(suggestion.value, slot.question)
    add(
      StyledLine.wrapped(
        "Suggested, \(suggestion.kind.rawValue): \(value). Alt-S puts it in.", width: width,
        style: .dim,
        sign: "~", signStyle: .marker))
  }

  /// What the answers so far come to.
  mutating func follows() {
    guard model.mode == .answering, !model.settled.follows.isEmpty else { return }
    add(StyledLine.wrapped(model.settled.follows, width: width, sign: "="))
  }

  mutating func states(_ slot: Slot) {
    let key = file.key(slot)
    switch file.answer(slot) {
    case .unknown?, .parked?, .notApplicable?:
      let sign = StateSign(file.state(slot))
      var text = sign.words.capitalisedFirst + "."
      if case .notApplicable(let reason)? = file.answer(slot) { text = "Does not apply: \(reason)" }
      add(StyledLine.wrapped(text, width: width, style: sign.style, sign: sign.sign))
    default: break
    }
    if let note = file.sheet.remark(key) {
      add(StyledLine.wrapped("Note: \(note)", width: width, style: .dim))
    }
  }

  mutating func messages() {
    let start = body.focus.lowerBound
    if let error = model.error {
      add(StyledLine.wrapped(error, width: width, style: .error, sign: "!"))
      // In a low window the error is kept in view together with the field.
      body.focus = start..<body.rows.count
    }
    warnings = warnings.renewed(model.settled.warnings, width: width)
    let first = body.rows.count
    let most = opened.map { max(1, $0.most - (first - $0.first)) } ?? Int.max
    if warnings.rows.count > most, !model.seeksWarning {
      body.rows += Array(warnings.rows.prefix(max(1, most - 1)))
      add([StyledLine("  Alt-W shows the warning whole", .dim)])
    } else {
      body.rows += warnings.rows
    }
    body.warned = first..<body.rows.count
  }

  /// What searches and what ticks.
  private func choiceHints(_ choice: ChoiceField) -> [String] {
    if choice.filter != nil {
      return [
        choice.isMany
          ? "Space ticks at the marker. Letters and digits search; while they do, Enter ticks."
          : "Letters, digits and spaces search; Enter takes what was found."
      ]
    }
    guard !choice.isYesNo, choice.choices.count > 1 else { return [] }
    let verb = choice.isMany ? "tick" : "choose"
    return ["The numbers \(verb), and Space does at the marker."]
  }

  mutating func hint(_ slot: Slot) {
    guard room.height > 12 else { return }
    let question = pack.questions[slot.question]
    var hints: [String] = []
    if case .choice(let choice) = model.field { hints += choiceHints(choice) }
    if question.kind == .text { hints.append("Enter makes a new line; Tab goes on.") }
    if question.required { hints.append("Needed for the final copy.") }
    guard !hints.isEmpty else { return }
    blank()
    add(StyledLine.wrapped(hints.joined(separator: " "), width: width, style: .dim))
  }
}
