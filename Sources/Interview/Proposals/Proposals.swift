import PackModel

extension Evaluation {
  /// What follows for open questions from other answers, from what is known of the companies that they
  /// name, from a profile, and at last what is usual: for each question the first of these that would
  /// be accepted. What follows from what is put forward is there as well.
  ///
  /// - Parameters:
  ///   - step: the step whose questions are meant, by number; nil is the whole journey.
  ///   - journey: the way whose questions are meant, by number.
  ///   - asOf: the day from which a fact is looked at.
  ///   - house: what somebody answers in all their matters.
  package func proposals(
    step: Int? = nil, journey: Int, asOf: CalendarDate, house: HouseAnswers? = nil
  ) -> [Proposed] {
    var evaluation = self
    var found: [Proposed] = []
    // What is accepted may lead to further questions; a few rounds see them all.
    for _ in 0..<Self.proposalRounds {
      let new = ProposalSearch(evaluation, asOf: asOf, house: house)
        .search(step, journey, besides: Set(found.map(\.key)))
      guard !new.isEmpty else { break }
      found += new
      evaluation = evaluation.after(
        new.filter(\.isFirm).flatMap { evaluation.sheet.setting($0.key, to: $0.answer) })
    }
    return found
  }

  private static let proposalRounds = 4

  /// The changes that accept proposals as one act; without those that the others put in conflict, or
  /// that are not asked any more.
  package func accepting(_ chosen: [Proposed]) -> [Change] {
    func changes(_ list: [Proposed]) -> [Change] {
      list.flatMap { sheet.setting($0.key, to: $0.answer) }
    }
    let after = after(changes(chosen))
    return changes(
      chosen.filter {
        let row = after.rowNumber(of: $0.key, question: $0.question)
        return after.state($0.question, row: row) == .answered
      })
  }

  fileprivate func rowNumber(of key: AnswerKey, question: Int) -> Int? {
    guard let row = key.row, let table = pack.table(of: question) else { return nil }
    return effective.table(table)?.number(of: row)
  }
}

/// Goes once over what is open.
struct ProposalSearch {
  private let evaluation: Evaluation
  private let evaluator: ExpressionEvaluator
  private let asOf: CalendarDate
  private let house: [AnswerKey: Assignment]
  private let profile: HouseAnswers?
  /// By column: what is known of the company in each row.
  private let facts: [AnswerKey: (fact: ProviderFact, value: Value)]
  private var pack: Pack { evaluation.pack }

  init(_ evaluation: Evaluation, asOf: CalendarDate, house: HouseAnswers?) {
    self.evaluation = evaluation
    evaluator = evaluation.evaluator()
    self.asOf = asOf
    profile = house
    let own = Set(house == nil ? [] : evaluation.houseQuestions)
    let kept = (house?.assignments ?? []).filter { assignment in
      evaluation.pack.question(assignment.path).map(own.contains) ?? false
    }
    self.house = Dictionary(
      kept.map { (AnswerKey($0.path), $0) }, uniquingKeysWith: { $1 })
    facts = ProposalSearch.knownFacts(evaluation)
  }

  func search(_ step: Int?, _ journey: Int, besides known: Set<AnswerKey>) -> [Proposed] {
    let steps = evaluation.route(journey: journey).steps
    let places = steps.filter { step == nil || $0.step == step }
      .flatMap { $0.items.flatMap(\.places) }.filter { $0.state == .open }
    var judge = AnswerJudge(evaluation)
    return places.compactMap { place -> Proposed? in
      let key = evaluation.key(place.question, row: place.row)
      guard !known.contains(key) else { return nil }
      return candidates(place, key, &judge).first { proposed in
        guard case .value(let value) = proposed.answer else { return true }
        guard proposed.isFirm else {
          return evaluation.refusal(of: value, for: place.question, row: place.row) == nil
        }
        return (try? judge.accept(value, for: place.question, row: place.row, note: nil)) != nil
      }
    }
  }

  private func candidates(
    _ place: Route.Place, _ key: AnswerKey, _ judge: inout AnswerJudge
  ) -> [Proposed] {
    func proposed(_ answer: Answer, _ basis: Proposed.Basis) -> Proposed {
      Proposed(question: place.question, key: key, answer: answer, basis: basis)
    }
    var found = pack.questions[place.question].proposals.compactMap { proposal in
      answer(proposal, place).map { proposed($0, .answers(words(proposal, place))) }
    }
    if let (fact, value) = facts[key] {
      let isStale = pack.isStale(CalendarDate(month: fact.asOf), asOf: asOf)
      found.append(proposed(.value(value), .fact(fact, isStale: isStale)))
    }
    if let profile, place.row == nil, let value = kept(place.question, key, &judge) {
      found.append(proposed(.value(value), .profile(profile.name, profile.saved)))
    }
    if let usual = evaluation.suggestion(for: place.question) {
      found.append(proposed(.value(usual.value), .usual(usual.kind, usual.because)))
    }
    return found
  }

  // MARK: From other answers

  private func answer(_ proposal: Proposal, _ place: Route.Place) -> Answer? {
    let scope = pack.scope(of: place.question, row: place.row)
    if let condition = proposal.when, evaluator.truth(condition, scope) != .yes { return nil }
    guard let from = proposal.from else { return Answer.none }
    if proposal.ofRows { return ticked(from, place.question).map { .value($0) } }
    guard case .value(let value) = evaluator.reading(from, scope) else { return nil }
    let question = pack.questions[place.question]
    if case .choice(let tick) = value, question.kind == .checks {
      return .value(.checks([tick]))
    }
    return value.kind.values == question.kind.values ? .value(value) : nil
  }

  /// What stands in any row of a column.
  private func ticked(_ column: Expression, _ question: Int) -> Value? {
    guard case .member(.question(let number)) = column, let table = pack.table(of: number),
      let rows = evaluation.effective.table(table)?.rows
    else { return nil }
    let said = rows.indices.flatMap { row -> [Tick] in
      guard case .value(let value) = evaluation.effective.reading(.question(number), row: row)
      else { return [] }
      return value.chosen
    }
    let ticks = pack.questions[question].options.map { Tick.code($0.code) }.filter(said.contains)
    return ticks.isEmpty ? nil : .checks(ticks)
  }

  /// "from: controller: seat", or the pack's own words.
  private func words(_ proposal: Proposal, _ place: Route.Place) -> String {
    guard proposal.because.isEmpty else { return proposal.because }
    let names = proposal.members.prefix(3).compactMap { member -> String? in
      guard case .question(let number) = member else { return nil }
      return pack.questions[number].shortText
    }
    return names.isEmpty ? "from your answers" : "from: \(names.joined(separator: ", "))"
  }

  // MARK: From a profile

  private func kept(_ question: Int, _ key: AnswerKey, _ judge: inout AnswerJudge) -> Value? {
    guard let assignment = house[key] else { return nil }
    let words: String
    switch assignment.said {
    case .words(let said): words = said
    case .list(let list): words = list.joined(separator: "\n")
    default: return nil
    }
    return try? judge.read(words, for: question, row: nil, today: nil)
  }

  // MARK: From what is known of companies

  /// What is known about companies that rows name, as answers to columns of these rows.
  private static func knownFacts(
    _ evaluation: Evaluation
  ) -> [AnswerKey: (fact: ProviderFact, value: Value)] {
    let pack = evaluation.pack
    let effective = evaluation.effective
    var found: [AnswerKey: (fact: ProviderFact, value: Value)] = [:]
    let telling = pack.facts.filter { !$0.answers.isEmpty }
    guard !telling.isEmpty else { return [:] }
    for columns in pack.review?.facts ?? [] {
      guard let table = effective.table(columns.table), let provider = columns[.provider] else {
        continue
      }
      for row in table.rows.indices where table.live[row] == .yes {
        guard case .value(.text(let name)) = effective.reading(provider, row: row) else { continue }
        for fact in telling where fact.isAbout(name) {
          for answer in fact.answers where pack.table(of: answer.question) == columns.table {
            found[evaluation.key(answer.question, row: row)] = (fact, answer.value)
          }
        }
      }
    }
    return found
  }
}
