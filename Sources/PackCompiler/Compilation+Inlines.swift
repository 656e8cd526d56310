import PackModel

/// Text with strong, emphasis and placeholders.
extension Compilation {
  func inlines(_ words: String, _ place: Place, _ names: Names) -> [Inline] {
    inlines(TextSource(words, place), names, Whereabouts())
  }

  /// What a text stands in, for its references.
  struct Whereabouts {
    var document: Int?
    var clause: Int?
    var conditions: [Expression] = []
  }

  func inlines(_ source: TextSource, _ names: Names, _ whereabouts: Whereabouts) -> [Inline] {
    var at = 0
    return inlines(source, &at, until: nil, depth: 0, names, whereabouts)
  }

  private func inlines(
    _ source: TextSource, _ at: inout Int, until mark: String?, depth: Int, _ names: Names,
    _ whereabouts: Whereabouts
  ) -> [Inline] {
    let scalars = source.scalars
    var found: [Inline] = []
    var text = String.UnicodeScalarView()
    func flush() {
      if !text.isEmpty { found.append(.text(String(text))) }
      text = String.UnicodeScalarView()
    }
    func begins(_ word: String) -> Bool { scalars[at...].starts(with: word.unicodeScalars) }
    while at < scalars.count {
      guard "{\\*`<]!".unicodeScalars.contains(scalars[at]) else {
        text.append(scalars[at])
        at += 1
        continue
      }
      if let mark, begins(mark), !(mark == "*" && begins("**")) {
        flush()
        at += mark.unicodeScalars.count
        return found
      }
      if begins("{{") {
        flush()
        let start = at + 2
        var end = start
        while end + 1 < scalars.count, !(scalars[end] == "}" && scalars[end + 1] == "}") {
          end += 1
        }
        guard end + 1 < scalars.count else {
          report.add(
            .brokenText, source.place(at), "This placeholder does not end.", "Close it with }}.")
          at = scalars.count
          break
        }
        if let inline = placeholder(source.part(start..<end), names, whereabouts) {
          found.append(inline)
        }
        at = end + 2
      } else if begins("\\"), at + 1 < scalars.count {
        text.append(scalars[at + 1])
        at += 2
      } else if begins("**") || begins("*") {
        let sign = begins("**") ? "**" : "*"
        flush()
        let start = at
        at += sign.count
        let before = report.diagnostics.count
        guard depth < Bounds.textDepth else {
          report.add(
            .tooLarge, source.place(start), "Emphasis nests too deeply.", "Close it first.")
          at = scalars.count
          break
        }
        let inner = inlines(source, &at, until: sign, depth: depth + 1, names, whereabouts)
        if at >= scalars.count, !ends(source, sign), report.diagnostics.count == before {
          report.add(
            .brokenText, source.place(start), "This \(sign) does not end.",
            "Close it with \(sign), or write \\* for a star.")
        }
        found.append(sign == "**" ? .strong(inner) : .emphasis(inner))
      } else {
        refuseMarkup(source, at)
        text.append(scalars[at])
        at += 1
      }
    }
    flush()
    return found
  }

  private func ends(_ source: TextSource, _ sign: String) -> Bool {
    Array(source.scalars.suffix(sign.unicodeScalars.count)) == Array(sign.unicodeScalars)
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
      report.add(
        .brokenText, source.place(at), "\(what) has no place in a document's text.",
        "Write it in plain words, or put \\ before the sign.")
    }
  }

  private func placeholder(
    _ source: TextSource, _ names: Names, _ whereabouts: Whereabouts
  ) -> Inline? {
    let words = source.text
    let trimmed = words.drop { $0 == " " }
    let skipped = words.count - trimmed.count
    let place = source.place(skipped)
    var parts = trimmed.split(separator: " ").map(String.init)
    func rest(_ count: Int) -> (String, Place) {
      (
        parts.dropFirst(count).joined(separator: " "),
        place.moved(by: (parts.first?.count ?? 0) + 1)
      )
    }
    switch parts.first {
    case nil:
      report.add(.brokenText, place, "This placeholder is empty.", "Name an answer in it.")
      return nil
    case "ref":
      let ids = parts.dropFirst().filter { $0 != "or" }
      if names.isCheck {
        report.add(
          .brokenText, place, "A reference stands in a document's text only.",
          "Name the section in words, or leave it to `closes`.")
      }
      references.append(
        Reference(
          document: whereabouts.document ?? -1, ids: ids, place: place, clause: whereabouts.clause,
          conditions: whereabouts.conditions))
      return .reference(ids)
    case "cite":
      let id = rest(1).0
      if !authorityIDs.contains(id) {
        report.add(
          .unknownAuthority, rest(1).1, "There is no authority “\(id)”.",
          nearest(id, in: authorityIDs).map { "Did you mean \($0)?" }
            ?? "Add it to authorities.yaml.")
      }
      return .cite(id)
    case "phrase":
      let id = rest(1).0
      if !phraseIDs.contains(id) {
        report.add(
          .unknownPhrase, rest(1).1, "There is no phrase “\(id)”.",
          nearest(id, in: phraseIDs).map { "Did you mean \($0)?" } ?? "Add it to phrases.yaml.")
      }
      return .phrase(id)
    default: break
    }
    var format = Placeholder.Format.plain
    if parts.count >= 3, parts[parts.count - 2] == "as" {
      guard let named = Placeholder.Format(rawValue: parts[parts.count - 1]) else {
        report.add(
          .unknownWord, place, "“\(parts[parts.count - 1])” is no form of a value.",
          "Write `as words`, `as or` or `as list`.")
        return nil
      }
      format = named
      parts.removeLast(2)
    }
    let name = parts.joined(separator: " ")
    let inRow = !names.tables.isEmpty || !names.ticks.isEmpty
    if inRow, ["text", "display", "says", "code"].contains(name) {
      return .placeholder(Placeholder(source: .row(name), format: format))
    }
    if let column = names.report.flatMap({ ReportColumn(name, of: $0) }) {
      return .placeholder(Placeholder(source: .report(column), format: format))
    }
    if names.isReport, let fact = ReportFact(rawValue: name) {
      return .placeholder(Placeholder(source: .fact(fact), format: format))
    }
    if let at = parts.firstIndex(of: "or") {
      return withDefault(parts, at, format, place, names).map { .placeholder($0) }
    }
    guard let expression = value(name, place, names) else { return nil }
    return .placeholder(Placeholder(source: .expression(expression), format: format))
  }
}
