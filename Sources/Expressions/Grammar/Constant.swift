import PackModel

/// A constant as packs write it: `30 day`, `2 %`, `10000000 EUR`, `2026-03-01`, `12`.
package func constant(_ words: String) -> Value? {
  if let date = CalendarDate(iso: words) { return .date(date) }
  let parts = words.split(separator: " ").map(String.init)
  guard let number = parts.first else { return nil }
  if parts.count == 1 { return decimal(number, 0).map { .number($0) } }
  guard parts.count == 2 else { return nil }
  if parts[1] == "%" {
    return decimal(number, 3).map { .quantity(Quantity(thousandths: $0, unit: .percent)) }
  }
  if let unit = Unit(rawValue: parts[1]) {
    return decimal(number, 3).map { .quantity(Quantity(thousandths: $0, unit: unit)) }
  }
  let currency = parts[1]
  guard Currency.isOne(currency) else { return nil }
  return decimal(number, Money.decimals(of: currency)).map {
    .money(Money(minor: $0, currency: currency))
  }
}

/// A decimal number in units of its last place; no sign, digits only.
private func decimal(_ text: String, _ places: Int) -> Int? {
  let parts = text.split(separator: ".", omittingEmptySubsequences: false)
  guard (1...2).contains(parts.count),
    parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } })
  else { return nil }
  let fraction = parts.count == 2 ? String(parts[1]) : ""
  guard fraction.utf8.count <= places else { return nil }
  return Int(parts[0] + fraction + String(repeating: "0", count: places - fraction.utf8.count))
}
