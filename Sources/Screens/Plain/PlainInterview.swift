import Canvas
import Interview
import PackModel

/// What a line means at a question.
struct PlainInterview {
  let model: InterviewModel
  let shared: Shared

  func messages(for line: PlainLine) -> [Message] {
    if model.isCovered(shared) {
      // Help and the draft close by themselves.
      return [.interview(.close)] + (line.text.isEmpty ? [] : answering(line))
    }
    switch model.mode {
    case .asking:
      return line.word == "back" && line.rest.isEmpty
        ? [.interview(.close)] : [.interview(.text(.replaced(line.text))), .interview(.carryOn)]
    case .spreading: return [.interview(line.word == "back" ? .close : .carryOn)]
    case .filling:
      return [.interview(line.number.map { .pick($0 - 1) } ?? .close)]
    case .calendar: return [.interview(.close)]
    case .answering: return answering(line)
    }
  }

  private func answering(_ line: PlainLine) -> [Message] {
    if line.text.isEmpty { return [.interview(model.page.kind == .rows ? .goOn : .carryOn)] }
    if let command = command(line.word, line.rest) { return command }
    if model.page.kind == .rows { return row(line.word, line.rest) }
    var text = line.text
    if text.count > 1, text.first == "\"", text.last == "\"" {
      text = String(text.dropFirst().dropLast())
    }
    return answer(text)
  }

  private func command(_ word: String, _ rest: String) -> [Message]? {
    let isTable = model.page.kind == .rows
    switch (word, rest.isEmpty) {
    case ("back", true): return [.interview(.goBack)]
    case ("help", true): return [.interview(.toggleHelp)]
    case ("draft", true): return [.interview(.togglePreview)]
    case ("read", true): return [.turnTo(.draft)]
    case ("paper", true): return [.interview(.toPaper)]
    case ("list", true): return [.turnTo(.goTo)]
    case ("goto", false): return PlainLine.number(rest).map { [.interview(.goTo($0))] }
    case ("find", false): return [.turnTo(.search), .search(.text(.replaced(rest)))]
    case ("next", true): return [.interview(.nextOpen)]
    case ("warnings", true): return [.interview(.nextWarning)]
    case ("counsel", true): return [.interview(.nextParked)]
    case ("file", _) where isTable:
      return [.turnTo(.intake)]
        + (rest.isEmpty ? [] : [.intake(.text(.replaced(rest))), .intake(.carryOn)])
    case ("fill", true): return [.interview(.fillRows)]
    case ("na-row", false): return [.interview(.rowNotApplicableBecause(rest))]
    case ("above", true): return [.interview(.copyAbove), .interview(.carryOn)]
    case ("review", true): return [.turnTo(.review)]
    case ("findings", true): return [.turnTo(.dashboard)]
    case ("usual", true): return [.turnTo(.usual)]
    case ("follows", true): return [.turnTo(.proposals)]
    case ("finish", true): return [.turnTo(.finish)]
    case ("unknown", _): return [.interview(rest.isEmpty ? .unknown : .unknownNoted(rest))]
    case ("park", _): return [.interview(.parkNoted(rest))]
    case ("na", _): return [.interview(rest.isEmpty ? .notApplicable : .notApplicableBecause(rest))]
    case ("note", _):
      return [.interview(.note)]
        + (rest.isEmpty ? [] : [.interview(.text(.replaced(rest))), .interview(.carryOn)])
    case ("clear", true): return [.interview(.clear)]
    case ("use", true): return [.interview(.suggestion), .interview(.carryOn)]
    case ("edit", true): return [.interview(.editor)]
    case ("journey", true): return [.interview(.otherJourney)]
    case ("rows", true): return [.interview(.close)]
    case ("open", true) where model.field.isNone: return [.interview(.carryOn)]
    case ("none", true) where isTable: return [.interview(.thereAreNone)]
    case ("add", true) where isTable: return [.interview(.addRow)]
    default: return nil
    }
  }

  private func row(_ word: String, _ rest: String) -> [Message] {
    let down = { (number: Int) in
      [Message.interview(.list(.first))]
        + Array(repeating: .interview(.list(.down)), count: max(0, number - 1))
    }
    let count = shared.file.map { $0.listCount(model.page.owner) - 2 } ?? 0
    if let number = PlainLine.number(word), number <= count {
      return down(number) + [.interview(.carryOn)]
    }
    if word == "remove", let number = PlainLine.number(rest), number <= count {
      return down(number) + [.interview(.removeRow)]
    }
    return [.notUnderstood(word)]
  }

  private func answer(_ text: String) -> [Message] {
    guard case .choice(let choice) = model.field else {
      return [.interview(.fill(text)), .interview(.carryOn)]
    }
    guard let numbers = PlainLine.numbers(text),
      numbers.allSatisfy({ choice.choices.indices.contains($0 - 1) })
    else {
      return [.interview(.fill(text)), .interview(.carryOn)]
    }
    if choice.isMany {
      return [.interview(.chooseNone)] + numbers.map { .interview(.pick($0 - 1)) } + [
        .interview(.carryOn)
      ]
    }
    guard numbers.count == 1, let number = numbers.first else { return [.interview(.fill(text))] }
    return [.interview(.pick(number - 1)), .interview(.carryOn)]
  }
}
