/// What a quantity counts. Raw values are the words of the pack.
package enum Unit: String, Hashable, Sendable, CaseIterable {
  case hour
  case day
  case businessDay = "business-day"
  case week
  case month
  case year
  case percent
  case person
  case record
  case times

  /// The unit and factor that this one converts to exactly: weeks and days are hours, years are
  /// months. A month is no fixed number of days, a business day neither.
  var base: (unit: Unit, factor: Int) {
    switch self {
    case .hour: (.hour, 1)
    case .day: (.hour, 24)
    case .week: (.hour, 168)
    case .month: (.month, 1)
    case .year: (.month, 12)
    default: (self, 1)
    }
  }
}

/// An exact number of units, held in thousandths.
package struct Quantity: Hashable, Sendable {
  /// The number in thousandths, so that no fraction is lost.
  package let thousandths: Int
  /// What it counts in.
  package let unit: Unit

  package init(thousandths: Int, unit: Unit) {
    self.thousandths = thousandths
    self.unit = unit
  }

  package init(_ amount: Int, _ unit: Unit) {
    self.init(thousandths: amount * 1000, unit: unit)
  }

  /// - Returns: nil where the units do not convert exactly into each other.
  package func compared(to other: Quantity) -> Ordering? {
    let (mine, theirs) = (unit.base, other.unit.base)
    guard mine.unit == theirs.unit else { return nil }
    let (a, overflowA) = thousandths.multipliedReportingOverflow(by: mine.factor)
    let (b, overflowB) = other.thousandths.multipliedReportingOverflow(by: theirs.factor)
    guard !overflowA, !overflowB else { return nil }
    return Ordering(a, b)
  }

  /// The sum in this quantity's unit where that is exact, else in the common base unit.
  package func adding(_ other: Quantity) -> Quantity? {
    if unit == other.unit {
      let (sum, overflow) = thousandths.addingReportingOverflow(other.thousandths)
      return overflow ? nil : Quantity(thousandths: sum, unit: unit)
    }
    let (mine, theirs) = (unit.base, other.unit.base)
    guard mine.unit == theirs.unit else { return nil }
    let (a, overflowA) = thousandths.multipliedReportingOverflow(by: mine.factor)
    let (b, overflowB) = other.thousandths.multipliedReportingOverflow(by: theirs.factor)
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflowA || overflowB || overflow ? nil : Quantity(thousandths: sum, unit: mine.unit)
  }
}

/// Which of two comparable things comes first.
package enum Ordering: Hashable, Sendable {
  case less, equal, greater

  package init<T: Comparable>(_ a: T, _ b: T) {
    self = a < b ? .less : a == b ? .equal : .greater
  }
}

/// An amount in the currency's minor unit (cents).
package struct Money: Hashable, Sendable {
  /// In the currency's smallest unit.
  package let minor: Int
  /// ISO 4217, three capital letters.
  package let currency: String

  package init(minor: Int, currency: String) {
    self.minor = minor
    self.currency = currency
  }

  /// How many decimal places of a currency are kept. Matters hold amounts that were kept so: for some
  /// currencies that is more than ISO 4217 gives them, and it stays.
  package static func decimals(of currency: String) -> Int {
    switch currency {
    case "BIF", "DJF", "GNF", "KMF", "RWF", "UYI", "VUV", "XPF": 2
    default: Currency.decimals(of: currency)
    }
  }

  /// How many minor units make one unit of `currency`.
  package static func factor(of currency: String) -> Int {
    switch decimals(of: currency) {
    case 0: 1
    case 3: 1000
    case 4: 10_000
    default: 100
    }
  }

  /// A share of this amount, rounded half away from nothing to the minor unit; nil where it is too large to hold.
  package func share(_ percent: Quantity) -> Money? {
    let (product, overflow) = minor.multipliedReportingOverflow(by: percent.thousandths)
    let (rounded, tooLarge) = product.addingReportingOverflow(product < 0 ? -50_000 : 50_000)
    guard percent.unit == .percent, !overflow, !tooLarge else { return nil }
    return Money(minor: rounded / 100_000, currency: currency)
  }
}
