import PackModel
import PlainText

/// Reads and writes the cells of a list, by the one reader of values.
final class ListCells {
  /// As many rows as a table takes of a list.
  package static let mostRows = 10_000

  /// What a cell says.
  enum Said {
    /// Nothing, or a sign that stands for nothing.
    case nothing(isSign: Bool)
    case state(Answer?, note: String?)
    case value(Value)
  }

  let today: CalendarDate?
  /// What words were read as, by column: a list says the same few places over and over.
  private var known: [Int: [String: Value]] = [:]

  init(today: CalendarDate?) { self.today = today }

  /// One line of the lines of a cell, as an address is written.
  func line(_ text: String) -> String {
    guard text.contains(where: \.isNewline) else { return text }
    return text.split(whereSeparator: \.isNewline).map { String($0.trimmed) }
      .reduce("") { said, line in
        // A line that goes on in a small letter is the same sentence.
        let goesOn = said.hasSuffix(",") || line.first?.isLowercase == true
        return said.isEmpty ? line : "\(said)\(goesOn ? " " : ", ")\(line)"
      }
  }

  func said(
    _ text: String, _ question: Int, _ row: Int?, _ judge: inout AnswerJudge,
    _ pointers: ListPointers?
  ) throws(AnswerError) -> Said {
    guard !text.isEmpty else { return .nothing(isSign: false) }
    if let state = Self.state(text) { return state }
    let model = judge.pack.questions[question]
    let words = model.kind == .string || model.kind == .choice ? line(text) : text
    if !model.rowsOf.isEmpty, let id = pointers?.id(words, question) { return .value(.row(id)) }
    if let value = known[question]?[words] { return .value(value) }
    let isFree = model.kind == .string || model.kind == .text || model.open
    if isFree, RowImport.saysNothing(text) { return .nothing(isSign: true) }
    do throws(AnswerError) {
      let value = try judge.read(words, for: question, row: row, today: today)
      // What a number counts may be the row's to say, and what a pointer names may change.
      if model.rowsOf.isEmpty, model.options.isEmpty == false {
        known[question, default: [:]][words] = value
      }
      return .value(value)
    } catch {
      if RowImport.saysNothing(text) { return .nothing(isSign: true) }
      throw error
    }
  }

  /// `?unknown`, `?parked: NOTE`, `?not-applicable: REASON`, as the command line has them.
  private static func state(_ text: String) -> Said? {
    guard text.hasPrefix("?") else { return nil }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let note = parts.count > 1 ? String(parts[1].trimmed) : nil
    switch parts[0] {
    case "?unknown": return .state(.unknown, note: note)
    case "?parked": return .state(.parked, note: note)
    case "?open": return .state(nil, note: nil)
    case "?not-applicable": return note.map { .state(.notApplicable($0), note: nil) }
    default: return nil
    }
  }

  /// An answer as a cell says it; what was said is read back from it.
  static func words(_ answer: Answer, of question: Int, _ evaluation: Evaluation) -> String {
    switch answer {
    case .unknown: "?unknown"
    case .parked: "?parked"
    case .notApplicable(let reason): "?not-applicable: \(reason)"
    case .none: "?none"
    case .value(let value): evaluation.shown(value, of: question)
    }
  }
}
