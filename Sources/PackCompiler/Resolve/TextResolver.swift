import PackModel

/// Text with strong, emphasis and placeholders; gathers the references in it.
struct TextResolver {
  let resolver: Resolver
  private let whereabouts: Whereabouts
  private(set) var references: [Reference] = []

  init(_ resolver: Resolver, _ whereabouts: Whereabouts = Whereabouts()) {
    self.resolver = resolver
    self.whereabouts = whereabouts
  }

  mutating func inlines(_ source: TextSource, _ scope: Scope) -> [Inline] {
    var at = 0
    return inlines(source, &at, until: nil, depth: 0, scope)
  }

  /// Reads what stands under a further condition.
  mutating func under<Result>(
    _ condition: Expression, _ read: (inout TextResolver) -> Result
  ) -> Result {
    var whereabouts = whereabouts
    whereabouts.conditions.append(condition)
    var inner = TextResolver(resolver, whereabouts)
    let result = read(&inner)
    references += inner.references
    return result
  }

  private mutating func inlines(
    _ source: TextSource, _ at: inout Int, until mark: Mark?, depth: Int, _ scope: Scope
  ) -> [Inline] {
    let scalars = source.scalars
    var found: [Inline] = []
    var text = String.UnicodeScalarView()
    func flush() {
      if !text.isEmpty { found.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    func next(_ sign: Unicode.Scalar) -> Bool { at + 1 < scalars.count && scalars[at + 1] == sign }
    while at < scalars.count {
      switch scalars[at] {
      case "*":
        let sign: Mark = next("*") ? .strong : .emphasis
        flush()
        if mark == sign {
          at += sign.length
          return found
        }
        if let inline = marked(sign, source, &at, depth: depth, scope) { found.append(inline) }
      case "{" where next("{"):
        flush()
        if let inline = placeholder(source, &at, scope) { found.append(inline) }
      case "\\" where at + 1 < scalars.count:
        text.append(scalars[at + 1])
        at += 2
      case "`", "<", "]", "!":
        refuseMarkup(source, at)
        text.append(scalars[at])
        at += 1
      default:
        text.append(scalars[at])
        at += 1
      }
    }
    flush()
    return found
  }

  // MARK: Strong and emphasis

  private enum Mark {
    case emphasis, strong

    var sign: String { self == .strong ? "**" : "*" }
    var length: Int { self == .strong ? 2 : 1 }
  }

  /// nil where it nests too deeply.
  private mutating func marked(
    _ mark: Mark, _ source: TextSource, _ at: inout Int, depth: Int, _ scope: Scope
  ) -> Inline? {
    let report = resolver.report
    let start = at
    guard depth < Bounds.textDepth else {
      report.add(
        .tooLarge, source.place(start), "Emphasis nests too deeply.", "Close it first.")
      at = source.scalars.count
      return nil
    }
    at += mark.length
    let before = report.diagnostics.count
    let inner = inlines(source, &at, until: mark, depth: depth + 1, scope)
    let ends = source.scalars.suffix(mark.length).elementsEqual(mark.sign.unicodeScalars)
    if at >= source.scalars.count, !ends, report.diagnostics.count == before {
      report.add(
        .brokenText, source.place(start), "This \(mark.sign) does not end.",
        "Close it with \(mark.sign), or write \\* for a star.")
    }
    return mark == .strong ? .strong(inner) : .emphasis(inner)
  }

  /// What belongs to other Markdowns is refused, so that nobody thinks it works.
  private func refuseMarkup(_ source: TextSource, _ at: Int) {
    let scalars = source.scalars
    let next = at + 1 < scalars.count ? scalars[at + 1] : " "
    let what: String? =
      switch scalars[at] {
      case "`": "Code"
      case "<" where next.properties.isAlphabetic || next == "/" || next == "!": "HTML"
      case "]" where next == "(": "A link"
      case "!" where next == "[": "An image"
      default: nil
      }
    if let what {
      resolver.report.add(
        .brokenText, source.place(at), "\(what) has no place in a document's text.",
        "Write it in plain words, or put \\ before the sign.")
    }
  }

  // MARK: Placeholders

  /// `{{…}}` from here on.
  private mutating func placeholder(
    _ source: TextSource, _ at: inout Int, _ scope: Scope
  ) -> Inline? {
    let scalars = source.scalars
    let start = at + 2
    var end = start
    while end + 1 < scalars.count, !(scalars[end] == "}" && scalars[end + 1] == "}") { end += 1 }
    guard end + 1 < scalars.count else {
      resolver.report.add(
        .brokenText, source.place(at), "This placeholder does not end.", "Close it with }}.")
      at = scalars.count
      return nil
    }
    at = end + 2
    return placeholder(source.part(start..<end), scope)
  }

  private mutating func placeholder(_ source: TextSource, _ scope: Scope) -> Inline? {
    let words = source.text
    let trimmed = words.drop { $0 == " " }
    let place = source.place(words.count - trimmed.count)
    let parts = trimmed.split(separator: " ").map(String.init)
    guard let first = parts.first else {
      resolver.report.add(
        .brokenText, place, "This placeholder is empty.", "Name an answer in it.")
      return nil
    }
    let id = parts.dropFirst().joined(separator: " ")
    let after = place.moved(by: first.count + 1)
    switch first {
    case "ref": return .reference(reference(parts.dropFirst().filter { $0 != "or" }, place, scope))
    case "cite":
      if !resolver.symbols.has(.authority, id) {
        resolver.report.add(
          resolver.symbols.unknown(
            .authority, id, hint: .alone, remedy: "Add it to authorities.yaml."), after)
      }
      return .cite(id)
    case "phrase":
      resolver.look(.phrase, id, after)
      return .phrase(id)
    default: return value(parts, place, scope)
    }
  }

  private mutating func reference(
    _ ids: [String], _ place: SourcePosition, _ scope: Scope
  ) -> [String] {
    if scope.isCheck {
      resolver.report.add(
        .brokenText, place, "A reference stands in a document's text only.",
        "Name the section in words, or leave it to `closes`.")
    }
    references.append(Reference(ids: ids, place: place, whereabouts: whereabouts))
    return ids
  }

  /// A value, in the form that is asked for.
  private func value(_ words: [String], _ place: SourcePosition, _ scope: Scope) -> Inline? {
    var parts = words
    var format = Placeholder.Format.plain
    if parts.count >= 3, parts[parts.count - 2] == "as" {
      guard let named = Placeholder.Format(rawValue: parts[parts.count - 1]) else {
        resolver.report.add(
          .unknownWord, place, "“\(parts[parts.count - 1])” is no form of a value.",
          "Write `as words`, `as or` or `as list`.")
        return nil
      }
      format = named
      parts.removeLast(2)
    }
    let name = parts.joined(separator: " ")
    if let source = ownWord(name, scope) {
      return .placeholder(Placeholder(source: source, format: format))
    }
    if let at = parts.firstIndex(of: "or") {
      return withDefault(parts, at, format, place, scope).map { .placeholder($0) }
    }
    return resolver.expression(name, place, scope).map {
      .placeholder(Placeholder(source: .expression($0), format: format))
    }
  }

  /// A word of the row, the report table or the report around, which is no expression.
  private func ownWord(_ name: String, _ scope: Scope) -> Placeholder.Source? {
    let inRow = !scope.tables.isEmpty || !scope.ticks.isEmpty
    if inRow, ["text", "display", "says", "code"].contains(name) { return .row(name) }
    if let column = scope.report.flatMap({ ReportColumn(name, of: $0) }) { return .report(column) }
    if scope.isReport, let fact = ReportFact(rawValue: name) { return .fact(fact) }
    return nil
  }
}
