import PackModel

extension ByteWriter {
  mutating func write(_ date: CalendarDate) { write(count: date.ordinal) }

  mutating func write(_ quantity: Quantity) {
    write(number: quantity.thousandths)
    write(case: quantity.unit)
  }

  mutating func write(_ tick: Tick) {
    switch tick {
    case .code(let code):
      write(tag: 0)
      write(code)
    case .other(let text):
      write(tag: 1)
      write(text)
    }
  }

  mutating func write(_ value: Value) {
    switch value {
    case .boolean(let bool):
      write(tag: 0)
      write(bool)
    case .choice(let tick):
      write(tag: 1)
      write(tick)
    case .checks(let ticks):
      write(tag: 2)
      write(ticks) { $0.write($1) }
    case .text(let text):
      write(tag: 3)
      write(text)
    case .date(let date):
      write(tag: 4)
      write(date)
    case .quantity(let quantity):
      write(tag: 5)
      write(quantity)
    case .money(let money):
      write(tag: 6)
      write(number: money.minor)
      write(money.currency)
    case .row(let row):
      write(tag: 7)
      write(row)
    case .number(let number):
      write(tag: 8)
      write(number: number)
    }
  }
}

extension ByteReader {
  private static let units = Unit.allCases

  mutating func date() throws(PackCacheFault) -> CalendarDate {
    let ordinal = try count()
    guard let date = CalendarDate(ordinal: ordinal) else { throw .damaged }
    return date
  }

  mutating func unit() throws(PackCacheFault) -> Unit { try oneOf(ByteReader.units) }

  mutating func quantity() throws(PackCacheFault) -> Quantity {
    let thousandths = try number()
    return Quantity(thousandths: thousandths, unit: try unit())
  }

  mutating func tick() throws(PackCacheFault) -> Tick {
    switch try byte() {
    case 0: .code(try string())
    case 1: .other(try string())
    default: throw .damaged
    }
  }

  mutating func value() throws(PackCacheFault) -> Value {
    switch try byte() {
    case 0: return .boolean(try bool())
    case 1: return .choice(try tick())
    case 2: return .checks(try list { reader throws(PackCacheFault) in try reader.tick() })
    case 3: return .text(try string())
    case 4: return .date(try date())
    case 5: return .quantity(try quantity())
    case 6:
      let minor = try number()
      return .money(Money(minor: minor, currency: try string()))
    case 7: return .row(try string())
    case 8: return .number(try number())
    default: throw .damaged
    }
  }
}
