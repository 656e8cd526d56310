import Interview
import PackModel

/// Says of every two promises of a draft whether both can be kept, in the plainest way there is: what
/// is named is put side by side, pair by pair, and nothing is prepared by the compiler.
///
/// Of places in free text it knows only those that name one country by a name of the list.
struct PromiseOracle {
  let evaluation: Evaluation
  private let evaluator: ExpressionEvaluator
  private let pack: Pack
  private let names: OptionNames?

  init(_ evaluation: Evaluation) {
    self.evaluation = evaluation
    evaluator = evaluation.evaluator()
    pack = evaluation.pack
    names = evaluation.pack.promises.countries.map { evaluation.pack.names(of: $0) }
  }

  /// Pairs of clauses that are certainly at odds: the closed one and the open one, by promise and row.
  func conflicts() -> Set<String> {
    let all = pack.promises.promises.flatMap(made)
    var found: Set<String> = []
    for open in all where ![.only, .mayNot].contains(open.promise.modality) {
      for closed in all where closed.promise.id != open.promise.id {
        guard meets(open.promise, closed.promise), isOdd(open, closed, all) else { continue }
        let first = first(of: closed.promise, all: all)
        found.insert("\(first)+\(open.promise.id)" + (open.row.map { "[\($0)]" } ?? ""))
      }
    }
    return found
  }

  // MARK: What is promised

  private struct Made {
    let promise: Promise
    let row: String?
    /// nil where it names something unknown.
    let words: Set<String>?
    /// In hours at least and at most, from the clock's own start.
    let hours: (least: Int, most: Int)?
  }

  /// What certainly stands.
  private func made(_ promise: Promise) -> [Made] {
    guard evaluation.decisions[promise.clause] == .included else { return [] }
    var scopes: [(String?, Scope)] = [(nil, Scope())]
    if let table = promise.table {
      guard let state = evaluation.effective.table(table), state.standing != .none else {
        return []
      }
      scopes = state.rows.indices.filter { state.live[$0] == .yes }
        .map { (state.rows[$0], Scope(table: table, row: $0)) }
    }
    return scopes.compactMap { row, scope in
      if let when = promise.when, evaluator.truth(when, scope) != .yes { return nil }
      return Made(
        promise: promise, row: row, words: words(promise, row, scope), hours: hours(promise, scope))
    }
  }

  private func words(_ promise: Promise, _ row: String?, _ scope: Scope) -> Set<String>? {
    guard case .these(let measure, let terms) = promise.bound else {
      if case .itself = promise.bound { return [row ?? "itself"] }
      return nil
    }
    var found: Set<String> = []
    for term in terms {
      switch term {
      case .word(let word): found.insert(word)
      case .answer(let expression, _):
        switch evaluator.reading(expression, scope) {
        case .absent: break
        case .unknown: return nil
        case .value(.choice(.code(let code))): found.insert(code)
        case .value(.checks(let ticks)):
          for tick in ticks {
            guard case .code(let code) = tick else { return nil }
            found.insert(code)
          }
        case .value(.text(let text)), .value(.choice(.other(let text))):
          guard measure == .place else { return nil }
          guard let code = names?.option(text)?.code else { return nil }
          found.insert(code)
        default: return nil
        }
      }
    }
    return found
  }

  private func hours(_ promise: Promise, _ scope: Scope) -> (least: Int, most: Int)? {
    guard case .time(let amount, _) = promise.bound,
      case .value(.quantity(let quantity)) = evaluator.reading(amount, scope)
    else { return nil }
    let whole = quantity.thousandths / 1000
    switch quantity.unit {
    case .hour: return (whole, whole)
    case .day: return (whole * 24, whole * 24)
    case .month: return (whole * 28 * 24, whole * 31 * 24)
    case .year: return (whole * 365 * 24, whole * 366 * 24)
    default: return nil
    }
  }

  // MARK: Side by side

  private func meets(_ open: Promise, _ closed: Promise) -> Bool {
    let haveData =
      open.data.isEmpty || closed.data.isEmpty || !Set(open.data).isDisjoint(with: closed.data)
    guard haveData, !open.yields.contains(closed.id), !closed.yields.contains(open.id) else {
      return false
    }
    switch (open.bound, closed.bound) {
    case (.these(let a, _), .these(let b, _)):
      return a == b && open.act.isPart(of: closed.act) && closed.modality.closes
    case (.itself, .itself):
      return open.table == closed.table && open.act.isPart(of: closed.act)
        && closed.modality.closes
    // Only of one clock: the others are for the rules' own tests.
    case (.time(_, let a), .time(_, let b)):
      return a == b && closed.act == .delete && closed.modality == .must
        && [.keep, .return, .choose].contains(open.act)
    default: return false
    }
  }

  private func isOdd(_ open: Made, _ closed: Made, _ all: [Made]) -> Bool {
    if case .time = open.promise.bound {
      guard let end = closed.hours, let last = open.hours else { return false }
      return end.most < last.least
    }
    guard let wanted = open.words, !wanted.isEmpty else { return false }
    guard closed.promise.modality == .only else {
      return closed.words.map { !$0.isDisjoint(with: wanted) } ?? false
    }
    // The list is whole only where nothing of it is unknown.
    let list = siblings(of: closed.promise)
    guard list.allSatisfy({ isSettled($0) }) else { return false }
    let stated = all.filter { made in list.contains { $0.id == made.promise.id } }
    guard stated.allSatisfy({ $0.words != nil }) else { return false }
    let allowed = stated.reduce(into: Set<String>()) { $0.formUnion($1.words ?? []) }
    return !wanted.allSatisfy { word in
      allowed.contains(word) || allowed.contains { pack.isIn(word, $0) }
    }
  }

  private func siblings(of promise: Promise) -> [Promise] {
    guard case .these(let measure, _) = promise.bound else { return [promise] }
    return pack.promises.promises.filter {
      guard case .these(let other, _) = $0.bound else { return false }
      return other == measure && $0.clause == promise.clause && $0.act == promise.act
        && $0.data == promise.data && $0.modality == .only
    }
  }

  private func isSettled(_ promise: Promise) -> Bool {
    guard promise.table == nil else {
      return promise.table.flatMap { evaluation.effective.table($0)?.standing } != .unknown
    }
    return promise.when.map { evaluator.truth($0) != .unknown } ?? true
  }

  private func first(of promise: Promise, all: [Made]) -> String {
    promise.modality == .only ? siblings(of: promise)[0].id : promise.id
  }
}

extension Pack {
  fileprivate func isIn(_ code: String, _ word: String) -> Bool {
    guard let place = promises.places.first(where: { $0.word == word }),
      let attribute = place.attribute, let countries = promises.countries,
      let option = questions[countries].option(code)
    else { return false }
    return !Set(option.attributes[attribute] ?? []).isDisjoint(with: place.among)
  }
}
