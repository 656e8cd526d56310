import PackModel

/// What a person is told of an answer that is not taken: all of it stands here.
extension AnswerError {
  // MARK: The value

  static var empty: AnswerError { AnswerError(.empty, "Nothing is written here yet.") }

  static func noValueOfItsOwn(_ linkId: String) -> AnswerError {
    AnswerError(.notATable, "\(linkId) takes no value of its own; answer its parts.")
  }

  static func noAnswerOfItsOwn(_ linkId: String) -> AnswerError {
    AnswerError(.notATable, "\(linkId) takes no answer of its own; answer its parts.")
  }

  // MARK: Dates

  private static let dateHint = "Enter a date, such as 1 March 2026 or 2026-03-01."

  static var noDate: AnswerError { AnswerError(.notADate, dateHint) }

  static var noSuchDay: AnswerError { AnswerError(.notADate, "There is no such day. " + dateHint) }

  static func shortYear(_ text: String) -> AnswerError {
    AnswerError(.notADate, "Write the year of “\(text)” with four digits, as in 1 March 2026.")
  }

  static func otherWeekday(_ date: CalendarDate) -> AnswerError {
    AnswerError(
      .notADate,
      "\(Language.british.date(date)) is a \(Language.weekdays[date.weekday]). Write the date alone, "
        + "or with its own day of the week.")
  }

  static func serialNumber(_ text: String, _ date: CalendarDate) -> AnswerError {
    AnswerError(
      .ambiguousDate,
      "“\(text)” is how a spreadsheet counts \(Language.british.date(date)). Write the date itself, "
        + "as in 1 March 2026.")
  }

  static func twoDates(_ one: CalendarDate, _ two: CalendarDate) -> AnswerError {
    AnswerError(
      .ambiguousDate,
      "Is this \(Language.british.date(one)) or \(Language.british.date(two))? Write the month "
        + "as a word.")
  }

  // MARK: Words that say nothing, or say it in doubt

  static func inDoubt(_ text: String) -> AnswerError {
    AnswerError(
      .notAnOption,
      "“\(text)” asks, or has a note to it. Write the answer alone; what you do not know stays open, "
        + "or is said to be unknown.")
  }

  static func emptyBox(_ text: String) -> AnswerError {
    AnswerError(
      .notAnOption,
      "“\(text)” has a box that is not ticked. Write only what applies, without boxes.")
  }

  package static func placeholder(_ text: String) -> AnswerError {
    AnswerError(
      .empty,
      "“\(text)” is no answer. Leave it open, say that it is unknown, or that it does not apply and "
        + "why.")
  }

  // MARK: Numbers

  static func noNumber(_ units: [Unit]) -> AnswerError {
    AnswerError(.notANumber, "Enter a number, such as \(wanted(units)).")
  }

  static func noUnit(_ word: String, _ units: [Unit]) -> AnswerError {
    AnswerError(.wrongUnit, "“\(word)” is no unit. Enter \(wanted(units)).")
  }

  static func unitWanted(_ amount: String, _ units: [Unit]) -> AnswerError {
    AnswerError(
      .wrongUnit,
      units.isEmpty ? "Name a unit." : "Which unit? Write \(written(amount, units)).")
  }

  static func otherUnit(_ word: String, _ units: [Unit]) -> AnswerError {
    AnswerError(.wrongUnit, "“\(word)” does not fit here. Enter \(wanted(units)).")
  }

  static func pointInNumber(_ amount: String) -> AnswerError {
    AnswerError(
      .notANumber, "Is “\(amount)” a whole number? Write it without a point, or with a comma.")
  }

  static func brokenNumber(_ amount: String, _ units: [Unit]) -> AnswerError {
    AnswerError(
      .notANumber,
      "“\(amount)” is no number. Enter \(wanted(units)), with a point before decimals.")
  }

  static func tooLarge(_ amount: String) -> AnswerError {
    AnswerError(.notANumber, "“\(amount)” is too large.")
  }

  static func twoNumbers(_ text: String) -> AnswerError {
    AnswerError(
      .notANumber, "“\(text)” reads two ways. Write it without what sets off thousands.")
  }

  private static func wanted(_ units: [Unit]) -> String {
    written(units.contains(.percent) ? "2" : "30", units)
  }

  private static func written(_ number: String, _ units: [Unit]) -> String {
    let words = units.map { unit in
      let word = unit == .percent ? "%" : " \(Language.british.unit(unit, one: false))"
      return "“\(number)\(word)”"
    }
    return Language.british.list(words, or: true)
  }

  // MARK: Money

  /// What is wrong with an amount of money.
  enum MoneyFault {
    case belowNothing, minusInside, twoNumbers, noNumber, twoCurrencies, currencyWanted
    case noCurrency(String), noPart(String), doubtfulDecimals(String), tooLarge(String)
    case noDecimals(String), twoBillions(String)
  }

  static func money(_ fault: MoneyFault, _ hint: String) -> AnswerError {
    switch fault {
    case .belowNothing:
      AnswerError(.notMoney, "An amount here is not less than nothing. \(hint)")
    case .minusInside: AnswerError(.notMoney, "“-” is no part of an amount. \(hint)")
    case .twoNumbers: AnswerError(.notMoney, "Two numbers stand here. \(hint)")
    case .noNumber: AnswerError(.notMoney, hint)
    case .twoCurrencies: AnswerError(.unknownCurrency, "Two currencies stand here. \(hint)")
    case .currencyWanted: AnswerError(.unknownCurrency, "Name the currency. \(hint)")
    case .noCurrency(let word): AnswerError(.unknownCurrency, neither(word, hint))
    case .noPart(let word): AnswerError(.notMoney, neither(word, hint))
    case .doubtfulDecimals(let number):
      AnswerError(
        .notMoney,
        "Does “\(number)” have decimals? Write thousands with a comma and decimals with a point. "
          + hint)
    case .tooLarge(let number): AnswerError(.notMoney, "“\(number)” is too large. \(hint)")
    case .noDecimals(let currency):
      AnswerError(.notMoney, "\(currency) has no decimals. \(hint)")
    case .twoBillions(let word):
      AnswerError(
        .notMoney,
        "“\(word)” is a thousand millions in English and a million millions in German. Write "
          + "“bn” for a thousand millions, or the number in full.")
    }
  }

  private static func neither(_ word: String, _ hint: String) -> String {
    "“\(word)” is neither a currency nor part of an amount. \(hint)"
  }

  // MARK: Options

  static var notYesOrNo: AnswerError { AnswerError(.notYesOrNo, "Answer yes or no.") }

  static func severalOptions(_ text: String, _ options: [Option]) -> AnswerError {
    AnswerError(
      .notAnOption, "“\(text)” may be \(names(of: options)). Write which one it is.")
  }

  static func nearlyACode(_ text: String, _ near: String) -> AnswerError {
    AnswerError(
      .notAnOption,
      "“\(text)” is not one of the choices. Did you mean \(near)? Something else in your own "
        + "words begins with a capital letter or has a space.")
  }

  static func noOption(_ text: String, near: [Option], of options: [Option]) -> AnswerError {
    let advice =
      if !near.isEmpty {
        "Did you mean \(names(of: near))?"
      } else if options.count <= fewestOptions {
        "There is \(names(of: options))."
      } else {
        "Write one of the \(options.count) choices as it is called, or its code."
      }
    return AnswerError(.notAnOption, "“\(text)” is not one of the choices. \(advice)")
  }

  /// How many options a refusal names at most.
  static let fewestOptions = 5

  private static func names(of options: [Option]) -> String {
    Language.british.list(options.map { "“\($0.display)” (\($0.code))" }, or: true)
  }

  // MARK: The other answers

  static func standsAlone(_ display: String) -> AnswerError {
    AnswerError(.exclusive, "“\(display)” stands alone: untick the others.")
  }

  static func notOffered(_ display: String) -> AnswerError {
    AnswerError(.notAnOption, "“\(display)” does not go with the other answers.")
  }

  static func constraint(_ rule: Constraint) -> AnswerError {
    AnswerError(.constraint, rule.human)
  }

  static var conflict: AnswerError {
    AnswerError(.constraint, "This does not go with the other answers.")
  }

  static var ring: AnswerError {
    AnswerError(.ring, "This makes a ring: a company cannot stand above itself.")
  }

  /// That an answer goes below the law, and is taken with a reason.
  package static func reasonWanted(for deviation: Deviation, _ pack: Pack) -> AnswerError {
    AnswerError(
      .reasonWanted,
      "This goes below the law (\(pack.citations(deviation.authority))): \(deviation.says) "
        + "It can be chosen with a reason, which is kept as a note.")
  }

  // MARK: Rows

  /// - Parameters:
  ///   - none: whether the words name none of the targets; else they may name any of them.
  static func names(
    _ text: String, none: Bool, of targets: [(id: String, name: String)]
  ) -> AnswerError {
    let names = targets.map { "“\($0.name)” (\($0.id))" }
    return AnswerError(
      .notARow,
      targets.isEmpty
        ? "There is nobody to choose from yet."
        : none
          ? "“\(text)” is nobody of this list. Write \(Language.british.list(Array(names.prefix(5)), or: true))."
          : "“\(text)” may be \(Language.british.list(names, or: true)). Write which one it is.")
  }

  // MARK: Paths of answers files

  static func noQuestion(_ linkId: String) -> AnswerError {
    AnswerError(.unknownQuestion, "There is no question “\(linkId)”.")
  }

  static func noTable(_ linkId: String) -> AnswerError {
    AnswerError(.notATable, "“\(linkId)” is no table.")
  }

  static var noneOfWhatIsNoTable: AnswerError {
    AnswerError(.notATable, "“There are none” can be said of a table only.")
  }

  static var tableHasRows: AnswerError {
    AnswerError(.notATable, "The table has rows: remove them first.")
  }

  static func noRow(_ path: String) -> AnswerError {
    AnswerError(.unknownRow, "“\(path)” names no row. Write it as TABLE[0].COLUMN.")
  }

  static func noRowToRemove(_ path: String) -> AnswerError {
    AnswerError(.unknownRow, "“\(path)” is no row that can be removed.")
  }

  static func noRowOfThePack(_ table: String, _ name: String, _ rows: [PackRow]) -> AnswerError {
    let codes = rows.map(\.code).joined(separator: ", ")
    return AnswerError(.unknownRow, "\(table) has no row “\(name)”. Its rows: \(codes).")
  }

  static func rowIsGone(_ table: String, _ row: String) -> AnswerError {
    AnswerError(
      .unknownRow, "The row \(row) of \(table) is not there any more; nothing was filled in for it."
    )
  }

  static func notTheNextRow(_ table: String, of count: Int) -> AnswerError {
    AnswerError(.unknownRow, "\(table) has \(count) rows; the next one is [\(count)] or [+].")
  }

  static func noColumn(_ path: String, of table: String) -> AnswerError {
    AnswerError(.unknownRow, "“\(path)” names no column of \(table).")
  }

  static func rowIsMissing(_ table: String, _ column: String) -> AnswerError {
    AnswerError(.unknownRow, "Name the row: \(table)[0].\(column).")
  }

  static func rowOfWhatIsNoColumn(_ path: String) -> AnswerError {
    AnswerError(.unknownRow, "“\(path)” names a row and no column of it.")
  }
}
