import Interview
import PackModel

/// What one or more promises name: places, people, purposes, companies, mechanisms or roles.
struct PromisedValues {
  private let evaluator: ExpressionEvaluator
  private let pack: Pack
  private let rows: (Int) -> [String]
  private var items: [PromisedValue: Truth] = [:]
  /// Those of them that may hold others: a row is itself and nothing else.
  private var holders: [PromisedValue] = []
  /// Whether something is not known that may belong to it.
  private var isOpen = false
  /// Whether any promise stands behind it.
  private(set) var isMade = Truth.no

  init(_ evaluation: Evaluation, _ evaluator: ExpressionEvaluator) {
    self.evaluator = evaluator
    pack = evaluation.pack
    rows = { [effective = evaluation.effective] table in effective.table(table)?.rows ?? [] }
  }

  /// Whether it certainly names nothing.
  var isNothing: Bool { items.isEmpty && !isOpen }

  /// Says that there is such a list, whatever is on it.
  mutating func stands(_ truth: Truth) { isMade = isMade || truth }

  mutating func mayHoldMore() {
    isOpen = true
    isMade = isMade || .unknown
  }

  mutating func add(_ promise: Promise, _ made: Truth, _ scope: Scope) {
    isMade = isMade || made
    switch promise.bound {
    case .itself:
      let row = promise.table.flatMap { table in scope.row(of: table).map { rows(table)[$0] } }
      add(row.map { .row($0) } ?? .code(""), made)
    case .these(let measure, let terms):
      for term in terms { add(term, measure, made, scope) }
    case .time: break
    }
  }

  private mutating func add(
    _ term: Promise.Term, _ measure: Promise.Measure, _ made: Truth, _ scope: Scope
  ) {
    switch term {
    case .word(let word): add(.code(word), made)
    case .answer(let expression, _):
      switch evaluator.reading(expression, scope) {
      case .absent: break
      case .unknown: isOpen = true
      case .value(let value):
        for one in PromisedValue.all(of: value, measure, pack) { add(one, made) }
      }
    }
  }

  private mutating func add(_ value: PromisedValue, _ made: Truth) {
    if let known = items[value] {
      items[value] = known || made
      return
    }
    items[value] = made
    if case .row = value { return }
    holders.append(value)
  }

  func areAll(in list: PromisedValues) -> Truth {
    let fits = items.keys.reduce(Truth.yes) { $0 && list.holds($1) }
    return isOpen ? fits && .unknown : fits
  }

  func isAny(in list: PromisedValues) -> Truth {
    let meets = items.keys.reduce(Truth.no) { $0 || list.holds($1) }
    return isOpen ? meets || .unknown : meets
  }

  private func holds(_ value: PromisedValue) -> Truth {
    let itself = items[value] ?? .no
    if itself == .yes { return .yes }
    let found = holders.reduce(itself) { $0 || ((items[$1] ?? .no) && value.lies(in: $1, pack)) }
    return isOpen ? found || .unknown : found
  }
}

/// One thing that a promise names.
enum PromisedValue: Hashable {
  case code(String)
  /// Own words, in which the pack knows no name.
  case text(FoldedName, isPlace: Bool)
  case row(String)

  /// The places that own words name count, not the words.
  static func all(of value: Value, _ measure: Promise.Measure, _ pack: Pack) -> [PromisedValue] {
    func words(_ text: String) -> [PromisedValue] {
      let places = measure == .place ? named(in: text, pack) : []
      return places.isEmpty
        ? [.text(FoldedName(text), isPlace: measure == .place)] : places.map { .code($0) }
    }
    func tick(_ tick: Tick) -> [PromisedValue] {
      switch tick {
      case .code(let code): [.code(code)]
      case .other(let text): words(text)
      }
    }
    switch value {
    case .choice(let choice): return tick(choice)
    case .checks(let ticks): return ticks.flatMap(tick)
    case .text(let text): return words(text)
    case .row(let id): return [.row(id)]
    case .boolean(let bool): return [.code(bool ? "yes" : "no")]
    case .date, .quantity, .money, .number: return []
    }
  }

  /// Without the wider places around a country that is named too: “Frankfurt (EU)” is in one place.
  private static func named(in text: String, _ pack: Pack) -> [String] {
    let places = pack.placeNames.value.named(in: text)
    guard places.count > 1 else { return places }
    return places.filter { wide in
      !places.contains { $0 != wide && pack.promises.isPlace($0, in: wide, pack) }
    }
  }

  func lies(in other: PromisedValue, _ pack: Pack) -> Truth {
    switch (self, other) {
    case (.code(let a), .code(let b)):
      return Truth(a == b || pack.promises.isPlace(a, in: b, pack))
    case (.text(let a, _), .text(let b, let isPlace)):
      return a == b ? .yes : isPlace ? .unknown : .no
    // Nobody knows where a name lies that the pack does not know.
    case (.text(_, isPlace: true), _), (_, .text(_, isPlace: true)): return .unknown
    default: return Truth(self == other)
    }
  }
}

extension PromiseBook {
  /// Whether a country lies in a wider place that the pack knows.
  func isPlace(_ code: String, in word: String, _ pack: Pack) -> Bool {
    guard let place = places.first(where: { $0.word == word }), let attribute = place.attribute,
      let option = countries.flatMap({ pack.questions[$0].option(code) })
    else { return false }
    return option.attributes[attribute]?.contains(where: place.among.contains) == true
  }
}
