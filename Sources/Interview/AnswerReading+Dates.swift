import PackModel

extension AnswerReading {
  /// A date as people type it: 2026-03-01, 1 March 2026, 1. März 2026, 1.3.2026, March 1, 2026, today,
  /// in 30 days, +30d. One that reads two ways (3/4/2026) is asked back.
  package static func date(_ text: String, today: CalendarDate?) throws(AnswerError) -> CalendarDate
  {
    let text = plain(text)
    if let date = CalendarDate(iso: text) { return date }
    let lower = text.lowercased()
    if let today, let date = relative(lower, today) { return date }
    let words = lower.split { $0 == " " || $0 == "," || $0 == "." || $0 == "/" || $0 == "-" }
      .map(String.init)
    guard words.count == 3 else { throw .noDate }
    if let month = words.firstIndex(where: { month($0) != nil }),
      let monthNumber = self.month(words[month])
    {
      let rest = words.indices.filter { $0 != month }.compactMap { Int(ordinalStripped(words[$0])) }
      guard rest.count == 2 else { throw .noDate }
      let (day, year) = rest[0] > 31 ? (rest[1], rest[0]) : (rest[0], rest[1])
      guard let date = CalendarDate(year: year, month: monthNumber, day: day) else {
        throw .noSuchDay
      }
      return date
    }
    guard let a = Int(words[0]), let b = Int(words[1]), let year = Int(words[2]), year > 999 else {
      throw .noDate
    }
    if text.contains("."), let date = CalendarDate(year: year, month: b, day: a) { return date }
    let dayFirst = CalendarDate(year: year, month: b, day: a)
    let monthFirst = CalendarDate(year: year, month: a, day: b)
    switch (dayFirst, monthFirst) {
    case (let one?, let two?) where one != two:
      throw .twoDates(one, two)
    case (let date?, _), (_, let date?): return date
    default: throw .noSuchDay
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
    case "jan", "janner": return 1
    case "maerz", "mrz": return 3
    default: break
    }
    return (0..<12).first { month in
      Language.months[month].lowercased().hasPrefix(word) || germanMonths[month].hasPrefix(word)
    }.map { $0 + 1 }
  }

  private static func relative(_ text: String, _ today: CalendarDate) -> CalendarDate? {
    switch text {
    case "today": return today
    case "tomorrow": return CalendarDate(ordinal: today.ordinal + 1)
    case "yesterday": return CalendarDate(ordinal: today.ordinal - 1)
    default: break
    }
    var words = text.split(separator: " ").map(String.init)
    if words.first == "in" { words.removeFirst() } else if text.first != "+" { return nil }
    let joined = words.joined(separator: " ").drop { $0 == "+" }
    let digits = joined.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), count < 100_000 else { return nil }
    let rest = joined[digits.endIndex...].drop { $0 == " " }
    guard let unit = rest.isEmpty ? .day : self.unit(String(rest)) else { return nil }
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
