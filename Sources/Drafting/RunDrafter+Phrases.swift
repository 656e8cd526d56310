import Documents
import Interview
import PackModel

/// Words that differ by a code or a count.
extension RunDrafter {
  func phrase(_ id: String, _ whereabouts: Whereabouts) -> [Run] {
    guard let phrase = pack.phrase(id) else { return [] }
    func marked(_ runs: [Run], by members: [Member]) -> [Run] {
      let origin = members.first.map { provenance(of: .member($0), whereabouts) }
      return runs.map { run in
        var run = run
        if run.provenance.question == nil { run.provenance = origin ?? run.provenance }
        run.provenance.rule = id
        return run
      }
    }
    switch phrase.rule {
    case .code(let expression, let words):
      switch evaluator.reading(expression, whereabouts.scope) {
      case .unknown:
        return [blank(for: expression, whereabouts)]
      case .absent:
        return words["absent"].map { inlines($0, whereabouts) } ?? absent(expression, whereabouts)
      case .value(let value):
        if case .question(let number)? = member(expression, whereabouts),
          let blank = unsettled(
            value, of: number, row: provenance(of: expression, whereabouts).row, whereabouts)
        {
          return [blank]
        }
        let texts = value.codes.map { code in
          words[code].map { inlines($0, whereabouts) } ?? [
            Run(code, provenance: provenance(of: expression, whereabouts))
          ]
        }
        return marked(listed(texts, or: false), by: expression.members)
      }
    case .count(let range, let condition, let one, let other):
      let expression = Expression.count(range, condition)
      guard case .value(.number(let number)) = evaluator.reading(expression, whereabouts.scope)
      else {
        return [blank(for: expression, whereabouts)]
      }
      let words = settings.language.isOne(number) ? one : other
      let runs = inlines(words, whereabouts).map { run in
        var run = run
        run.text = run.text.replacing("{n}", with: settings.language.number(number))
        return run
      }
      return marked(runs, by: expression.members)
    }
  }

  /// Several texts as one list in a sentence.
  func listed(_ texts: [[Run]], or: Bool) -> [Run] {
    var found: [Run] = []
    for (at, text) in texts.enumerated() {
      if at > 0 {
        let link = at == texts.count - 1 ? (or ? " or " : " and ") : ", "
        found.append(Run(link, provenance: text.first?.provenance ?? Provenance()))
      }
      found += text
    }
    return found
  }
}
