import Interview
import PackModel
import PlainText

/// What is typed for a row and no answer yet.
extension ReadingModel {
  /// Puts the half-typed words of a part on the desk, where its own field finds them too; empty ones
  /// take them off.
  func keepTyped(_ text: String, _ part: Review.Part, _ shared: inout Shared) -> Response {
    guard let file = shared.file, let key = row?.key(part, file.pack) else { return [] }
    shared.file?.drafts[key] = text.allSatisfy(\.isWhitespace) ? nil : text
    return .keepingTyped
  }

  /// What was typed for a part the last time, and is no answer yet.
  func typed(_ part: Review.Part, _ file: OpenMatter) -> String? {
    row?.key(part, file.pack).flatMap { file.drafts[$0] }
  }

  /// Takes what is typed for a part where it is an answer.
  mutating func fill(
    _ part: Review.Part, _ text: String, _ shared: inout Shared
  ) -> Response {
    guard let file = shared.file, let row, let slot = row.slot(part),
      let key = row.key(part, file.pack)
    else { return [] }
    let text = String(text.trimmed)
    guard !text.isEmpty else {
      stage = .list
      return goTo(at + 1, &shared)
    }
    do throws(AnswerError) {
      let value = try file.evaluation.read(
        text, for: slot.question, row: row.number, today: shared.today)
      if let refusal = file.evaluation.refusal(of: value, for: slot.question, row: row.number) {
        throw refusal
      }
      shared.file?.putDown(nil, at: key)
      return act(file.sheet.setting(key, to: .value(value)), goesOn: true, &shared)
    } catch {
      shared.notice = Notice(error.message, .error)
      return [.ring]
    }
  }
}
