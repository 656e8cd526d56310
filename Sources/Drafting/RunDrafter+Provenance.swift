import Documents
import Interview
import PackModel

/// Where a text comes from, and what stands for one that is not there.
extension RunDrafter {
  func provenance(of expression: Expression, _ whereabouts: Whereabouts) -> Provenance {
    var origin = whereabouts.provenance
    guard let (member, pointed) = origins(expression, whereabouts) else { return origin }
    switch member {
    case .calculated(let number):
      origin.rule = pack.calculated[number].id
      // The answers that it rests on, first of all the first.
      if case .decide(_, let inputs) = pack.calculated[number].rule,
        case .question(let question)? = inputs.lazy.flatMap(\.members).first
      {
        origin.question = pack.questions[question].linkId
      } else if case .value(let inner) = pack.calculated[number].rule,
        case .question(let question)? = inner.members.first
      {
        origin.question = pack.questions[question].linkId
      }
    case .question(let number):
      origin.question = pack.questions[number].linkId
      let row = pointed ?? pack.table(of: number).flatMap { whereabouts.scope.row(of: $0) }
      let key = evaluation.key(number, row: row)
      origin.row = key.row
      origin.entry = evaluation.sheet.origins[key]
    }
    return origin
  }

  /// The member that an expression prints, with its row where the expression names one; else the
  /// first that it reads.
  private func origins(
    _ expression: Expression, _ whereabouts: Whereabouts
  ) -> (member: Member, row: Int?)? {
    switch expression {
    case .cell(let member, let code):
      let table: Int? =
        switch member {
        case .question(let number): pack.table(of: number)
        case .calculated(let number): pack.calculated[number].table
        }
      return (member, table.flatMap { evaluator.answers.table($0)?.number(of: code) })
    case .follow(let pointer, let targets):
      guard case .value(.row(let id)) = evaluator.reading(pointer, whereabouts.scope) else { break }
      if let found = evaluator.followed(id, targets) { return found }
    default: break
    }
    return expression.members.first.map { ($0, nil) }
  }

  /// A named blank for answers that are waited for.
  func blank(_ waits: [AnswerKey], open: Bool, _ whereabouts: Whereabouts) -> Run {
    blank(waits, prefix: open ? "open: " : "", whereabouts)
  }

  /// A named blank for a value, called by the value's own name also where another answer decides
  /// whether it will be asked for at all. That one is waited for.
  func blank(for expression: Expression, _ whereabouts: Whereabouts) -> Run {
    blank(
      evaluator.waits(for: expression, whereabouts.scope),
      named: evaluator.lacks(for: expression, whereabouts.scope), prefix: "", whereabouts)
  }

  func blank(
    _ waits: [AnswerKey], named: [AnswerKey] = [], prefix: String, _ whereabouts: Whereabouts
  ) -> Run {
    let names = (named.isEmpty ? waits : named).map(name)
    // What waits for nothing that anybody could answer was too much to work out.
    let name =
      names.isEmpty ? "too many rows to go through" : prefix + names.joined(separator: "; ")
    let states = waits.map { key -> AnswerState in
      guard let question = pack.question(key.linkId) else { return .open }
      let row = key.row.flatMap { id in
        pack.table(of: question).flatMap { evaluator.answers.table($0)?.number(of: id) }
      }
      return evaluation.state(question, row: row)
    }
    let state =
      [AnswerState.conflict, .parked, .unknown].first(where: states.contains)
      ?? (!states.isEmpty && states.allSatisfy { $0 == .notApplicable } ? .notApplicable : .open)
    let blank = Blank(
      name: name,
      waitsFor: waits.map { key in
        let question = pack.question(key.linkId).map { pack.questions[$0].text }
        return Blank.Source(linkId: key.linkId, row: key.row, asks: question ?? "")
      },
      state: state.rawValue, note: waits.lazy.compactMap(note).first)
    var origin = whereabouts.provenance
    origin.question = waits.first?.linkId
    origin.row = waits.first?.row
    // A report lists what is missing by name; in its tables row and column name it already.
    if isReport, whereabouts.inCell {
      return Run(state.inCell, emphasis: true, provenance: origin)
    }
    return Run("[\(name)]", kind: .blank(blank), provenance: origin)
  }

  /// What stands in a paper that is signed for an answer that says that its point is not settled; nil
  /// for every other answer.
  func unsettled(
    _ value: Value, of question: Int, row: String?, _ whereabouts: Whereabouts
  ) -> Run? {
    guard isSigned, !isSpoken, pack.questions[question].isUnsettled(value) else { return nil }
    return blank(
      [AnswerKey(pack.questions[question].linkId, row: row)], open: false, whereabouts)
  }

  /// Why it is left open, the note on an answer that is not there, or the reason why it does not
  /// apply.
  private func note(_ key: AnswerKey) -> String? {
    if let reason = evaluation.sheet.leftOpen(key) { return reason }
    if case .value? = evaluation.sheet[key] { return nil }
    if let remark = evaluation.sheet.remark(key) { return remark }
    if case .notApplicable(let reason)? = evaluation.sheet[key] { return reason }
    return nil
  }

  func blank(of loop: TemplateBlock.Loop, _ whereabouts: Whereabouts) -> Run {
    blank(for: .any(loop.range, loop.condition), whereabouts)
  }

  /// "controller: legal name", "sub-processor 2: place".
  func name(_ key: AnswerKey) -> String { evaluation.name(of: key) }
}

extension AnswerState {
  /// What a report's table says where a value would stand.
  fileprivate var inCell: String {
    switch self {
    case .unknown: "not known"
    case .parked: "with counsel"
    case .notApplicable: "not applicable"
    case .conflict: "in conflict"
    default: "not answered"
    }
  }
}
