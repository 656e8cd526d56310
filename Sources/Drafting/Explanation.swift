import Interview
import PackModel

/// Why a stretch of text is there: clause, condition, question, answer, rule, authority. Empty
/// where the text rests on nothing but the document's own form.
package struct Explanation: Hashable, Sendable {
  /// The clause it belongs to, by id.
  package var clause: String?
  /// The obligations that the clause meets.
  package var duties: [Duty] = []
  /// Why the clause stands, in the pack's words: its section's condition, its own, its case.
  package var conditions: [String] = []
  /// The calculated value or phrase whose words are printed.
  package var rule: Rule?
  /// The answers that are printed, or decided that these words are.
  package var answers: [Answer] = []
  package var authorities: [Source] = []

  package struct Duty: Hashable, Sendable {
    package var id: String
    package var says: String
  }

  package struct Rule: Hashable, Sendable {
    package var id: String
    /// How it is found, in the pack's words.
    package var says: String
  }

  package struct Answer: Hashable, Sendable {
    package var key: AnswerKey
    /// As lists name the place: "sub-processor 2: place".
    package var name: String
    /// The question as it is asked.
    package var question: String
    /// The answer as shown; where there is none, its state in brackets.
    package var said: String
    /// The entry of the journal that set it last.
    package var entry: Int?
  }

  package struct Source: Hashable, Sendable {
    package var id: String
    package var citation: String
    package var says: String
    package var mustBeVerified: Bool
  }

  package var isEmpty: Bool { self == Explanation() }

  /// A line for each of them, to be wrapped by who prints them.
  package var lines: [String] {
    var lines: [String] = []
    if let clause { lines.append("clause \(clause)") }
    lines += duties.map { "meets \($0.id): \($0.says)" }
    lines += conditions.map { "is there because \($0)" }
    if let rule { lines.append("rule \(rule.id): \(rule.says)") }
    for answer in answers {
      let entry = answer.entry.map { ", entry \($0)" } ?? ""
      lines.append("answer \(answer.key.linkId): \(answer.said)\(entry)")
      lines.append("  asked: \(answer.question)")
    }
    lines += authorities.map {
      "rests on \($0.citation)\($0.mustBeVerified ? " (verify)" : ""): \($0.says)"
    }
    return lines
  }
}
