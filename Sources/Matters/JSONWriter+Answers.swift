import Interview
import PackModel
import PlainText

extension JSONWriter {
  /// One member, whose name says what kind it is.
  mutating func answer(_ answer: Answer) {
    object { writer in
      switch answer {
      case .value(let value): writer.value(value)
      case .unknown: writer.member("state", "unknown")
      case .parked: writer.member("state", "parked")
      case .none: writer.member("state", "none")
      case .notApplicable(let reason): writer.member("notApplicable", reason)
      }
    }
  }

  private mutating func value(_ value: Value) {
    switch value {
    case .boolean(let flag):
      key("boolean")
      boolean(flag)
    case .choice(let tick):
      key("choice")
      self.tick(tick)
    case .checks(let ticks):
      key("checks")
      array { writer in
        for tick in ticks { writer.tick(tick) }
      }
    case .text(let text): member("text", text)
    case .date(let date): member("date", date.iso)
    case .quantity(let quantity):
      key("quantity")
      object { writer in
        writer.member("thousandths", quantity.thousandths)
        writer.member("unit", quantity.unit.rawValue)
      }
    case .money(let money):
      key("money")
      object { writer in
        writer.member("minor", money.minor)
        writer.member("currency", money.currency)
      }
    case .row(let row): member("row", row)
    case .number(let number): member("number", number)
    }
  }

  /// A code is a string; the user's own words are an object, so that no word can pass for a code.
  private mutating func tick(_ tick: Tick) {
    switch tick {
    case .code(let code): string(code)
    case .other(let words): object { $0.member("other", words) }
    }
  }
}
