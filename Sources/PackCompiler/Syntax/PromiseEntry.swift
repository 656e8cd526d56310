import PackModel

/// An entry of the promises: each says by its first word what it is.
enum PromiseEntry {
  case data(Fields)
  /// Words of a measure that is no place.
  case words(Promise.Measure, Fields)
  case place(Fields)
  case countries(Fields)
  case clock(Fields)
  case rule(Fields)
  case clause(Fields)

  /// nil, with a diagnostic, where it is none of these.
  init?(_ node: Node, _ report: Report) {
    guard let open = Fields(open: node, what: "entry of the promises", report) else { return nil }
    func fields(_ shape: Shape) -> Fields? { Fields(node, shape, report) }
    let head = open.all.first?.key ?? ""
    let entry: PromiseEntry?
    switch head {
    case "data": entry = fields(.promiseData).map { .data($0) }
    case "place": entry = fields(.promisePlace).map { .place($0) }
    case "countries": entry = fields(.promiseCountries).map { .countries($0) }
    case "clock": entry = fields(.promiseClock).map { .clock($0) }
    case "rule": entry = fields(.promiseRule).map { .rule($0) }
    case "clause": entry = fields(.promiseClause).map { .clause($0) }
    default:
      guard let measure = Promise.Measure(rawValue: head) else {
        report.add(
          .unknownWord, node.place, "“\(head)” begins no entry of the promises.",
          "Begin it with `clause`, `data`, `place`, `people`, `purpose`, `company`, `mechanism`, "
            + "`role`, `clock`, `countries` or `rule`.")
        return nil
      }
      entry = fields(Shape("list of words", [head])).map { .words(measure, $0) }
    }
    guard let entry else { return nil }
    self = entry
  }
}

extension Shape {
  static let promiseData = Shape("kind of data", ["data", "in"])
  static let promisePlace = Shape("place", ["place", "attribute", "among", "names"])
  static let promiseCountries = Shape("question of countries", ["countries"])
  static let promiseClock = Shape("clock", ["clock", "after", "within"])
  static let promiseRule = Shape(
    "rule",
    [
      "rule", "severity", "mandatory", "kind", "authority", "finding", "consequence", "remedy",
      "clean", "examples",
    ])
  static let promiseClause = Shape("clause with promises", ["clause", "promises"])
  static let promise = Shape(
    "promise",
    Set(Promise.Modality.allCases.map(\.rawValue)).union(Promise.Measure.allCases.map(\.rawValue))
      .union(["id", "what", "each", "when", "within", "lasting", "from", "says", "yields"]))
}
