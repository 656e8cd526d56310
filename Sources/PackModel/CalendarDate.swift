/// A day of the Gregorian calendar, without a time or a zone.
package struct CalendarDate: Hashable, Sendable, Comparable {
  /// 1 to 9999.
  package let year: Int
  /// 1 to 12.
  package let month: Int
  /// 1 to 31.
  package let day: Int

  /// - Returns: nil where there is no such day.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.days(in: month, of: year)
    else { return nil }
    self.init((year, month, day))
  }

  private init(_ day: (year: Int, month: Int, day: Int)) {
    (year, month, self.day) = day
  }

  /// The days at both ends of the calendar.
  package static let first = CalendarDate((1, 1, 1))
  /// The last day of the calendar.
  package static let last = CalendarDate((9999, 12, 31))

  /// Reads ISO 8601's extended form, `2026-03-01`, and nothing else.
  package init?(iso text: some StringProtocol) {
    var numbers = [0, 0, 0]
    var count = 0
    for byte in text.utf8 {
      let isHyphen = count == 4 || count == 7
      switch byte {
      case UInt8(ascii: "-") where isHyphen: break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isHyphen && count < 10:
        let part = count < 4 ? 0 : count < 7 ? 1 : 2
        numbers[part] = numbers[part] * 10 + Int(byte - UInt8(ascii: "0"))
      default: return nil
      }
      count += 1
    }
    guard count == 10 else { return nil }
    self.init(year: numbers[0], month: numbers[1], day: numbers[2])
  }

  /// The same; of a month alone its first day.
  package init?(month words: String) {
    if let day = CalendarDate(iso: words) {
      self = day
    } else if words.utf8.count == 7, let day = CalendarDate(iso: words + "-01") {
      self = day
    } else {
      return nil
    }
  }

  /// Days since 1 March of the year 0, so that dates subtract.
  package var ordinal: Int {
    let y = month > 2 ? year : year - 1
    let m = (month + 9) % 12
    return 365 * y + y / 4 - y / 100 + y / 400 + (m * 306 + 5) / 10 + day - 1
  }

  /// The day that lies `ordinal` days after 1 March of the year 0.
  package init?(ordinal: Int) {
    guard (CalendarDate.first.ordinal...CalendarDate.last.ordinal).contains(ordinal) else {
      return nil
    }
    var y = (10_000 * ordinal + 14_780) / 3_652_425
    var rest = ordinal - (365 * y + y / 4 - y / 100 + y / 400)
    if rest < 0 {
      y -= 1
      rest = ordinal - (365 * y + y / 4 - y / 100 + y / 400)
    }
    let m = (100 * rest + 52) / 3060
    self.init(
      year: y + (m + 2) / 12, month: (m + 2) % 12 + 1, day: rest - (m * 306 + 5) / 10 + 1)
  }

  /// ISO 8601: `2026-03-01`.
  package var iso: String {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  /// 0 is Monday, 6 is Sunday.
  package var weekday: Int { (ordinal + 2) % 7 }

  package static func < (a: CalendarDate, b: CalendarDate) -> Bool {
    (a.year, a.month, a.day) < (b.year, b.month, b.day)
  }

  /// How many days a month has, leap years counted.
  package static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
