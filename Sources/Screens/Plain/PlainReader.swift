import Canvas
import Interview
import PackModel
import PlainText

/// What a typed line means: the same messages that keys make.
package func plainMessages(_ line: String, _ desk: Desk) -> [Message] {
  PlainReader(desk: desk).messages(for: String(line.trimmed))
}

struct PlainReader {
  let desk: Desk

  /// What can be typed instead of an answer.
  static let commands = [
    "Instead of an answer you can type:",
    "back: the question before. An empty line: go on.",
    "goto 12: to question 12. list: all questions. find WORDS: search.",
    "next: the next open question; an empty line then goes on to the one after it. warnings: the next warning. counsel: the next one left for counsel.",
    "review: all answers. findings: the matrix and what was found. above: in a table, what the row above has.",
    "help: what the question means. draft: what it writes. read: the whole draft. edit: your editor.",
    "unknown: I don't know yet. park NOTE: leave it for counsel. na REASON: it does not apply.",
    "note TEXT: a note. clear: take the answer away. use: take the suggestion.",
    "usual: all usual values. finish: write the documents.",
    "rows, add, remove 2, none: in a table. undo, redo, save, quit.",
    "\"text\" in quotation marks is always an answer.",
  ]

  func messages(for line: String) -> [Message] {
    let (word, rest) = split(line)
    if rest.isEmpty || word == "quit" {
      switch word {
      case "quit", "exit": return [.leave]
      case "undo" where desk.screen != .person: return [.undo]
      case "redo" where desk.screen != .person: return [.redo]
      case "save": return [.saveNow]
      case "commands", "?": return [.turnTo(.keys)]
      default: break
      }
    }
    switch desk.screen {
    case .person: return [.person(.text(.replaced(line))), .person(.done)]
    case .home: return home(line, word)
    case .interview: return interview(line, word, rest)
    case .review: return review(word)
    case .usual: return usual(line, word)
    case .finish: return finish(line, word)
    case .goTo: return goTo(line, word)
    case .search: return search(line, word)
    case .draft: return draft(line, word)
    case .reader: return [.reader(.close)]
    case .keys: return [.closed]
    case .dashboard:
      return PlainDashboard(model: desk.dashboard).messages(word, rest, line: line)
    case .leaving: return leaving(line, word, rest)
    }
  }

  private func split(_ line: String) -> (word: String, rest: String) {
    guard let space = line.firstIndex(of: " ") else { return (line.lowercased(), "") }
    return (line[..<space].lowercased(), String(line[space...].trimmed))
  }

  /// The number of a line in a list; nil for words, and for what no list comes to.
  static func number(_ word: some StringProtocol) -> Int? {
    Int(word).flatMap { (1...999_999).contains($0) ? $0 : nil }
  }

  private func numbers(_ line: String) -> [Int]? {
    let parts = line.split { $0 == "," || $0 == " " }
    let numbers = parts.compactMap(Self.number)
    return numbers.isEmpty || numbers.count < parts.count ? nil : numbers
  }

  // MARK: The interview

  private func interview(_ line: String, _ word: String, _ rest: String) -> [Message] {
    let model = desk.interview
    if model.isCovered(desk.shared) {
      // Help and the draft close by themselves.
      return [.interview(.close)] + (line.isEmpty ? [] : answering(line, word, rest))
    }
    switch model.mode {
    case .asking:
      return word == "back" && rest.isEmpty
        ? [.interview(.close)] : [.interview(.text(.replaced(line))), .interview(.carryOn)]
    case .pasting, .spreading: return [.interview(word == "back" ? .close : .carryOn)]
    case .calendar: return [.interview(.close)]
    case .answering: return answering(line, word, rest)
    }
  }

  private func answering(_ line: String, _ word: String, _ rest: String) -> [Message] {
    let model = desk.interview
    if line.isEmpty { return [.interview(model.page.kind == .rows ? .goOn : .carryOn)] }
    if let command = command(word, rest) { return command }
    if model.page.kind == .rows { return row(word, rest) }
    var text = line
    if text.count > 1, text.first == "\"", text.last == "\"" {
      text = String(text.dropFirst().dropLast())
    }
    return answer(text)
  }

  private func command(_ word: String, _ rest: String) -> [Message]? {
    let isTable = desk.interview.page.kind == .rows
    switch (word, rest.isEmpty) {
    case ("back", true): return [.interview(.goBack)]
    case ("help", true): return [.interview(.toggleHelp)]
    case ("draft", true): return [.interview(.togglePreview)]
    case ("read", true): return [.turnTo(.draft)]
    case ("list", true): return [.turnTo(.goTo)]
    case ("goto", false): return Self.number(rest).map { [.interview(.goTo($0))] }
    case ("find", false): return [.turnTo(.search), .search(.text(.replaced(rest)))]
    case ("next", true): return [.interview(.nextOpen)]
    case ("warnings", true): return [.interview(.nextWarning)]
    case ("counsel", true): return [.interview(.nextParked)]
    case ("above", true): return [.interview(.copyAbove), .interview(.carryOn)]
    case ("review", true): return [.turnTo(.review)]
    case ("findings", true): return [.turnTo(.dashboard)]
    case ("usual", true): return [.turnTo(.usual)]
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
    case ("open", true) where desk.interview.field.isNone: return [.interview(.carryOn)]
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
    let count = desk.shared.file.map { $0.listCount(desk.interview.page.owner) - 2 } ?? 0
    if let number = Self.number(word), number <= count {
      return down(number) + [.interview(.carryOn)]
    }
    if word == "remove", let number = Self.number(rest), number <= count {
      return down(number) + [.interview(.removeRow)]
    }
    return [.notUnderstood(word)]
  }

  private func answer(_ text: String) -> [Message] {
    guard case .choice(let choice) = desk.interview.field else {
      return [.interview(.fill(text)), .interview(.carryOn)]
    }
    guard let numbers = numbers(text),
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

  // MARK: The other screens

  private func home(_ line: String, _ word: String) -> [Message] {
    guard desk.home.naming == nil else {
      return word == "back" ? [.home(.close)] : [.home(.text(.replaced(line))), .home(.carryOn)]
    }
    guard let number = Self.number(word) else {
      return [word == "back" ? .home(.close) : .notUnderstood(word)]
    }
    return [.home(.pick(number - 1))]
  }

  private func review(_ word: String) -> [Message] {
    if let number = Self.number(word) { return [.review(.pick(number - 1))] }
    if let filter = ReviewModel.Filter(rawValue: word) { return [.review(.filter(filter))] }
    switch word {
    case "finish": return [.review(.carryOn)]
    case "list": return [.turnTo(.goTo)]
    case "findings": return [.turnTo(.dashboard)]
    case "usual": return [.turnTo(.usual)]
    case "sheet": return [.writeSheet]
    case "take": return [.readSheet]
    case "back": return [.review(.close)]
    default: return [.notUnderstood(word)]
    }
  }

  private func usual(_ line: String, _ word: String) -> [Message] {
    if let numbers = numbers(line) { return numbers.map { .usual(.pick($0 - 1)) } }
    switch word {
    case "all": return [.usual(.toggleAll)]
    case "accept": return [.usual(.acceptMarked)]
    case "review": return [.turnTo(.review)]
    case "back": return [.usual(.close)]
    default: return [.notUnderstood(word)]
    }
  }

  private func finish(_ line: String, _ word: String) -> [Message] {
    if let numbers = numbers(line) { return numbers.map { .finish(.pick($0 - 1)) } }
    switch word {
    case "write": return [.finish(.write)]
    case "new" where desk.finish.isAsking: return [.finish(.all(.rename))]
    case "overwrite" where desk.finish.isAsking: return [.finish(.all(.replace))]
    case "leave" where desk.finish.isAsking: return [.finish(.all(.leave))]
    case "review": return [.turnTo(.review)]
    case "back": return [.finish(.close)]
    default: return [.notUnderstood(word)]
    }
  }

  private func leaving(_ line: String, _ word: String, _ rest: String) -> [Message] {
    let model = desk.leaving
    if model.isNaming {
      return word == "back" && rest.isEmpty
        ? [.leaving(.close)] : [.leaving(.text(.replaced(line))), .leaving(.carryOn)]
    }
    guard let choice = model.choices.first(where: { $0.word == word }),
      let number = model.choices.firstIndex(of: choice)
    else { return word == "back" ? [.leaving(.close)] : [.notUnderstood(line)] }
    let path: [Message] =
      choice == .elsewhere && !rest.isEmpty
      ? [.leaving(.text(.replaced(rest))), .leaving(.carryOn)] : []
    return [.leaving(.pick(number))] + path
  }

  private func goTo(_ line: String, _ word: String) -> [Message] {
    if word == "back" { return [.goTo(.close)] }
    if let number = Self.number(line) { return [.goTo(.pick(number - 1))] }
    return [.goTo(.text(.replaced(line)))]
  }

  private func search(_ line: String, _ word: String) -> [Message] {
    if word == "back" || line.isEmpty { return [.search(.close)] }
    if let number = Self.number(line) { return [.search(.pick(number - 1))] }
    return [.search(.text(.replaced(line)))]
  }
}

extension PlainReader {
  private func draft(_ line: String, _ word: String) -> [Message] {
    if let number = Self.number(line) { return [.draft(.pick(number - 1))] }
    switch word {
    case "": return [.draft(.list(.down))]
    case "up": return [.draft(.list(.up))]
    case "blank": return [.draft(.nextBlank)]
    case "back": return [.draft(.close)]
    default: return [.notUnderstood(word)]
    }
  }
}

extension Field {
  var isNone: Bool { if case .none = self { true } else { false } }
}
