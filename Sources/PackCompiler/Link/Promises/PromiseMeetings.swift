import PackModel

/// Holds every promise that wants or allows something against those that shut it out. Two that are at
/// odds whatever is answered are reported; of the others each pair is a check of the matter.
struct PromiseMeetings {
  private let contents: PackContents
  private let resolved: ResolvedPromises
  private let report: Report
  private var promises: [Promise] { resolved.book.promises }

  init(_ contents: PackContents, _ resolved: ResolvedPromises, _ report: Report) {
    self.contents = contents
    self.resolved = resolved
    self.report = report
  }

  /// The checks, each with its proofs: for every rule one that speaks for all its pairs, and then these.
  func checks() -> [(check: Check, proofs: [CheckExample])] {
    let pairs = pairs().filter { !isReported($0) }
    for pair in pairs where !resolved.rules.contains(where: { $0.rule == pair.rule }) {
      report.add(
        .missingKey, resolved.places[pair.open],
        "Nothing says how two promises at odds about \(pair.rule.rawValue) are told.",
        "Add `{rule: \(pair.rule.rawValue), severity: …, finding: …}` to the promises.")
    }
    var found: [(check: Check, proofs: [CheckExample])] = []
    for text in resolved.rules {
      let own = pairs.filter { $0.rule == text.rule }
      guard !own.isEmpty else { continue }
      let checks = own.map { PromiseTelling(contents, resolved, text).check(of: $0) }
      found.append((head(text, over: checks), text.proofs))
      found += checks.map { ($0, []) }
    }
    return found
  }

  private func head(_ text: ResolvedPromises.RuleText, over checks: [Check]) -> Check {
    var at: [Int] = []
    for question in checks.flatMap(\.at) where !at.contains(question) { at.append(question) }
    return Check(
      id: "promises.\(text.rule.rawValue)", table: nil, when: nil,
      pass: .and(at.map { .answered(.member(.question($0))) }), severity: text.severity,
      kind: text.kind, norm: nil, authority: text.authority, finding: text.finding,
      consequence: text.consequence, remedy: text.remedy, closes: nil, implies: [], at: at,
      promises: .rule(text.rule))
  }

  // MARK: Pairs

  private func pairs() -> [PromiseCheck.Pair] {
    let groups = groups()
    var found: [PromiseCheck.Pair] = []
    for (open, promise) in promises.enumerated() where !promise.modality.closes {
      for group in groups where meets(promise, group) {
        let pair = PromiseCheck.Pair(rule: rule(of: promise), open: open, closed: group)
        if !isApart(pair) { found.append(pair) }
      }
      if case .time = promise.bound, promise.act == .delete, promise.modality == .must {
        found += promises.indices.filter { outlasts(promises[$0], promise) }
          .map { PromiseCheck.Pair(rule: .time, open: $0, closed: [open]) }
          .filter { !isApart($0) }
      }
    }
    return found
  }

  /// The promises of one clause that shut out: all `only` about the same are one list.
  private func groups() -> [[Int]] {
    var found: [[Int]] = []
    for (number, promise) in promises.enumerated() where promise.modality.closes {
      let at = found.firstIndex { group in
        let first = promises[group[0]]
        return promise.modality == .only && first.modality == .only
          && first.clause == promise.clause && first.act == promise.act
          && first.data == promise.data && measure(first) == measure(promise)
      }
      if let at { found[at].append(number) } else { found.append([number]) }
    }
    return found
  }

  private func measure(_ promise: Promise) -> Promise.Measure? {
    switch promise.bound {
    case .these(let measure, _): measure
    case .itself, .time: nil
    }
  }

  private func meets(_ open: Promise, _ group: [Int]) -> Bool {
    let closed = promises[group[0]]
    switch (open.bound, closed.bound) {
    case (.these(let a, _), .these(let b, _)): guard a == b else { return false }
    case (.itself, .itself): guard open.table == closed.table else { return false }
    default: return false
    }
    return open.act.isPart(of: closed.act) && haveCommonData(open, closed)
      && !group.contains { open.yields.contains(promises[$0].id) }
  }

  /// Whether something is to be there, or may still be asked for, for some time.
  private func outlasts(_ promise: Promise, _ deletion: Promise) -> Bool {
    guard case .time(_, let clock) = promise.bound, case .time(_, let other) = deletion.bound,
      [.keep, .choose, .return].contains(promise.act), promise.modality != .mayNot
    else { return false }
    return haveCommonData(promise, deletion) && base(clock) == base(other)
      && !promise.yields.contains(deletion.id) && !deletion.yields.contains(promise.id)
  }

  private func base(_ clock: String) -> String {
    var clock = clock
    for _ in resolved.book.clocks {
      guard let after = resolved.book.clocks.first(where: { $0.id == clock })?.after else { break }
      clock = after
    }
    return clock
  }

  private func haveCommonData(_ a: Promise, _ b: Promise) -> Bool {
    a.data.isEmpty || b.data.isEmpty || a.data.contains(where: b.data.contains)
  }

  private func rule(of promise: Promise) -> PromiseRule {
    if case .time = promise.bound { return .time }
    switch (measure(promise), promise.act) {
    case (.place, _): return .place
    case (.role, _): return .role
    case (.people, _), (.purpose, _): return .access
    case (.mechanism, _), (_, .transfer): return .transfer
    case (.company, _), (nil, .engage), (nil, .disclose): return .company
    case (nil, _): return .access
    }
  }

  // MARK: Whatever is answered

  /// Whether both can never stand together, or never be at odds.
  private func isApart(_ pair: PromiseCheck.Pair) -> Bool {
    let open = Circumstances(of: promises[pair.open], contents)
    let closed = pair.closed.filter {
      !open.excludes(Circumstances(of: promises[$0], contents))
    }
    if closed.isEmpty { return true }
    guard let words = words(of: pair.open) else { return false }
    let always = closed.filter { promises[$0].when == nil }
    switch promises[pair.closed[0]].modality {
    case .only:
      let listed = always.compactMap(self.words).reduce(into: Set<String>()) { $0.formUnion($1) }
      return words.isSubset(of: listed)
    case .mayNot where resolved.book.places.contains(where: { $0.attribute != nil }):
      return false
    default:
      return closed.allSatisfy { self.words(of: $0).map(words.isDisjoint) ?? false }
    }
  }

  /// Reports two that are at odds whichever answers bring both into a draft.
  private func isReported(_ pair: PromiseCheck.Pair) -> Bool {
    // What is promised in some cases only is for the matter: there answers cause it.
    guard ([pair.open] + pair.closed).allSatisfy({ promises[$0].when == nil }),
      let words = words(of: pair.open)
    else { return false }
    let lists = pair.closed.map(self.words)
    guard lists.allSatisfy({ $0 != nil }) else { return false }
    let all = lists.compactMap { $0 }.reduce(into: Set<String>()) { $0.formUnion($1) }
    let isOnly = promises[pair.closed[0]].modality == .only
    let odd = isOnly ? words.subtracting(all) : words.intersection(all)
    // Whether a country lies in a wider place is looked up in the matter.
    let isWide = resolved.book.places.contains { $0.attribute != nil && all.contains($0.word) }
    guard !odd.isEmpty, !isWide else { return false }
    let (open, closed) = (promises[pair.open], promises[pair.closed[0]])
    let (here, there) = (resolved.places[pair.closed[0]], resolved.places[pair.open])
    report.add(
      .promisesAtOdds, there,
      "The clauses \(contents.clauses[open.clause].id) and \(contents.clauses[closed.clause].id) "
        + "cannot both be kept, whatever is answered: \(open.id) is about \(told(odd)), and "
        + "\(closed.id) (\(here.file):\(here.line)) \(isOnly ? "leaves that out" : "forbids it").",
      "Change one of the clauses and its promise; or say under `when` in which cases each is made, or "
        + "under `yields` that \(open.id) gives way.")
    return true
  }

  private func told(_ words: Set<String>) -> String {
    words == [""] ? "the act itself" : words.sorted().joined(separator: ", ")
  }

  /// The words of a promise that reads no answer.
  private func words(of number: Int) -> Set<String>? {
    if promises[number].bound == .itself { return promises[number].table == nil ? [""] : nil }
    guard case .these(_, let terms) = promises[number].bound else { return nil }
    var found: Set<String> = []
    for term in terms {
      guard case .word(let word) = term else { return nil }
      found.insert(word)
    }
    return found
  }

  /// Reports what is allowed and always gives way: nobody can ever rely on it.
  func findDeadLetters() {
    for (number, promise) in promises.enumerated() where promise.modality == .may {
      guard let words = words(of: number) else { continue }
      let own = Circumstances(of: promise, contents)
      for id in promise.yields {
        guard let other = promises.firstIndex(where: { $0.id == id }),
          let shut = self.words(of: other),
          Circumstances(of: promises[other], contents).hold(wherever: own)
        else { continue }
        let isDead =
          promises[other].modality == .only
          ? words.isDisjoint(with: shut) : words.isSubset(of: shut)
        if isDead {
          report.add(
            .deadPromise, resolved.places[number],
            "What \(promise.id) allows always gives way to \(id): it is dead letter.",
            "Take it out of the clause, or let it prevail.")
        }
      }
    }
  }
}
