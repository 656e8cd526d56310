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
    let steps = settled(Alignment.steps(oldLooks, newLooks), before, after)
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
      for word in words(of: run.text) {
        var token = run
        token.text = String(word)
        found.append(token)
      }
    }
    return found
  }

  static func words(of text: String) -> [Substring] {
    var found: [Substring] = []
    var start = text.startIndex
    while start < text.endIndex {
      let kind = Kind(text[start])
      var end = text.index(after: start)
      if kind != .sign {
        while end < text.endIndex, Kind(text[end]) == kind || isInner(text, end, kind) {
          end = text.index(after: end)
        }
      }
      found.append(text[start..<end])
      start = end
    }
    return found
  }

  private enum Kind {
    case word, space, sign

    init(_ character: Character) {
      self =
        character.isLetter || character.isNumber ? .word : character.isWhitespace ? .space : .sign
    }
  }

  /// A sign inside a word or number: "10,000", "sub-processor", "Art. 28(3)" has none.
  private static func isInner(_ text: String, _ at: String.Index, _ kind: Kind) -> Bool {
    guard kind == .word, "-'’.,".contains(text[at]) else { return false }
    let next = text.index(after: at)
    guard next < text.endIndex, Kind(text[next]) == .word else { return false }
    let isNumber = text[text.index(before: at)].isNumber && text[next].isNumber
    return isNumber || !".,".contains(text[at])
  }

  // MARK: Readability

  /// A redline in which single small words stand still between changed ones cannot be read: they
  /// change with their neighbours, and so does a text of which little is left.
  private func settled(
    _ steps: [AlignmentStep], _ before: [Run], _ after: [Run]
  ) -> [AlignmentStep] {
    func letters(_ tokens: [Run]) -> Int {
      tokens.reduce(0) { $0 + ($1.text.contains { !$0.isWhitespace } ? $1.text.count : 0) }
    }
    let kept = steps.compactMap { step -> Run? in
      if case .both(_, let j) = step { after[j] } else { nil }
    }
    let isLost = letters(kept) * 4 < max(letters(before), letters(after))
    var found: [AlignmentStep] = []
    var change: (old: [Int], new: [Int]) = ([], [])
    var still: [(Int, Int)] = []
    func close() {
      found += change.old.map { .old($0) } + change.new.map { .new($0) }
      change = ([], [])
      found += still.map { .both($0.0, $0.1) }
      still = []
    }
    func take() {
      change.old += still.map(\.0)
      change.new += still.map(\.1)
      still = []
    }
    for step in steps {
      switch step {
      case .both(let i, let j):
        still.append((i, j))
        if isLost { take() }
      case .old, .new:
        if !still.isEmpty {
          let isChange = !change.old.isEmpty && !change.new.isEmpty
          if isChange, letters(still.map { after[$0.1] }) < 4 { take() } else { close() }
        }
        switch step {
        case .old(let i): change.old.append(i)
        case .new(let j): change.new.append(j)
        case .both: break
        }
      }
    }
    close()
    return found
  }
}
