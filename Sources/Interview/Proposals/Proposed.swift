import PackModel

/// An answer that is put forward for an open question, with where it comes from. It counts once it is
/// accepted, and not before.
package struct Proposed: Hashable, Sendable {
  /// The question, by number.
  package let question: Int
  package let key: AnswerKey
  /// A value, or of a table that there are none.
  package let answer: Answer
  package let basis: Basis

  /// Where it comes from.
  package enum Basis: Hashable, Sendable {
    /// Other answers, by their names, or the pack's own words on them.
    case answers(String)
    /// A dated fact about a provider; a stale one is to be looked up anew.
    case fact(ProviderFact, isStale: Bool)
    /// What somebody keeps for all their matters: the name they gave it, and the day.
    case profile(String, CalendarDate?)
    /// What the pack suggests.
    case usual(NormKind, String)
  }

  package init(question: Int, key: AnswerKey, answer: Answer, basis: Basis) {
    self.question = question
    self.key = key
    self.answer = answer
    self.basis = basis
  }

  /// Whether it is accepted with its page unless somebody takes it out: what is only usual, and a fact
  /// that is too old or not sure, is looked at one by one.
  package var isFirm: Bool {
    switch basis {
    case .answers, .profile: true
    case .fact(let fact, let isStale): !isStale && !fact.isUnsure
    case .usual: false
    }
  }

  /// Where it comes from and of when, in one line; so it stands in the journal as the reason.
  package func source(in language: Language = .british) -> String {
    switch basis {
    case .answers(let words): return words
    case .fact(let fact, let isStale):
      let day = CalendarDate(month: fact.asOf).map { language.date($0) } ?? fact.asOf
      let words = "\(fact.source), as of \(day)"
      return isStale
        ? "look it up: \(words)" : fact.isUnsure ? "\(words) (\(fact.confidence))" : words
    case .profile(let name, let day):
      return "profile “\(name)”" + (day.map { ", saved \(language.date($0))" } ?? "")
    case .usual(let kind, let because): return "usual (\(kind.rawValue)): \(because)"
    }
  }
}

extension Proposed {
  /// Why proposals were accepted: where they come from, each source once.
  package static func reason(_ all: [Proposed], in language: Language = .british) -> String {
    var sources: [String] = []
    for proposed in all {
      let source = proposed.source(in: language)
      if !sources.contains(source) { sources.append(source) }
    }
    return "Accepted as proposed (\(sources.joined(separator: "; ")))"
  }
}

extension ProviderFact {
  /// Whether its source was not read itself.
  var isUnsure: Bool {
    Authority.Confidence(rawValue: confidence).map { ![.primary, .official, .high].contains($0) }
      ?? true
  }
}
