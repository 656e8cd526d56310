import Interview
import PackModel
import PlainText

/// A line that is asked for beside the question.
package struct Asking: Equatable, Sendable {
  package enum About: Hashable, Sendable {
    case note, park, notApplicable
    /// Of the open cells of a row.
    case rowNotApplicable
    /// Why an answer goes below the law; it is kept with the answer.
    case reason(Value, says: String)
    /// Which journey is gone on, of all that the pack has; the matter keeps the answers of each.
    case way(Ways)

    /// Whether it takes the place of what is typed in the field.
    var isAnswer: Bool {
      switch self {
      case .note, .way: false
      case .park, .notApplicable, .rowNotApplicable, .reason: true
      }
    }

    /// What is typed there, in a word.
    var word: String {
      switch self {
      case .note: "note"
      case .park: "question to counsel"
      case .notApplicable, .reason: "reason"
      case .rowNotApplicable: "reason of the row"
      case .way: "way"
      }
    }
  }

  package let about: About
  package private(set) var field: LineField

  /// With what was typed there before, else with what is kept.
  init(_ about: About, at slot: Slot, _ file: OpenMatter) {
    self.about = about
    let typed = file.drafts[file.key(slot).beside(about.word)]
    field = LineField(typed ?? Asking.kept(about, slot, file))
  }

  var title: String {
    switch about {
    case .note: "A note on this question, for a colleague or for later:"
    case .park: "What should counsel look at? (Enter with nothing leaves no note)"
    case .notApplicable: "Why does this not apply? The reason is printed in the report."
    case .rowNotApplicable:
      "Why does the rest of this row not apply? The reason is printed in the report."
    case .way(let ways): ways.title
    case .reason(_, let says): "\(says) Your reason (Esc goes back to the question):"
    }
  }

  /// Says in words what was taken out of a paste; nil where nothing was.
  mutating func type(_ message: TextMessage) -> String? { field.update(message) }

  mutating func fit(width: Int) { field.width = width }

  /// What is typed and not kept yet; nil where that is nothing.
  func typed(_ slot: Slot, _ file: OpenMatter) -> String? {
    if case .way = about { return nil }
    let text = field.text
    return text != Asking.kept(about, slot, file) && !text.trimmed.isEmpty ? text : nil
  }

  /// What the matter is to keep, and where the way goes on.
  ///
  /// - Throws: that a reason is needed.
  func act(_ key: AnswerKey, _ sheet: AnswerSheet) throws(Missing) -> (
    changes: [Change], next: Next
  ) {
    let text = String(field.text.trimmed)
    switch about {
    case .note: return (sheet.remarking(key, text.isEmpty ? nil : text), .resume)
    case .park:
      let note = text.isEmpty ? [] : sheet.remarking(key, text)
      return (sheet.setting(key, to: .parked) + note, .forward)
    case .notApplicable:
      guard !text.isEmpty else { throw Missing(words: "A reason is needed: the report prints it.") }
      return (sheet.setting(key, to: .notApplicable(text)), .forward)
    // Of many cells: `Inset` makes its act.
    case .rowNotApplicable: return ([], .stay)
    case .way(let ways):
      guard let id = ways.id(text) else { throw Missing(words: "Type a number of the list.") }
      return (sheet.changing(.journey, to: id), .stay)
    case .reason(let value, _):
      guard !text.isEmpty else {
        throw Missing(words: "A reason is needed: the deviation memo prints it.")
      }
      return (sheet.setting(key, to: .value(value)) + sheet.remarking(key, text), .forward)
    }
  }

  struct Missing: Error { let words: String }

  /// A change of what the line is about, whatever it says.
  func subject(_ key: AnswerKey) -> Change {
    switch about {
    case .note: .remark(key, from: nil, to: nil)
    case .way: .setting(.journey, from: nil, to: nil)
    default: .set(key, from: nil, to: nil)
    }
  }

  /// What stands there: a note, a reason.
  private static func kept(_ about: About, _ slot: Slot, _ file: OpenMatter) -> String {
    switch about {
    case .note, .park: return file.sheet.remark(file.key(slot)) ?? ""
    case .notApplicable:
      if case .notApplicable(let reason)? = file.answer(slot) { return reason }
      return ""
    case .reason, .rowNotApplicable: return ""
    case .reason, .way: return ""
    }
  }
}
