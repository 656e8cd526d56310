import Interview
import PackModel
import PlainText

extension JSONReader {
  mutating func answer() throws(JSONFault) -> Answer {
    var answer: Answer?
    try object { (reader, name) throws(JSONFault) in
      guard answer == nil else { throw reader.fault("two answers in one") }
      switch name {
      case "state":
        switch try reader.string() {
        case "unknown": answer = .unknown
        case "parked": answer = .parked
        case "none": answer = Answer.none
        default: throw reader.fault("a state that this version does not know")
        }
      case "notApplicable": answer = .notApplicable(try reader.string())
      default: answer = .value(try reader.value(name))
      }
    }
    guard let answer else { throw fault("no answer") }
    return answer
  }

  private mutating func value(_ kind: String) throws(JSONFault) -> Value {
    switch kind {
    case "boolean": return .boolean(try boolean())
    case "choice": return .choice(try tick())
    case "checks":
      var ticks: [Tick] = []
      try array { (reader) throws(JSONFault) in ticks.append(try reader.tick()) }
      return .checks(ticks)
    case "text": return .text(try string())
    case "date":
      guard let date = CalendarDate(iso: try string()) else { throw fault("no date") }
      return .date(date)
    case "quantity": return .quantity(try quantity())
    case "money": return .money(try money())
    case "row": return .row(try string())
    case "number": return .number(try integer())
    default: throw fault("a kind of value that this version does not know: \(kind)")
    }
  }

  private mutating func tick() throws(JSONFault) -> Tick {
    if next() == .string { return .code(try string()) }
    var words: String?
    try object { (reader, name) throws(JSONFault) in
      guard name == "other" else { throw reader.fault("neither a code nor own words") }
      words = try reader.string()
    }
    guard let words else { throw fault("neither a code nor own words") }
    return .other(words)
  }

  private mutating func quantity() throws(JSONFault) -> Quantity {
    var (thousandths, unit): (Int?, Unit?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "thousandths": thousandths = try reader.integer()
      case "unit": unit = Unit(rawValue: try reader.string())
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let thousandths, let unit else { throw fault("no quantity") }
    return Quantity(thousandths: thousandths, unit: unit)
  }

  private mutating func money() throws(JSONFault) -> Money {
    var (minor, currency): (Int?, String?)
    try object { (reader, name) throws(JSONFault) in
      switch name {
      case "minor": minor = try reader.integer()
      case "currency": currency = try reader.string()
      default: throw reader.fault("a member that this version does not know: \(name)")
      }
    }
    guard let minor, let currency else { throw fault("no money") }
    return Money(minor: minor, currency: currency)
  }
}
