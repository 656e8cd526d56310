import Findings
import Interview
import PackModel

/// What follows from the typing, as of the last pause.
struct Settled: Hashable, Sendable {
  /// A date, an amount or a number as the document will have it.
  private(set) var readBack = ""
  /// How many are ticked.
  private(set) var count = ""
  /// What the answers so far come to; empty while that waits.
  private(set) var follows = ""
  private(set) var warnings: [String] = []
  private(set) var warningCount = 0

  init() {}

  /// - Parameters:
  ///   - file: the matter as it is, and `shown` as it would be with what is typed.
  ///   - reading: what the field comes to; nil where something else than the field has the keys.
  init(
    _ file: OpenMatter, shown: OpenMatter, _ cursor: Cursor, _ field: Field,
    _ reading: FieldReading?
  ) {
    if let reading, let slot = cursor.slot {
      readBack = Settled.readBack(reading, slot, file)
      follows = shown.follows(slot)
      if case .choice(let choice) = field, choice.isMany {
        count = "\(choice.marks.count) of \(choice.choices.count) ticked"
      }
    }
    warnings = shown.warnings(at: cursor, besides: file)
    warningCount = shown.alerts(upTo: cursor.page.item).count
  }

  /// Another question has the focus: what was said of the one before goes.
  mutating func startAgain() {
    warnings = []
    readBack = ""
  }

  /// The day in hand in the calendar, in words.
  mutating func read(_ mode: Mode, _ language: Language) {
    if case .calendar(let date) = mode { readBack = AskedDate.readBack(date, language) }
  }

  private static func readBack(_ reading: FieldReading, _ slot: Slot, _ file: OpenMatter) -> String
  {
    guard case .value(let value) = reading else { return "" }
    return file.pack.questions[slot.question].kind.asked.readBack(value, at: slot, file) ?? ""
  }
}
