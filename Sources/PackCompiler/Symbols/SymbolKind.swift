/// What an id can be the id of.
enum SymbolKind: CaseIterable {
  /// A question, or a value that is calculated: where one can be named, so can the other.
  case member
  case decision, step, document, journey, clause, list, fragment
  case authority, norm, term, obligation, phrase, check

  /// How the nearest name is told beside the remedy.
  enum Hint {
    /// Before it.
    case first
    /// In its stead.
    case alone
    /// Not at all.
    case never
  }

  /// What is said of a name that nothing has.
  ///
  /// - Parameters:
  ///   - known: the names there are.
  ///   - hint: how the nearest of them is told; nil: as is usual for the kind.
  ///   - remedy: what to do about it; nil: as is usual for the kind.
  func unknown(
    _ name: String, among known: some Sequence<String>, hint: Hint? = nil, remedy: String? = nil
  ) -> Fault {
    let words = words
    let near = (hint ?? words.hint) == .never ? nil : nearest(name, in: known)
    var advice = remedy ?? words.remedy
    if let near {
      let question = "Did you mean \(near)?"
      advice = (hint ?? words.hint) == .alone ? question : "\(question) \(advice)"
    }
    return Fault(words.fault, "There is no \(words.noun) “\(name)”\(words.end)", advice)
  }

  private struct Words {
    var noun: String
    var fault: Diagnostic.Kind
    var hint: Hint
    var remedy: String
    var end = "."
  }

  private var words: Words {
    switch self {
    case .member, .decision:
      Words(
        noun: "question and no value", fault: .unknownName, hint: .alone,
        remedy: "Write the whole linkId, with its owner's: `controller.name`.", end: " here.")
    case .step:
      Words(
        noun: "step", fault: .unknownName, hint: .first,
        remedy: "A step file begins with `step:`.")
    case .document:
      Words(
        noun: "document", fault: .unknownName, hint: .first,
        remedy: "Documents stand in pack.yaml.")
    case .journey:
      Words(
        noun: "journey", fault: .unknownName, hint: .never,
        remedy: "Journeys stand in pack.yaml.")
    case .clause:
      Words(
        noun: "clause", fault: .unknownClause, hint: .alone,
        remedy: "Clauses stand in documents/NAME/*.md as `::: clause ID`.")
    case .list:
      Words(
        noun: "list", fault: .unknownList, hint: .first,
        remedy: "Lists stand in lists/NAME.yaml.")
    case .fragment:
      Words(
        noun: "fragment", fault: .unknownName, hint: .never,
        remedy: "Fragments stand under `fragments` of a step file.")
    case .authority:
      Words(
        noun: "authority", fault: .unknownAuthority, hint: .first,
        remedy: "Add it to authorities.yaml, or cite one that stands there.")
    case .norm:
      Words(
        noun: "norm", fault: .unknownNorm, hint: .first, remedy: "Norms stand in norms.yaml.")
    case .term:
      Words(
        noun: "term", fault: .unknownTerm, hint: .first, remedy: "Terms stand in glossary.yaml.")
    case .obligation:
      Words(
        noun: "obligation", fault: .unknownObligation, hint: .first,
        remedy: "Obligations stand in obligations.yaml.")
    case .phrase:
      Words(
        noun: "phrase", fault: .unknownPhrase, hint: .alone, remedy: "Add it to phrases.yaml.")
    case .check:
      Words(
        noun: "check", fault: .unknownCheck, hint: .alone, remedy: "Checks stand in checks/.")
    }
  }
}
