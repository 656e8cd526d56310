import Canvas
import Findings
import Interview
import PackModel
import PlainText

/// Two people's readings of one paper: where they differ, row by row, and whose is taken. Grades are shown
/// only when both have said something of every row, so that neither is led by the other.
package struct SettlingModel: ScreenModel {
  /// What can be taken for a row.
  enum Offer: Hashable, Sendable {
    case reading(TwoReadings.Side)
    case grade(Value, words: String)
  }

  static let usualReason = "The written criteria say so."

  private(set) var second: SecondMatter?
  private(set) var readings: TwoReadings?
  private(set) var at = 0
  /// The reason that goes into the journal.
  private(set) var reason = SettlingModel.usualReason
  /// The reason while it is typed.
  private(set) var typing: LineField?
  /// The rows as they were laid out.
  var view: [StyledLine] = []
  private var waiting: (act: Act, said: String)?
  private var isActKept = false

  init() {}

  var row: TwoReadings.Row? {
    guard let readings, readings.unread.isEmpty, readings.open.indices.contains(at) else {
      return nil
    }
    return readings.open[at]
  }

  /// The second reading was read.
  mutating func take(_ second: SecondMatter, _ shared: Shared) {
    (self.second, at) = (second, 0)
    compare(shared)
  }

  private mutating func compare(_ shared: Shared) {
    guard let file = shared.file, let second else { return }
    readings = TwoReadings(
      file.pack, first: TwoReadings.Reader(file.sheet, file.entries), second: second.reader)
    at = min(at, max(0, (readings?.open.count ?? 0) - 1))
  }

  mutating func answersChanged(_ shared: inout Shared) { compare(shared) }

  /// What can be taken for the row in hand: either reading, or a grade that neither gave.
  func offers(_ file: OpenMatter) -> [Offer] {
    guard let row, let readings, let column = row.columns[.grade] else { return [] }
    let given = TwoReadings.Side.allCases.compactMap { readings.value(.grade, row, $0) }
    let others = file.pack.questions[column].options
      .map { (Value.choice(.code($0.code)), $0.display) }
      .filter { !given.contains($0.0) }
    return [.reading(.first), .reading(.second)]
      + others.map { .grade($0.0, words: ReadingRow.short($0.1)) }
  }

  // MARK: Messages

  mutating func update(_ message: SettlingMessage, _ shared: inout Shared) -> Response {
    guard let file = shared.file else { return .turn(.back) }
    if typing != nil, type(message, &shared) { return [] }
    switch message {
    case .row(let by):
      at = min(max(0, at + by), max(0, (readings?.open.count ?? 0) - 1))
    case .pick(let number): return take(number, file)
    case .reason: typing = LineField(reason, width: max(10, shared.size.columns - 6))
    case .acted: acted(&shared)
    case .close: return .turn(.back)
    case .text, .carryOn: break
    }
    return []
  }

  /// - Returns: whether the message was of the reason that is being typed.
  private mutating func type(_ message: SettlingMessage, _ shared: inout Shared) -> Bool {
    switch message {
    case .text(let text):
      if let said = typing?.update(text) { shared.notice = Notice(said) }
    case .carryOn:
      let typed = String(typing?.text.trimmed ?? "")
      reason = typed.isEmpty ? SettlingModel.usualReason : typed
      typing = nil
    case .close: typing = nil
    default: return false
    }
    return true
  }

  private mutating func take(_ number: Int, _ file: OpenMatter) -> Response {
    let offers = offers(file)
    guard let row, let readings, offers.indices.contains(number) else { return [] }
    let settlement: TwoReadings.Settlement?
    let label = ReadingRow.rows(file).first { $0.key == row.key }
    var said = "Taken for \(label?.name(file.pack) ?? row.path): "
    switch offers[number] {
    case .reading(let side):
      settlement = readings.taking(side, of: row, because: reason)
      said += "the reading of \(readings.name(row, side))."
    case .grade(let value, let words):
      settlement = readings.taking(value, of: row, because: reason)
      said += "\(words)."
    }
    guard let settlement else { return [] }
    let act = Act(settlement.changes, why: settlement.why)
    waiting = (act, said)
    return [.append(act), .then(.settling(.acted))]
  }

  private mutating func acted(_ shared: inout Shared) {
    guard isActKept, let waiting else { return }
    self.waiting = nil
    let left = readings?.open.count ?? 0
    shared.notice = Notice(
      waiting.said + (left == 0 ? " Nothing is left to settle." : " \(left) left."))
  }

  // MARK: Acts that the matter has refused

  func holds(_ act: Act, _ shared: Shared) -> Bool { waiting?.act == act }

  mutating func doAgain(_ shared: inout Shared) -> Response {
    guard let waiting else { return [] }
    return [.append(waiting.act), .then(.settling(.acted))]
  }

  mutating func actIsOver(isKept: Bool) { if waiting != nil { isActKept = isKept } }
}
