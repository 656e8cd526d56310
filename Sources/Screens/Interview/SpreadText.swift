import Canvas
import Interview
import PackModel
import PlainText

/// Lines of a paste, an address from a letterhead for one, laid out over the fields of a page.
package struct SpreadText: Hashable, Sendable {
  struct Part: Hashable, Sendable {
    let slot: Slot
    let text: String
  }

  let parts: [Part]
  /// All of it as one line, as a field takes it.
  let whole: String

  /// - Returns: nil where the text is one line, or would fill one field only.
  init?(_ text: String, over slots: [Slot], _ file: OpenMatter) {
    let typed = TypedText(text, multiline: true).text
    var lines = typed.split(whereSeparator: \.isNewline).map { String($0.trimmed) }
      .filter { !$0.isEmpty }
    guard lines.count > 1, slots.count > 1 else { return nil }
    whole = text
    var found: [Part] = []
    let kinds = slots.map { file.pack.questions[$0.question] }
    // What names an option is that option: a country, a legal form.
    for (slot, question) in zip(slots, kinds) where question.kind == .choice {
      let names = file.pack.names(of: slot.question)
      let at = lines.lastIndex { names.option($0) != nil }
      if let at {
        found.append(Part(slot: slot, text: lines.remove(at: at)))
      }
    }
    // How somebody is reached goes where the question asks for it.
    let reach = lines.filter { SpreadText.isReach($0) }
    let strings = zip(slots, kinds).filter { $0.1.kind == .string }
    if !reach.isEmpty,
      let field = strings.first(where: { SpreadText.asksForReach($0.1) })
    {
      found.append(Part(slot: field.0, text: reach.joined(separator: ", ")))
      lines.removeAll { SpreadText.isReach($0) }
    }
    let free = strings.map(\.0).filter { slot in !found.contains { $0.slot == slot } }
    // The name first, the address after it; where there is one field only, it takes both.
    let rest = lines.dropFirst().joined(separator: ", ")
    if free.count > 1, let first = lines.first {
      found.append(Part(slot: free[0], text: first))
      if !rest.isEmpty { found.append(Part(slot: free[1], text: rest)) }
    } else if let slot = free.first, !lines.isEmpty {
      found.append(Part(slot: slot, text: lines.joined(separator: ", ")))
    } else if !lines.isEmpty {
      return nil
    }
    guard found.count > 1 else { return nil }
    parts = found.sorted { one, other in
      (slots.firstIndex(of: one.slot) ?? 0) < (slots.firstIndex(of: other.slot) ?? 0)
    }
  }

  /// The changes that fill the fields, and what becomes of their half-filled texts: nil where one is
  /// an answer now, the text where it is none.
  func filling(_ file: OpenMatter, today: CalendarDate)
    -> (changes: [Change], texts: [(AnswerKey, String?)])
  {
    var changes: [Change] = []
    var texts: [(AnswerKey, String?)] = []
    for part in parts {
      let key = file.key(part.slot)
      let (question, row) = (part.slot.question, file.rowNumber(part.slot))
      if let value = try? file.evaluation.read(part.text, for: question, row: row, today: today),
        file.evaluation.refusal(of: value, for: question, row: row) == nil
      {
        changes += file.sheet.setting(key, to: .value(value))
        texts.append((key, nil))
      } else {
        texts.append((key, part.text))
      }
    }
    return (changes, texts)
  }

  /// A mailbox or a telephone number.
  private static func isReach(_ line: String) -> Bool {
    let digits = line.filter(\.isNumber).count
    return line.contains("@") || (line.hasPrefix("+") && digits > 5)
      || (digits > 6 && digits * 2 > line.count)
  }

  private static func asksForReach(_ question: Question) -> Bool {
    let words = (question.text + " " + question.shortText).lowercased()
    return words.contains("mail") || words.contains("telephone")
  }
}
