extension FinishModel {
  func prompt(_ shared: Shared) -> [String] {
    let text = rows.map(\.text).filter { !$0.isEmpty }
    switch stage {
    case .choosing:
      let formats = choices.enumerated().map { number, choice in
        "\(number + 1). \(choice.words)" + (choice.isChosen ? " (chosen)" : "")
      }
      return text + formats + [
        "Type numbers to choose or leave out; write to write the files; final for the final copy; lock for a passphrase; back returns."
      ]
    case .writing: return text
    case .asking(let held):
      return text + held.lines + [
        "Type a number for something else for that file; new, overwrite or leave for all; write to go on; back leaves all as they are."
      ]
    case .done:
      return text + [
        "review shows all answers; final goes on to the final copy; lock locks the matter; back returns to the questions; quit leaves."
      ]
    }
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if let numbers = line.numbers { return numbers.map { .finish(.pick($0 - 1)) } }
    switch line.word {
    case "write": return [.finish(.write)]
    case "new" where isAsking: return [.finish(.all(.rename))]
    case "overwrite" where isAsking: return [.finish(.all(.replace))]
    case "leave" where isAsking: return [.finish(.all(.leave))]
    case "final": return [.finish(.final)]
    case "lock": return [.finish(.lock)]
    case "review": return [.turnTo(.review)]
    case "back": return [.finish(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
