import PackModel

/// Reads dates.
package enum DateReading {
  /// A date as people and programs write it: 2026-03-01, 2026/03/01, 1 March 2026, 1. März 2026,
  /// 1.3.2026, March 1, 2026, Sunday 1 March 2026, today, in 30 days, +30d. One that reads two ways
  /// (3/4/2026, 1 March 26, a spreadsheet's 46082) is asked back.
  package static func date(_ text: String, today: CalendarDate?) throws(AnswerError) -> CalendarDate
  {
    let text = withoutMidnight(AnswerReading.plain(text))
    if let date = CalendarDate(iso: text) { return try whole(date, text) }
    let lower = text.lowercased()
    if let today, let date = relative(lower, today) { return date }
    var words = lower.split { $0 == " " || $0 == "," || $0 == "." || $0 == "/" || $0 == "-" }
      .map(String.init)
    if words.count == 1 { return try compact(words[0], text) }
    let weekday = words.first.flatMap(weekday)
    if weekday != nil { words.removeFirst() }
    if words.count > 3 { words.removeAll { $0 == "of" || $0 == "the" } }
    guard words.count == 3 else { throw .noDate }
    let date = try date(words, of: text)
    guard weekday == nil || weekday == date.weekday else { throw .otherWeekday(date) }
    return try whole(date, text)
  }

  /// A date of three words.
  private static func date(
    _ words: [String], of text: String
  ) throws(AnswerError) -> CalendarDate {
    if let month = words.firstIndex(where: { month($0) != nil }),
      let monthNumber = self.month(words[month])
    {
      let others = words.indices.filter { $0 != month }.map { words[$0] }
      let rest = others.compactMap { Int(ordinalStripped($0)) }
      guard rest.count == 2, rest.allSatisfy({ $0 >= 0 }) else { throw .noDate }
      // Of two short numbers either may be the year.
      guard
        let at = others.firstIndex(where: { $0.count == 4 && $0.allSatisfy(AnswerReading.isDigit) })
      else {
        throw rest.allSatisfy { $0 < 100 } ? .shortYear(text) : .noSuchDay
      }
      let (day, year) = (rest[1 - at], rest[at])
      guard let date = CalendarDate(year: year, month: monthNumber, day: day) else {
        throw .noSuchDay
      }
      return date
    }
    guard words.allSatisfy({ $0.allSatisfy(AnswerReading.isDigit) }), let a = Int(words[0]),
      let b = Int(words[1]), let c = Int(words[2])
    else { throw .noDate }
    if words[0].count == 4 {
      guard let date = CalendarDate(year: a, month: b, day: c) else { throw .noSuchDay }
      return date
    }
    guard words[2].count == 4 else {
      throw words.allSatisfy { $0.count <= 2 } ? .shortYear(text) : .noDate
    }
    let dayFirst = CalendarDate(year: c, month: b, day: a)
    // With points between them the day comes first, in every country.
    let monthFirst = text.contains(".") ? nil : CalendarDate(year: c, month: a, day: b)
    switch (dayFirst, monthFirst) {
    case (let one?, let two?) where one != two:
      throw .twoDates(one, two)
    case (let date?, _), (_, let date?): return date
    default: throw .noSuchDay
    }
  }

  /// A year of two digits that was filled up with noughts is no year.
  private static func whole(
    _ date: CalendarDate, _ text: String
  ) throws(AnswerError) -> CalendarDate {
    guard date.year >= 1000 else { throw .shortYear(text) }
    return date
  }

  /// "20260301"; a number of days as spreadsheets count them is asked back.
  private static func compact(_ word: String, _ text: String) throws(AnswerError) -> CalendarDate {
    guard word.allSatisfy(AnswerReading.isDigit), let number = Int(word) else { throw .noDate }
    if word.count == 8, number >= 1900_00_00, number < 2200_00_00 {
      guard
        let date = CalendarDate(
          year: number / 10_000, month: number / 100 % 100, day: number % 100)
      else { throw .noSuchDay }
      return date
    }
    // Day 1 is 1 January 1900, and that year has a day too many.
    guard word == text, (20_000...80_000).contains(number),
      let start = CalendarDate(year: 1899, month: 12, day: 30),
      let date = CalendarDate(ordinal: start.ordinal + number)
    else { throw .noDate }
    throw .serialNumber(text, date)
  }

  /// Databases and spreadsheets write the first second of a day behind it.
  private static func withoutMidnight(_ text: String) -> String {
    guard let end = text.firstIndex(where: { $0 == "T" || $0 == " " }),
      CalendarDate(iso: text[..<end]) != nil
    else { return text }
    var time = text[text.index(after: end)...]
    if time.last == "Z" { time.removeLast() }
    let parts = time.split(separator: ":", omittingEmptySubsequences: false)
    let isMidnight =
      (2...3).contains(parts.count)
      && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0 == "0" || $0 == "." } }
    return isMidnight ? String(text[..<end]) : text
  }

  private static let germanWeekdays = [
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag",
  ]

  /// A day of the week by its name in English or German, or its usual short form; Monday is 0.
  private static func weekday(_ word: String) -> Int? {
    switch word {
    case "sonnabend": return 5
    case "tues", "tue": return 1
    case "thurs", "thur", "thu": return 3
    default: break
    }
    return (0..<7).first { day in
      let (english, german) = (Language.weekdays[day].lowercased(), germanWeekdays[day])
      return [english, String(english.prefix(3)), german, String(german.prefix(2))].contains(word)
    }
  }

  private static func ordinalStripped(_ word: String) -> String {
    for ending in ["st", "nd", "rd", "th"] where word.hasSuffix(ending) {
      return String(word.dropLast(2))
    }
    return word
  }

  private static let germanMonths = [
    "januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober",
    "november", "dezember",
  ]

  /// A month by its name in English or German, or three letters of it and more.
  private static func month(_ word: String) -> Int? {
    let word = FoldedName(word).key
    guard word.utf8.count >= 3 else { return nil }
    switch word {
    case "jan", "janner", "jaenner": return 1
    case "feber": return 2
    case "maerz", "mrz": return 3
    default: break
    }
    return (0..<12).first { month in
      Language.months[month].lowercased().hasPrefix(word) || germanMonths[month].hasPrefix(word)
    }.map { $0 + 1 }
  }

  private static func relative(_ text: String, _ today: CalendarDate) -> CalendarDate? {
    switch text {
    case "today", "heute": return today
    case "tomorrow", "morgen": return CalendarDate(ordinal: today.ordinal + 1)
    case "yesterday", "gestern": return CalendarDate(ordinal: today.ordinal - 1)
    default: break
    }
    var words = text.split(separator: " ").map(String.init)
    if words.first == "in" { words.removeFirst() } else if text.first != "+" { return nil }
    let joined = words.joined(separator: " ").drop { $0 == "+" }
    let digits = joined.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count < 100_000 else { return nil }
    let rest = joined[digits.endIndex...].drop { $0 == " " }
    guard let unit = rest.isEmpty ? .day : AnswerReading.unit(String(rest)) else { return nil }
    switch unit {
    case .day: return CalendarDate(ordinal: today.ordinal + count)
    case .week: return CalendarDate(ordinal: today.ordinal + 7 * count)
    case .month, .year:
      let months = today.month - 1 + count * (unit == .year ? 12 : 1)
      let (year, month) = (today.year + months / 12, months % 12 + 1)
      return CalendarDate(
        year: year, month: month, day: min(today.day, CalendarDate.days(in: month, of: year)))
    default: return nil
    }
  }
}
