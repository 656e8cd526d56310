/// How a document writes dates, numbers, money, lists and plurals. Values of our own, so that no
/// machine's locale changes a document.
package struct Language: Hashable, Sendable {
  /// BCP 47.
  package let tag: String
  /// How a day is written.
  package let dates: DateForm
  /// How thousands and decimals are divided.
  package let numbers: NumberForm

  /// How a day is written.
  package enum DateForm: String, Hashable, Sendable, CaseIterable {
    /// 1 March 2026
    case dayMonthYear = "day-month-year"
    /// March 1, 2026
    case monthDayYear = "month-day-year"
    /// 2026-03-01
    case iso
  }

  /// The raw value names what stands between thousands.
  package enum NumberForm: String, Hashable, Sendable, CaseIterable {
    /// 10,000.50
    case comma
    /// 10 000.50, with a space at which no line breaks
    case space
    /// 10.000,50
    case point

    var thousands: String {
      switch self {
      case .comma: ","
      case .space: "\u{A0}"
      case .point: "."
      }
    }

    var decimals: String { self == .point ? "," : "." }
  }

  /// English as in the United Kingdom, with its usual forms.
  package static let british = Language(tag: "en-GB", dates: .dayMonthYear)

  /// Their names, January first.
  package static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]
  /// Their names, Monday first.
  package static let weekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  package init(tag: String, dates: DateForm, numbers: NumberForm = .comma) {
    self.tag = tag
    self.dates = dates
    self.numbers = numbers
  }

  /// A variety of English with its usual forms, by its tag: `en-GB`, `en-US`, `en-IE`. The words of
  /// the documents are the same in each; hyphenation, spelling checks, dates and paper are not.
  ///
  /// - Returns: nil where the tag names no variety of English.
  package init?(variety tag: String) {
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0] == "en", parts[1].utf8.count == 2,
      parts[1].utf8.allSatisfy({ (0x41...0x5A).contains($0) })
    else { return nil }
    self.init(tag: tag, dates: tag == "en-US" ? .monthDayYear : .dayMonthYear)
  }

  /// "1 March 2026"
  package func date(_ date: CalendarDate) -> String {
    let month = Language.months[date.month - 1]
    return switch dates {
    case .dayMonthYear: "\(date.day) \(month) \(date.year)"
    case .monthDayYear: "\(month) \(date.day), \(date.year)"
    case .iso: date.iso
    }
  }

  /// A day in words where it is a day: "1 March 2026"; else as it is.
  package func day(_ text: String) -> String { CalendarDate(iso: text).map(date) ?? text }

  /// "10,000"
  package func number(_ number: Int) -> String {
    (number < 0 ? "-" : "") + grouped(number.magnitude)
  }

  /// "0.40", "-1.25": of so many hundredths, both decimals said.
  package func decimal(hundredths: Int) -> String {
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "-" : "") + grouped(whole) + numbers.decimals
      + (rest < 10 ? "0" : "") + String(rest)
  }

  private func grouped(_ number: UInt) -> String {
    let digits = String(number)
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += numbers.thousands }
      grouped.append(digit)
    }
    return grouped
  }

  /// "EUR 10,000", "EUR 1,250.50"
  package func money(_ money: Money) -> String {
    let decimals = Money.decimals(of: money.currency)
    let factor = UInt(Money.factor(of: money.currency))
    let sign = money.minor < 0 ? "-" : ""
    let (whole, rest) = (money.minor.magnitude / factor, money.minor.magnitude % factor)
    var text = "\(money.currency) \(sign)\(grouped(whole))"
    if rest > 0 {
      var digits = String(rest)
      digits = String(repeating: "0", count: decimals - digits.count) + digits
      // Three decimals that end in a nought would read as thousands.
      while digits.utf8.count > 2, digits.last == "0" { digits.removeLast() }
      text += numbers.decimals + digits
    }
    return text
  }

  /// "30 days", "1 business day", "2%", "one" where `words` is asked for and there is a word.
  package func quantity(_ quantity: Quantity, words: Bool = false) -> String {
    let amount = self.amount(quantity, words: words)
    if quantity.unit == .percent { return words ? "\(amount) per cent" : "\(amount)%" }
    return "\(amount) \(unit(quantity.unit, one: quantity.thousandths == 1000))"
  }

  /// The number of a quantity alone: "30", "1.5", "thirty".
  package func amount(_ quantity: Quantity, words: Bool = false) -> String {
    let (whole, rest) = (quantity.thousandths / 1000, abs(quantity.thousandths % 1000))
    if rest == 0 { return words ? numberInWords(whole) : number(whole) }
    let sign = quantity.thousandths < 0 ? "-" : ""
    var digits = String(rest)
    digits = String(repeating: "0", count: 3 - digits.count) + digits
    while digits.last == "0" { digits.removeLast() }
    return "\(sign)\(grouped(whole.magnitude))\(numbers.decimals)\(digits)"
  }

  /// The word for a unit, for one or for several of it.
  package func unit(_ unit: Unit, one: Bool) -> String {
    switch unit {
    case .hour: one ? "hour" : "hours"
    case .day: one ? "day" : "days"
    case .businessDay: one ? "business day" : "business days"
    case .week: one ? "week" : "weeks"
    case .month: one ? "month" : "months"
    case .year: one ? "year" : "years"
    case .percent: "%"
    case .person: one ? "person" : "people"
    case .record: one ? "record" : "records"
    case .times: one ? "time" : "times"
    }
  }

  private static let small = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
  ]
  private static let tens = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
  ]

  /// Words up to ninety-nine, figures above.
  package func numberInWords(_ number: Int) -> String {
    guard (0..<100).contains(number) else { return self.number(number) }
    if number < 20 { return Language.small[number] }
    let unit = number % 10
    return Language.tens[number / 10] + (unit == 0 ? "" : "-" + Language.small[unit])
  }

  /// "a, b and c"; where one of them has a comma of its own, "a, which is long; b; and c".
  package func list(_ items: [String], or: Bool = false) -> String {
    guard let last = items.last else { return "" }
    if items.count == 1 { return last }
    let joint = or ? " or " : " and "
    guard items.contains(where: { $0.utf8.contains(0x2C) }) else {
      return items.dropLast().joined(separator: ", ") + joint + last
    }
    return items.dropLast().joined(separator: "; ") + ";" + joint + last
  }

  /// Whether a count takes the singular.
  package func isOne(_ count: Int) -> Bool { count == 1 }
}
