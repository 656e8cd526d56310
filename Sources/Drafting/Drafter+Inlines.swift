import Documents
import Interview
import PackModel

extension Drafter {
  func inlines(_ inlines: [Inline], _ whereabouts: Whereabouts) -> [Run] {
    joined(gathered(inlines.flatMap { inline($0, whereabouts) }))
  }

  /// "section 15.4 and section 15.5" becomes "sections 15.4 and 15.5".
  private func gathered(_ runs: [Run]) -> [Run] {
    var runs = runs
    var at = 0
    while at + 2 < runs.count {
      defer { at += 1 }
      guard isSection(runs[at]) else { continue }
      var next = at
      while next + 2 < runs.count, isSection(runs[next + 2]), case .text = runs[next + 1].kind,
        [" and ", ", ", " or "].contains(runs[next + 1].text)
      {
        next += 2
        runs[next].text.removeFirst("section ".count)
      }
      guard next > at else { continue }
      runs[at].text = "sections" + runs[at].text.dropFirst("section".count)
      at = next
    }
    return runs
  }

  private func isSection(_ run: Run) -> Bool {
    guard case .reference = run.kind else { return false }
    return run.text.hasPrefix("section ")
  }

  /// The whole text of a paragraph, heading or cell: without spaces at its ends, and with one space or
  /// one full stop where two pieces each bring one.
  func text(_ inlines: [Inline], _ whereabouts: Whereabouts) -> [Run] {
    var runs = self.inlines(inlines, whereabouts)
    for at in runs.indices where runs[at].kind == .text {
      let before = at > 0 ? runs[at - 1].text.last : " "
      if before == " " {
        while runs[at].text.first == " " { runs[at].text.removeFirst() }
      }
      // A name that ends in a full stop, "Example, Inc.", ends the sentence with it.
      if before == ".", runs[at].text.first == "." { runs[at].text.removeFirst() }
    }
    runs.removeAll { $0.text.isEmpty }
    while var last = runs.last, last.kind == .text, last.text.last == " " {
      while last.text.last == " " { last.text.removeLast() }
      runs.removeLast()
      if !last.text.isEmpty { runs.append(last) }
    }
    return joined(runs)
  }

  /// Neighbours of one kind and origin become one run.
  private func joined(_ runs: [Run]) -> [Run] {
    var found: [Run] = []
    for run in runs where !run.text.isEmpty {
      if var last = found.last, last.kind == .text, run.kind == .text, last.strong == run.strong,
        last.emphasis == run.emphasis, last.provenance == run.provenance
      {
        let isDoubled = last.text.last == "." && run.text.first == "."
        last.text += isDoubled ? run.text.dropFirst() : run.text[...]
        found[found.count - 1] = last
      } else {
        found.append(run)
      }
    }
    return found
  }

  private func inline(_ inline: Inline, _ whereabouts: Whereabouts) -> [Run] {
    switch inline {
    case .text(let text):
      return [Run(isInsertion ? moved(text) : text, provenance: whereabouts.provenance)]
    case .strong(let inner):
      return inlines(inner, whereabouts).map { run in
        var run = run
        run.strong = true
        return run
      }
    case .emphasis(let inner):
      return inlines(inner, whereabouts).map { run in
        var run = run
        run.emphasis = true
        return run
      }
    case .placeholder(let placeholder): return value(placeholder, whereabouts)
    case .reference(let ids): return [reference(ids, whereabouts)]
    case .cite(let id):
      guard let authority = pack.authority(id) else { return [] }
      return [
        Run(
          authority.marked, provenance: whereabouts.provenance)
      ]
    case .phrase(let id): return phrase(id, whereabouts)
    }
  }

  // MARK: Phrases

  private func phrase(_ id: String, _ whereabouts: Whereabouts) -> [Run] {
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
      switch reader.reading(expression, whereabouts.scope) {
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
        let texts = codes(of: value).map { code in
          words[code].map { inlines($0, whereabouts) } ?? [
            Run(code, provenance: provenance(of: expression, whereabouts))
          ]
        }
        return marked(listed(texts, or: false), by: expression.members)
      }
    case .count(let range, let condition, let one, let other):
      let expression = Expression.count(range, condition)
      guard case .value(.number(let number)) = reader.reading(expression, whereabouts.scope) else {
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

  func codes(of value: Value) -> [String] {
    switch value {
    case .choice(.code(let code)): [code]
    case .choice(.other(let text)): [text]
    case .checks(let ticks):
      ticks.map { tick in
        switch tick {
        case .code(let code): code
        case .other(let text): text
        }
      }
    case .boolean(let bool): [bool ? "yes" : "no"]
    default: []
    }
  }

  /// Several texts as one list in a sentence.
  private func listed(_ texts: [[Run]], or: Bool) -> [Run] {
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

  // MARK: Values

  func value(_ placeholder: Placeholder, _ whereabouts: Whereabouts) -> [Run] {
    switch placeholder.source {
    case .fact(let fact):
      return [Run(facts?[fact] ?? "", provenance: whereabouts.provenance)]
    case .report(let column):
      guard case .value(let value)? = whereabouts.scope.report?[column] else { return [] }
      return [Run(plain(value, .plain), provenance: whereabouts.provenance)]
    case .row(let name): return rowWords(name, whereabouts)
    case .expression(let expression):
      switch reader.reading(expression, whereabouts.scope) {
      case .absent:
        return byDefault(placeholder, whereabouts) ?? absent(expression, whereabouts)
      case .unknown:
        return [blank(for: expression, whereabouts)]
      case .value(let value):
        let origin = provenance(of: expression, whereabouts)
        guard case .question(let number)? = member(expression, whereabouts) else {
          return [Run(plain(value, placeholder.format), provenance: origin)]
        }
        return words(value, number, placeholder.format, origin, whereabouts)
      }
    }
  }

  /// The default's words where it stands; they come from the answer that left the question out.
  private func byDefault(_ placeholder: Placeholder, _ whereabouts: Whereabouts) -> [Run]? {
    guard reader.takesDefault(placeholder, whereabouts.scope),
      let otherwise = placeholder.otherwise,
      case .expression(.member(.question(let number))) = placeholder.source
    else { return nil }
    var origin = provenance(of: otherwise.unless, whereabouts)
    origin.rule = otherwise.norm ?? origin.rule
    return words(otherwise.value, number, placeholder.format, origin, whereabouts)
  }

  /// What stands for an answer that does not apply: in a sentence that names it a blank, since
  /// without it the sentence would not be one. Also for one that nobody is asked for because what
  /// decides that does not apply; in a text for another's paper for any that nobody is asked for.
  private func absent(_ expression: Expression, _ whereabouts: Whereabouts) -> [Run] {
    guard !whereabouts.inCell, case .question(let number)? = member(expression, whereabouts) else {
      return []
    }
    let row = pack.table(of: number).flatMap { whereabouts.scope.row(of: $0) }
    let isLeftOut =
      pack.questions[number].enableWhen?.members.contains { member in
        guard case .question(let deciding) = member else { return false }
        let isColumn = pack.table(of: deciding) != nil
        return evaluation.state(deciding, row: isColumn ? row : nil) == .notApplicable
      } ?? false
    guard isInsertion || isLeftOut || evaluation.state(number, row: row) == .notApplicable else {
      return []
    }
    return [blank([evaluation.key(number, row: row)], open: false, whereabouts)]
  }

  /// The place that an expression reads, whose options a value belongs to.
  private func member(_ expression: Expression, _ whereabouts: Whereabouts) -> Member? {
    switch expression {
    case .member(let member), .cell(let member, _): return member
    case .follow(let pointer, let targets):
      guard case .value(.row(let id)) = reader.reading(pointer, whereabouts.scope) else {
        return nil
      }
      return reader.followed(id, targets)?.member
    default: return nil
    }
  }

  private func words(
    _ value: Value, _ question: Int, _ format: Placeholder.Format, _ origin: Provenance,
    _ whereabouts: Whereabouts
  ) -> [Run] {
    let model = pack.questions[question]
    if let blank = unsettled(value, of: question, row: origin.row, whereabouts) { return [blank] }
    func tick(_ tick: Tick) -> [Run] {
      switch tick {
      case .other(let text): return [Run(text, provenance: origin)]
      case .code(let code):
        guard let option = model.option(code) else { return [Run(code, provenance: origin)] }
        guard let says = option.says else { return [Run(option.display, provenance: origin)] }
        return inlines(says, whereabouts).map { run in
          var run = run
          if run.provenance.question == nil { run.provenance = origin }
          return run
        }
      }
    }
    switch value {
    case .choice(let choice): return tick(choice)
    case .checks(let ticks):
      if ticks.isEmpty { return [Run("none", provenance: origin)] }
      return listed(ticks.map(tick), or: format == .or)
    case .row(let id):
      return [Run(evaluation.target(id, of: question) ?? id, provenance: origin)]
    case .text(let text):
      return [Run(oneLine(text), provenance: origin)]
    default: return [Run(plain(value, format), provenance: origin)]
    }
  }

  /// A line end inside a sentence is a space.
  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
  }

  private func plain(_ value: Value, _ format: Placeholder.Format) -> String {
    let language = settings.language
    switch value {
    case .boolean(let bool): return bool ? "yes" : "no"
    case .text(let text): return oneLine(text)
    case .date(let date): return language.date(date)
    case .quantity(let quantity): return language.quantity(quantity, words: format == .words)
    case .money(let money): return language.money(money)
    case .number(let number):
      return format == .words ? language.numberInWords(number) : language.number(number)
    case .row(let id): return id
    case .choice, .checks:
      return language.list(codes(of: value).map { $0.replacing("-", with: " ") })
    }
  }

  /// `text` `display` `says` `code` of the row or option that is walked.
  private func rowWords(_ name: String, _ whereabouts: Whereabouts) -> [Run] {
    guard let (question, row) = whereabouts.scope.rows.last else { return [] }
    let model = pack.questions[question]
    var origin = Provenance(clause: whereabouts.clause, question: model.linkId)
    if case .pack(let rows) = model.rows, rows.indices.contains(row) {
      origin.row = rows[row].code
      switch name {
      case "code": return [Run(rows[row].code, provenance: origin)]
      case "says":
        if let says = rows[row].says { return inlines(says, whereabouts) }
        return [Run(rows[row].text, provenance: origin)]
      default: return [Run(rows[row].text, provenance: origin)]
      }
    }
    origin.entry = evaluation.sheet.origins[AnswerKey(model.linkId)]
    guard case .value(let value) = reader.answers.reading(.question(question)) else { return [] }
    let ticks: [Tick] =
      switch value {
      case .checks(let ticks): ticks
      case .choice(let tick): [tick]
      default: []
      }
    guard ticks.indices.contains(row) else { return [] }
    if let blank = unsettled(.choice(ticks[row]), of: question, row: nil, whereabouts) {
      return [blank]
    }
    switch ticks[row] {
    case .other(let text): return [Run(text, provenance: origin)]
    case .code(let code):
      guard let option = model.option(code) else { return [] }
      switch name {
      case "code": return [Run(code, provenance: origin)]
      case "says":
        if let says = option.says {
          return inlines(says, whereabouts).map { run in
            var run = run
            if run.provenance.question == nil { run.provenance = origin }
            return run
          }
        }
        return [Run(option.display, provenance: origin)]
      default: return [Run(option.display, provenance: origin)]
      }
    }
  }
}
