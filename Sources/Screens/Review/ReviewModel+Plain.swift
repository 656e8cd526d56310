extension ReviewModel {
  func prompt(_ shared: Shared) -> [String] {
    let rows = rows.map { row -> String in
      switch row {
      case .heading(let text): return text
      case .line(let number):
        let line = lines[number]
        let said = filter == .warnings ? line.name : "\(line.name): \(line.said)"
        return "\(number + 1). \(said)"
      }
    }
    return ["All answers. Showing: \(filter.rawValue)."] + rows + [
      "Type a number to change that answer; all, open, warnings or changed to show these; finish to write the documents; choose and numbers to ask only these, sheet to ask a colleague, take to read that sheet back; keep for a profile of your own block and positions; back to the questions."
    ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if line.word == "choose", let numbers = PlainLine.numbers(line.rest) {
      return numbers.map { .review(.mark($0 - 1)) }
    }
    if let number = line.leadingNumber { return [.review(.pick(number - 1))] }
    if let filter = Filter(rawValue: line.word) { return [.review(.filter(filter))] }
    switch line.word {
    case "finish": return [.review(.carryOn)]
    case "list": return [.turnTo(.goTo)]
    case "findings": return [.turnTo(.dashboard)]
    case "usual": return [.turnTo(.usual)]
    case "keep": return [.review(.keepHouse)]
    case "sheet": return [.writeSheet]
    case "take": return [.readSheet]
    case "back": return [.review(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
