extension HomeModel {
  func prompt(_ shared: Shared) -> [String] {
    switch naming {
    case .new?:
      return [
        "What shall the matter be called? It becomes one file with this name, in \(shared.folder). back returns."
      ]
    case .open?: return ["Where is the matter? Type the path of its file. back returns."]
    case nil:
      let lines = lines.enumerated().map {
        "\($0.offset + 1). \($0.element.title). \($0.element.about)"
      }
      let reading = unread == nil ? "" : " read opens for reading what is open elsewhere."
      return HomeModel.intro + lines + ["Type a number.\(reading) quit leaves."]
    }
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    guard naming == nil else {
      return line.word == "back"
        ? [.home(.close)] : [.home(.text(.replaced(line.text))), .home(.carryOn)]
    }
    guard let number = line.leadingNumber else {
      if line.word == "read", unread != nil { return [.home(.read)] }
      return [line.word == "back" ? .home(.close) : .notUnderstood(line.word)]
    }
    return [.home(.pick(number - 1))]
  }
}
