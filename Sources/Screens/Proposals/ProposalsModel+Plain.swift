import PackModel

extension ProposalsModel {
  func prompt(_ shared: Shared) -> [String] {
    guard !lines.isEmpty else { return ["Nothing more follows for this step. back goes on."] }
    let rows = lines.enumerated().map { number, line in
      "\(number + 1). \(line.name.capitalisedFirst): \(line.shown). \(line.source)."
        + (marked.contains(number) ? "" : " (not ticked)")
    }
    return ["What follows for \(title). None is an answer until you accept it."] + rows + [
      "accept takes what is ticked. Type numbers to take lines out or in, all for all or none, question 2 for the question itself; back goes on without."
    ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if let numbers = line.numbers { return numbers.map { .proposals(.pick($0 - 1)) } }
    let (word, rest) = (line.word, line.rest)
    switch word {
    case "all": return [.proposals(.toggleAll)]
    case "accept": return [.proposals(.accept)]
    case "question":
      return PlainLine.number(rest).map { [.proposals(.open($0 - 1))] } ?? [.notUnderstood(word)]
    case "back": return [.proposals(.close)]
    default: return [.notUnderstood(word)]
    }
  }
}
