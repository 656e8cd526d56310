import PackModel

extension PackText: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    var text = PackText()
    text.clauses = try c(it().clauses)
    text.checks = try c.list(it().checks) { it, c in
      try CheckText(
        finding: c(it().finding), consequence: c(it().consequence), remedy: c(it().remedy),
        look: c(it().look))
    }
    return text
  }
}

extension Inline: Variant {
  enum Tag: UInt8, CaseIterable {
    case text, strong, emphasis, placeholder, reference, cite, phrase
  }
  static let blanks: [Inline] = [
    .text(""), .strong([]), .emphasis([]), .placeholder(Placeholder(source: .row(""))),
    .reference([]), .cite(""), .phrase(""),
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .text(let a): try .text(c.tagged(Tag.text, a))
    case .strong(let a): try .strong(c.tagged(Tag.strong, a))
    case .emphasis(let a): try .emphasis(c.tagged(Tag.emphasis, a))
    case .placeholder(let a): try .placeholder(c.tagged(Tag.placeholder, a))
    case .reference(let a): try .reference(c.tagged(Tag.reference, a))
    case .cite(let a): try .cite(c.tagged(Tag.cite, a))
    case .phrase(let a): try .phrase(c.tagged(Tag.phrase, a))
    }
  }
}

extension Placeholder: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Placeholder(
      source: c(it().source), format: c(it().format),
      otherwise: c.optional(it().otherwise) { it, c in
        try Placeholder.Default(value: c(it().value), norm: c(it().norm), unless: c(it().unless))
      })
  }
}

extension Placeholder.Source: Variant {
  enum Tag: UInt8, CaseIterable { case expression, row, report, fact }
  static let blanks: [Self] = [.expression(.drafted("")), .row(""), .report(.blank), .fact(.asOf)]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .expression(let a): try .expression(c.tagged(Tag.expression, a))
    case .row(let a): try .row(c.tagged(Tag.row, a))
    case .report(let a): try .report(c.tagged(Tag.report, a))
    case .fact(let a): try .fact(c.tagged(Tag.fact, a))
    }
  }
}

extension TemplateBlock: Variant {
  enum Tag: UInt8, CaseIterable {
    case paragraph, heading, list, table, when, each, contents, definitions, sources, credits
    case signatures, landscape, picture
  }
  static let blanks: [TemplateBlock] = [
    .paragraph([]), .heading([], id: ""), .list(ordered: false, items: []),
    .table(header: [], rows: []), .when(.drafted(""), []),
    .each(Loop(range: .rows(0), condition: nil), []), .contents, .definitions, .sources, .credits,
    .signatures([]), .landscape([]), .picture(.matrix),
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .paragraph(let a): try .paragraph(c.tagged(Tag.paragraph, a))
    case .heading(let a, let id): try .heading(c.tagged(Tag.heading, a), id: c(id))
    case .list(let a, let items): try .list(ordered: c.tagged(Tag.list, a), items: c(items))
    case .table(let a, let rows): try .table(header: c.tagged(Tag.table, a), rows: c(rows))
    case .when(let a, let inner): try .when(c.tagged(Tag.when, a), c(inner))
    case .each(let a, let inner): try .each(c.tagged(Tag.each, a), c(inner))
    case .contents: c.tagged(.contents, alone: it)
    case .definitions: c.tagged(.definitions, alone: it)
    case .sources: c.tagged(.sources, alone: it)
    case .credits: c.tagged(.credits, alone: it)
    case .signatures(let a): try .signatures(c.tagged(Tag.signatures, a))
    case .landscape(let a): try .landscape(c.tagged(Tag.landscape, a))
    case .picture(let a): try .picture(c.tagged(Tag.picture, a))
    }
  }
}

extension TemplateBlock.Loop: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(range: c(it().range), condition: c(it().condition), runsIn: c(it().runsIn))
  }
}

extension TemplateBlock.ListItem: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(loop: c(it().loop), condition: c(it().condition), blocks: c(it().blocks))
  }
}

extension TemplateBlock.TableRow: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(loop: c(it().loop), condition: c(it().condition), cells: c(it().cells))
  }
}

extension TemplateBlock.SignatureBlock: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Self(
      group: c.index(it().group, of: .questions), party: c.index(it().party, ofAny: .questions),
      signatory: c.index(it().signatory, ofAny: .questions),
      title: c.index(it().title, ofAny: .questions),
      secondSignatory: c.index(it().secondSignatory, ofAny: .questions),
      secondTitle: c.index(it().secondTitle, ofAny: .questions))
  }
}
