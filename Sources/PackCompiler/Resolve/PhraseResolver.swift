import Expressions
import PackModel

/// Words by code or by number.
struct PhraseResolver {
  private let resolver: Resolver
  /// A phrase names columns without their rows.
  private let scope: Scope

  init(_ resolver: Resolver) {
    self.resolver = resolver
    var scope = resolver.scope
    scope.loose = true
    self.scope = scope
  }

  func phrases(_ entries: [Fields]) -> [Phrase] {
    entries.compactMap { fields in
      rule(fields).map { Phrase(id: fields.required("id"), rule: $0) }
    }
  }

  private func rule(_ fields: Fields) -> Phrase.Rule? {
    if let on = fields["on"], let words = on.words { return byCode(fields, words, on.textPlace) }
    if let count = fields["count"], let words = count.words {
      return byNumber(fields, words, count.textPlace)
    }
    resolver.report.add(
      .missingKey, fields.place, "A phrase goes by code (`on`, `say`) or by number (`count`).",
      "See FORMAT.md, Norms, authorities, glossary, phrases.")
    return nil
  }

  private func byCode(_ fields: Fields, _ words: String, _ place: SourcePosition) -> Phrase.Rule? {
    guard let typed = resolver.typed(words, place, scope), let say = fields["say"],
      let map = Fields(open: say, what: "words", resolver.report)
    else { return nil }
    var texts: [String: [Inline]] = [:]
    for pair in map.all {
      texts[pair.key] = resolver.inlines(pair.value.words ?? "", pair.value.textPlace, scope)
    }
    if let codes = typed.kind.codes {
      // A choice that is open to own words prints these.
      let missing = codes.subtracting(texts.keys)
      if !missing.isEmpty {
        resolver.report.add(
          .missingWords, say.place,
          "The phrase \(fields.required("id")) has no words for "
            + "\(missing.sorted().joined(separator: ", ")).",
          "Add them under `say`.")
      }
      for pair in map.all where !codes.contains(pair.key) && pair.key != "other" {
        resolver.report.add(
          .unknownCode, pair.place, "“\(pair.key)” is none of the codes of \(words).",
          "Codes: \(codes.sorted().prefix(12).joined(separator: ", ")).")
      }
    }
    return .code(typed.expression, texts)
  }

  private func byNumber(_ fields: Fields, _ words: String, _ place: SourcePosition) -> Phrase.Rule?
  {
    let start = "count of "
    guard
      case .count(let range, let condition)? = resolver.expression(
        start + words, place.moved(by: -start.count), scope)
    else { return nil }
    guard let one = resolver.inlines(fields, "one", scope),
      let other = resolver.inlines(fields, "other", scope)
    else {
      resolver.report.add(
        .missingWords, fields.place, "The phrase \(fields.required("id")) needs `one` and `other`.",
        "Give the words for one and for any other number; {n} is the number.")
      return nil
    }
    return .count(range, condition: condition, one: one, other: other)
  }
}
