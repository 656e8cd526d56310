import PackModel
import PlainText

/// What else of a questionnaire was looked at on a day: a norm, a fact about a provider, an option
/// such as a country with its adequacy decisions.
struct DatedEntry: Hashable {
  enum Kind: String {
    case norm, fact, option
  }

  let kind: Kind
  let id: String
  let title: String
  let asOf: CalendarDate
  let source: String?

  /// One line of it.
  var words: String {
    let end = title.hasSuffix(".") ? "" : "."
    return "\(kind.rawValue) \(id): \(title)\(end)" + (source.map { " Source: \($0)." } ?? "")
  }

  func json(_ day: CalendarDate) -> JSON {
    .object([
      ("id", .string(id)), ("sort", .string(kind.rawValue)), ("title", .string(title)),
      ("asOf", .string(asOf.iso)), ("age", .number(day.ordinal - asOf.ordinal)),
      ("source", .optional(source)),
    ])
  }

  /// Norms, facts and dated options, in the order of the pack; an option that several questions
  /// offer is there once.
  static func all(_ pack: Pack) -> [DatedEntry] {
    let norms = pack.norms.map {
      DatedEntry(kind: .norm, id: $0.id, title: $0.says, asOf: $0.asOf, source: nil)
    }
    let facts = pack.facts.compactMap { fact in
      CalendarDate(month: fact.asOf).map {
        DatedEntry(
          kind: .fact, id: fact.id, title: "\(fact.provider), \(fact.fact)", asOf: $0,
          source: fact.source)
      }
    }
    var seen: Set<DatedEntry> = []
    let options = pack.questions.flatMap(\.options).compactMap { option -> DatedEntry? in
      guard let words = option.attributes["as-of"]?.first, let day = CalendarDate(month: words)
      else { return nil }
      let entry = DatedEntry(
        kind: .option, id: option.code, title: option.display, asOf: day,
        source: option.attributes["source"]?.joined(separator: ", "))
      return seen.insert(entry).inserted ? entry : nil
    }
    return norms + facts + options
  }
}
