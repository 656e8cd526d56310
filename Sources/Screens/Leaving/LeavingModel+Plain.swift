extension LeavingModel {
  func prompt(_ shared: Shared) -> [String] {
    if isNaming { return ["Type the path of a new file for the whole matter. back returns."] }
    let choices = choices.map { "\($0.word): \(words($0))." }
    guard let unsaved else { return choices }
    return [unsaved.head] + unsaved.lines + [unsaved.reason].filter { !$0.isEmpty } + choices
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if isNaming {
      return line.word == "back" && line.rest.isEmpty
        ? [.leaving(.close)] : [.leaving(.text(.replaced(line.text))), .leaving(.carryOn)]
    }
    guard let number = choices.firstIndex(where: { $0.word == line.word }) else {
      return line.word == "back" ? [.leaving(.close)] : [.notUnderstood(line.text)]
    }
    let path: [Message] =
      choices[number] == .elsewhere && !line.rest.isEmpty
      ? [.leaving(.text(.replaced(line.rest))), .leaving(.carryOn)] : []
    return [.leaving(.pick(number))] + path
  }
}
