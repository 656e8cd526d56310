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

extension Field {
  /// The field of a slot with its draft, else its answer, in it.
  init(_ slot: Slot, _ file: OpenMatter) { self = FieldMaker(file, slot).field }

  /// What it holds, in the words that `Evaluation.read` takes; empty where it holds nothing.
  func words(_ slot: Slot, _ file: OpenMatter) -> String {
    switch self {
    case .line(let line):
      let text = String(line.text.trimmed)
      guard !text.isEmpty, let taken = line.taken else { return text }
      return "\(text) \(taken)"
    case .area(let area): return String(area.text.trimmed)
    case .choice(let choice):
      return choice.value(file.pack.questions[slot.question]).map(Evaluation.written) ?? ""
    case .none: return ""
    }
  }

  /// What its content comes to: nothing, a value, or why it is none.
  func reading(_ slot: Slot, _ file: OpenMatter, today: CalendarDate) -> FieldReading {
    let row = file.rowNumber(slot)
    let value: Value
    if case .value(let kept)? = file.answer(slot), isUntouched(slot, file) {
      value = kept
    } else if case .choice(let choice) = self {
      guard let chosen = choice.value(file.pack.questions[slot.question]) else { return .empty }
      if let words = chosen.ownWords.first(where: Doubts.isPlaceholder) {
        return .refused(.placeholder(words))
      }
      value = chosen
    } else {
      let words = words(slot, file)
      guard !words.isEmpty else { return .empty }
      do {
        value = try file.evaluation.read(words, for: slot.question, row: row, today: today)
      } catch {
        return .refused(error)
      }
    }
    if file.answer(slot) == .value(value) { return .value(value) }
    if let refusal = file.evaluation.refusal(of: value, for: slot.question, row: row) {
      return refusal.kind == .reasonWanted ? .below(value, refusal) : .refused(refusal)
    }
    return .value(value)
  }

  /// Whether a line says what the answer was put into it as, whatever else that could mean.
  private func isUntouched(_ slot: Slot, _ file: OpenMatter) -> Bool {
    guard case .line(let now) = self, file.drafts[file.key(slot)] == nil,
      case .line(let before) = Field(slot, file)
    else { return false }
    return now.text == before.text && now.units == before.units && now.unit == before.unit
  }
}

extension Value {
  /// What somebody said in own words, in the place of an option.
  fileprivate var ownWords: [String] {
    let ticks: [Tick] =
      switch self {
      case .choice(let tick): [tick]
      case .checks(let ticks): ticks
      default: []
      }
    return ticks.compactMap { if case .other(let words) = $0 { words } else { nil } }
  }
}
