extension DraftModel {
  /// The sentence in hand, and where it leads.
  func prompt(_ shared: Shared) -> [String] {
    guard !sentences.isEmpty else { return ["There is no draft yet. back returns."] }
    let sentence = sentences[cursor]
    let head = sentence.head.isEmpty ? "" : "\(sentence.head) "
    return ["Sentence \(cursor + 1) of \(sentences.count). \(head)\(sentence.text)"]
      + about.map(\.text) + [
        "Empty line: the next sentence. up: the one before. blank: the next blank. A number: to that question. back returns."
      ]
  }

  func messages(for line: PlainLine, _ shared: Shared) -> [Message] {
    if let number = line.number { return [.draft(.pick(number - 1))] }
    switch line.word {
    case "": return [.draft(.list(.down))]
    case "up": return [.draft(.list(.up))]
    case "blank": return [.draft(.nextBlank)]
    case "back": return [.draft(.close)]
    default: return [.notUnderstood(line.word)]
    }
  }
}
