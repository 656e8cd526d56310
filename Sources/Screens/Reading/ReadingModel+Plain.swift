import Interview
import PackModel
import PlainText

extension ReadingModel {
  func prompt(_ shared: Shared) -> [String] {
    guard let file = shared.file else { return [] }
    switch stage {
    case .asking(let question, _): return ["\(question.asks) (back returns)"]
    case .terms(let page):
      return page.lines + ["Type a number and the paper's word; an empty line confirms and writes."]
    case .filling(let part, let line):
      let typed = line.text.isEmpty ? "" : " Typed before: \(line.text)."
      return [
        (part == .value ? "Which number?" : "In which paper?") + typed
          + " An empty line goes on."
      ]
    case .ticking(let part, let ticks):
      guard let slot = row?.slot(part) else { return [] }
      return ["What makes it so? Type numbers, then an empty line."]
        + file.pack.questions[slot.question].options.enumerated().map {
          "\($0 + 1). \($1.display)\(ticks.contains($0) ? " (ticked)" : "")"
        }
    case .list, .marking: return listed(file)
    }
  }

  private func listed(_ file: OpenMatter) -> [String] {
    guard let row else { return ["Nothing is graded with a paper here. back returns."] }
    var lines = ["Row \(at + 1) of \(rows.count): \(row.label(file.pack))"]
    if let watch, let search { lines.append(watchTitle(watch, search)) }
    if let help = row.ofPack(file.pack)?.help, !help.isEmpty { lines.append(help) }
    let grade = row.grade(file)
    if !grade.isEmpty { lines.append("Graded: \(grade)") }
    if shelf.papers.isEmpty {
      lines.append("There is no paper in this matter yet: add PATH.")
    } else if list.isEmpty || isNearest {
      lines.append("No passage found with these words: \(search?.sought ?? "").")
    }
    let window = isReadingOn ? cursor..<min(list.count, cursor + 10) : 0..<list.count
    for number in window {
      guard let passage = shelf[list[number].place] else { continue }
      let page = passage.page.map { ", page \($0)" } ?? ""
      lines.append("Passage \(number + 1), \(passage.place)\(page): \(passage.text)")
    }
    if let inHand, let marks, let passage = shelf[inHand.place] {
      lines.append("In hand: passage \(cursor + 1), “\(marks.quotation(of: passage.text))”")
    }
    let grades = offered.map(\.words).joined(separator: "; ")
    lines.append("Grades: \(grades); unknown.")
    lines.append(
      "Type a grade; a number for a passage; words WORDS for others of it; quote, again, next, before, read, look WORDS, lists, add PATH, changes, blind PATH, compare PATH, back."
    )
    return lines
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    switch stage {
    case .asking, .filling:
      if line.word == "back" { return [.reading(.close)] }
      let typed: [Message] = line.text.isEmpty ? [] : [.reading(.text(.replaced(line.text)))]
      return typed + [.reading(.carryOn)]
    case .ticking:
      if let numbers = line.numbers { return numbers.map { .reading(.pick($0 - 1)) } }
      return closing(line)
    case .terms:
      guard let number = line.leadingNumber else { return closing(line) }
      return [
        .reading(.pick(number - 1)), .reading(.text(.replaced(line.rest))), .reading(.carryOn),
      ]
    case .list, .marking: break
    }
    if let number = line.numbers?.first { return [.reading(.choose(number - 1))] }
    switch line.word {
    case "quote": return [.reading(.carryOn)]
    case "words": return [.reading(.markWords(line.rest))]
    case "again": return [.reading(.again)]
    case "lists": return [.reading(.watch(1))]
    case "next": return [.reading(.row(1))]
    case "before": return [.reading(.row(-1))]
    case "read": return [.reading(.readOn)]
    case "unknown": return [.reading(.unknown)]
    case "look": return asked(.words, line.rest)
    case "add": return asked(.paper, line.rest)
    case "compare": return asked(.second, line.rest)
    case "blind": return asked(.blind, line.rest)
    case "changes": return [.reading(.redline)]
    case "back": return [.reading(.close)]
    default: break
    }
    let typed = line.text.lowercased()
    let number = offered.firstIndex { $0.words.lowercased().hasPrefix(typed) }
    return [number.map { .reading(.pick($0)) } ?? .notUnderstood(line.word)]
  }

  /// An empty line carries on, and only an empty one.
  private func closing(_ line: PlainLine) -> [Message] {
    if line.text.isEmpty { return [.reading(.carryOn)] }
    return line.word == "back" ? [.reading(.close)] : [.notUnderstood(line.word)]
  }

  private func asked(_ question: ReadingQuestion, _ text: String) -> [Message] {
    [.reading(.ask(question)), .reading(.text(.replaced(text))), .reading(.carryOn)]
  }
}
