/// The options of a question by all that they are called.
package struct OptionNames: Sendable {
  /// Whose options they are.
  package let question: Question
  /// By folded code, label and alias: the options' numbers.
  private let numbers: [String: [Int]]

  package init(_ question: Question) {
    self.question = question
    var numbers: [String: [Int]] = [:]
    for (number, option) in question.options.enumerated() {
      for name in option.names where numbers[FoldedName(name).key]?.last != number {
        numbers[FoldedName(name).key, default: []].append(number)
      }
    }
    self.numbers = numbers
  }

  /// The options that a text names whole: by code in capital or small letters, label or alias, else by
  /// the words that the contract has for them. More than one where it may be either.
  package func named(_ text: String) -> [Option] {
    if let exact = question.option(text) { return [exact] }
    let labelled = question.options.filter { $0.display == text }
    if labelled.count == 1 { return labelled }
    let name = FoldedName(text)
    guard !name.key.isEmpty else { return [] }
    // A comma may part two answers; only a name with a comma of its own is named by it.
    func isMeant(_ words: String) -> Bool {
      FoldedName(words) == name && (words.contains(",") || !text.contains(","))
    }
    if let found = numbers[name.key] {
      return found.map { question.options[$0] }.filter { $0.names.contains(where: isMeant) }
    }
    return question.options.filter { option in
      guard case .text(let words)? = option.says?.first, option.says?.count == 1 else {
        return false
      }
      return isMeant(words)
    }
  }

  /// The one option that a text names; nil where it names none, or may name several.
  package func option(_ text: String) -> Option? {
    let found = named(text)
    return found.count == 1 ? found[0] : nil
  }
}
