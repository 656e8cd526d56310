import PlainText

/// Compares the words of two paragraphs, cells or headings.
struct WordComparison {
  /// The numbers that references print, by anchor.
  let oldNumbers: [String: String]
  let newNumbers: [String: String]

  /// Both texts in one: what stands in both is as the new one has it.
  func merged(_ old: [Run], _ new: [Run]) -> [Run] {
    // Most texts did not change, and need not be taken apart.
    if old.map({ look(of: $0, oldNumbers) }) == new.map({ look(of: $0, newNumbers) }) { return new }
    let before = WordComparison.tokens(of: old)
    let after = WordComparison.tokens(of: new)
    let oldLooks = before.map { look(of: $0, oldNumbers) }
    let newLooks = after.map { look(of: $0, newNumbers) }
    if oldLooks == newLooks { return new }
    let steps = TextWords.settled(
      Alignment.steps(oldLooks, newLooks), before.map(\.text), after.map(\.text))
    var runs: [Run] = []
    for step in steps {
      var run: Run
      switch step {
      case .both(_, let j): run = after[j]
      case .old(let i):
        run = before[i]
        run.revision = .deleted
      case .new(let j):
        run = after[j]
        run.revision = .inserted
      }
      append(run, to: &runs)
    }
    return runs
  }

  private func append(_ run: Run, to runs: inout [Run]) {
    guard let last = runs.last, last.kind == .text, run.kind == .text, last.strong == run.strong,
      last.emphasis == run.emphasis, last.provenance == run.provenance,
      last.revision == run.revision
    else { return runs.append(run) }
    runs[runs.count - 1].text += run.text
  }

  // MARK: Words

  /// What makes two words the same.
  private struct Look: Hashable {
    var text: String
    var strong: Bool
    var emphasis: Bool
    var form: Form

    enum Form: Hashable {
      case text
      case blank
      case reference(String)
    }
  }

  private func look(of token: Run, _ numbers: [String: String]) -> Look {
    var text = token.text
    let form: Look.Form
    switch token.kind {
    case .text: form = .text
    case .blank: form = .blank
    case .reference(let anchor):
      form = .reference(anchor)
      // A target that only moved along is referred to by the same words.
      if let number = numbers[anchor], text.hasSuffix(number) {
        text = text.dropLast(number.count) + "\u{0}"
      }
    }
    return Look(text: text, strong: token.strong, emphasis: token.emphasis, form: form)
  }

  /// Words, numbers, spaces and signs, each with what its run says of it. Blanks and references are
  /// one word each.
  private static func tokens(of runs: [Run]) -> [Run] {
    var found: [Run] = []
    for run in runs {
      guard run.kind == .text else {
        found.append(run)
        continue
      }
      for word in TextWords.split(run.text) {
        var token = run
        token.text = String(word)
        found.append(token)
      }
    }
    return found
  }
}
