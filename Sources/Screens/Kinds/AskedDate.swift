import Interview
import PackModel

/// A day.
struct AskedDate: AskedKind {
  func field(_ maker: FieldMaker) -> Field { maker.line() }

  func typed(_ value: Value, of question: Question, _ language: Language) -> String {
    guard case .date(let date) = value else { return Evaluation.written(value) }
    return language.date(date)
  }

  func line(_ question: Question, _ field: Field) -> String {
    "Type a date, such as 1 March 2026."
  }

  func form(_ asking: SheetAsking) -> [String] { ["Write a date, such as 1 March 2026."] }

  var isReadBack: Bool { true }

  func readBack(_ value: Value, at slot: Slot, _ file: OpenMatter) -> String? {
    guard case .date(let date) = value else { return nil }
    return Self.readBack(date, file.language)
  }

  /// "Saturday 21 November 2026"
  static func readBack(_ date: CalendarDate, _ language: Language) -> String {
    "\(Language.weekdays[date.weekday]) \(language.date(date))"
  }
}
