import PackModel

extension UsualModel {
  func prompt(_ shared: Shared) -> [String] {
    guard !lines.isEmpty else {
      return ["No open question has a usual value. review goes on; back returns."]
    }
    let rows = lines.enumerated().map { number, line in
      "\(number + 1). \(line.name): \(line.shown). \(line.kind.rawValue). \(line.because)"
        + (marked.contains(line.slot) ? " (marked)" : "")
    }
    return ["Usual values. None counts until you accept it."] + rows + [
      "Type numbers to mark them, or all; accept takes the marked ones as a group; review goes on; back returns."
    ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if let numbers = line.numbers { return numbers.map { .usual(.pick($0 - 1)) } }
    switch line.word {
    case "all": return [.usual(.toggleAll)]
    case "accept": return [.usual(.acceptMarked)]
    case "review": return [.turnTo(.review)]
    case "back": return [.usual(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
