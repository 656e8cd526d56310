import PackModel

extension Value {
  /// How it stands to another.
  ///
  /// - Returns: nil where the two cannot be compared: two currencies, or days and months.
  package func order(_ other: Value) -> Ordering? {
    switch (self, other) {
    case (.quantity(let a), .quantity(let b)): a.compared(to: b)
    case (.money(let a), .money(let b)):
      a.currency == b.currency ? Ordering(a.minor, b.minor) : nil
    case (.date(let a), .date(let b)): Ordering(a, b)
    case (.number(let a), .number(let b)): Ordering(a, b)
    case (.number(let a), .quantity(let b)):
      Value.thousandths(a).map { Ordering($0, b.thousandths) }
    case (.quantity(let a), .number(let b)):
      Value.thousandths(b).map { Ordering(a.thousandths, $0) }
    default: nil
    }
  }

  private static func thousandths(_ number: Int) -> Int? {
    let (product, overflow) = number.multipliedReportingOverflow(by: 1000)
    return overflow ? nil : product
  }
}
