import Drafting

extension FinalModel {
  func prompt(_ shared: Shared) -> [String] {
    let list = lines.enumerated().map { "\($0 + 1). \($1)" }
    switch stage {
    case .choosing where bars.isEmpty:
      return ["Nothing stands in the way of a final copy."] + list + [
        "Type numbers to choose or leave out; write to write it; back returns."
      ]
    case .choosing:
      return ["These stand in the way of a final copy:"] + list + [
        "Type a number, then open for its question or reason to leave it so by name; back returns."
      ]
    case .reasoning(let bar, _):
      let sentence = shared.file?.evaluation.sentence(bar) ?? ""
      return ["Why? \(sentence)", "Type the reason; back returns."]
    case .naming: return ["Where does the private key lie? Empty: not signed."]
    case .writing: return ["Writing the final copy."]
    case .done(let report):
      return report.rows(76).map(\.text).filter { !$0.isEmpty } + [
        "verify proves it; back returns."
      ]
    }
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    switch stage {
    case .reasoning, .naming:
      if line.word == "back" { return [.final(.close)] }
      return [.final(.text(.replaced(line.text))), .final(.carryOn)]
    default: break
    }
    if let numbers = line.numbers { return numbers.map { .final(.pick($0 - 1)) } }
    switch line.word {
    case "open", "write": return [.final(.carryOn)]
    case "reason": return [.final(.reason)]
    case "verify": return [.final(.verify)]
    case "back": return [.final(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
