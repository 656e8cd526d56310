import PackModel

/// The blocks of documents.
extension TextResolver {
  mutating func blocks(_ trees: [BlockTree], _ scope: Scope) -> [TemplateBlock] {
    merged(trees.flatMap { block($0, scope) })
  }

  private mutating func block(_ tree: BlockTree, _ scope: Scope) -> [TemplateBlock] {
    switch tree {
    case .paragraph(let source): return [.paragraph(inlines(source, scope))]
    case .heading(let source, let id): return [.heading(inlines(source, scope), id: id)]
    case .list(let ordered, let items):
      return [
        .list(
          ordered: ordered,
          items: items.map { item in
            TemplateBlock.ListItem(loop: nil, blocks: item.flatMap { block($0, scope) })
          })
      ]
    case .table(let header, let rows):
      return [
        .table(
          header: header?.map { inlines($0, scope) } ?? [],
          rows: rows.map { cells in
            TemplateBlock.TableRow(loop: nil, cells: cells.map { inlines($0, scope) })
          })
      ]
    case .picture(let source, let place): return picture(source, place, scope)
    case .landscape(let inner): return [.landscape(blocks(inner, scope))]
    case .when(let source, let inner):
      guard let condition = resolver.expression(source, scope) else { return [] }
      return whenBlocks(condition, under(condition) { $0.blocks(inner, scope) })
    case .each(let source, let inner, let isLed):
      let (loop, runsIn) = loop(source)
      let blocks = each(loop, inner, scope)
      return runsIn ? runIn(blocks, isLed, source) : blocks
    case .generated(let name, let keys, let place): return generated(name, keys, place)
    }
  }

  private func picture(
    _ source: TextSource, _ place: SourcePosition, _ scope: Scope
  ) -> [TemplateBlock] {
    if scope.isReport, let subject = TemplateBlock.Subject(rawValue: source.text) {
      return [.picture(subject)]
    }
    resolver.report.add(
      .unknownWord, place, "“\(source.text)” is no picture of this document.",
      "In a report write `::: picture matrix` or `::: picture chain`.")
    return []
  }

  private func whenBlocks(_ condition: Expression, _ blocks: [TemplateBlock]) -> [TemplateBlock] {
    // Rows of a table and single list items stay part of what they stand in.
    if blocks.count == 1, case .table(let header, let rows) = blocks[0], header.isEmpty {
      return [
        .table(
          header: [],
          rows: rows.map { row in
            var row = row
            row.condition = row.condition.map { .and([condition, $0]) } ?? condition
            return row
          })
      ]
    }
    if blocks.count == 1, case .list(let ordered, let items) = blocks[0] {
      return [
        .list(
          ordered: ordered,
          items: items.map { item in
            var item = item
            item.condition = item.condition.map { .and([condition, $0]) } ?? condition
            return item
          })
      ]
    }
    return [.when(condition, blocks)]
  }

  /// What stands behind `each`, without its `or run in`.
  private func loop(_ source: TextSource) -> (TextSource, runsIn: Bool) {
    let ending = " or run in"
    guard source.text.hasSuffix(ending) else { return (source, false) }
    return (source.part(0..<(source.scalars.count - ending.count)), true)
  }

  private func runIn(
    _ blocks: [TemplateBlock], _ isLed: Bool, _ source: TextSource
  ) -> [TemplateBlock] {
    guard isLed, blocks.count == 1, case .list(let ordered, var items) = blocks[0],
      items.count == 1, items[0].blocks.count == 1
    else {
      if !blocks.isEmpty {
        resolver.report.add(
          .brokenText, source.place(0), "Only one item that a sentence leads to can run in.",
          "Put a sentence that ends in a colon before it, and one list item into it.")
      }
      return blocks
    }
    items[0].loop?.runsIn = true
    return [.list(ordered: ordered, items: items)]
  }

  /// `::: each TABLE where CONDITION`
  private mutating func each(
    _ source: TextSource, _ inner: [BlockTree], _ scope: Scope
  ) -> [TemplateBlock] {
    let text = source.text
    let name = String(text.prefix { $0 != " " })
    var condition: TextSource?
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    if rest.hasPrefix("where ") {
      let start = text.unicodeScalars.count - rest.unicodeScalars.count + 6
      condition = source.part(start..<source.scalars.count)
    } else if !rest.isEmpty {
      resolver.report.add(
        .brokenText, source.place(name.count + 1), "Here should stand `where` and a condition.",
        "Write `::: each TABLE` or `::: each TABLE where CONDITION`.")
    }
    guard let (range, inside) = scope.walk(name) else {
      resolver.report.add(
        .unknownName, source.place(0), "“\(name)” is no table and no checks.",
        "Name a table, or a question of type checks.")
      return []
    }
    let loop = TemplateBlock.Loop(
      range: range, condition: condition.flatMap { resolver.expression($0, inside) })
    return eachBlocks(loop, blocks(inner, inside))
  }

  private func eachBlocks(
    _ loop: TemplateBlock.Loop, _ blocks: [TemplateBlock]
  ) -> [TemplateBlock] {
    if blocks.count == 1, case .table(let header, let rows) = blocks[0],
      rows.allSatisfy({ $0.loop == nil })
    {
      return [
        .table(
          header: header,
          rows: rows.map { row in
            TemplateBlock.TableRow(loop: loop, condition: row.condition, cells: row.cells)
          })
      ]
    }
    if blocks.count == 1, case .list(let ordered, let items) = blocks[0], items.count == 1,
      items[0].loop == nil
    {
      return [
        .list(
          ordered: ordered,
          items: [
            TemplateBlock.ListItem(
              loop: loop, condition: items[0].condition, blocks: items[0].blocks)
          ])
      ]
    }
    return [.each(loop, blocks)]
  }

  // MARK: What the program writes

  private func generated(
    _ name: String, _ keys: [String: TextSource], _ place: SourcePosition
  ) -> [TemplateBlock] {
    switch name {
    case "contents": return [.contents]
    case "definitions": return [.definitions]
    case "sources": return [.sources]
    case "credits": return [.credits]
    default: return [.signatures(signatures(keys, place))]
    }
  }

  private static let signatureKeys = [
    "parties", "party", "signatory", "title", "second-signatory", "second-title",
  ]

  private func signatures(
    _ keys: [String: TextSource], _ place: SourcePosition
  ) -> [TemplateBlock.SignatureBlock] {
    for (key, source) in keys.sorted(by: { $0.key < $1.key })
    where !Self.signatureKeys.contains(key) {
      let hint = nearest(key, in: Self.signatureKeys).map { "Did you mean `\($0)`? " } ?? ""
      resolver.report.add(
        .unknownKey, source.place(0).moved(by: -key.count - 1), "Signatures have no key `\(key)`.",
        hint + "See FORMAT.md for the keys there are.")
    }
    let parties = (keys["parties"]?.text ?? "").split {
      $0 == " " || $0 == "," || $0 == "[" || $0 == "]"
    }
    let found = parties.compactMap { word -> TemplateBlock.SignatureBlock? in
      guard let group = resolver.question(String(word), place) else { return nil }
      func part(_ key: String) -> Int? {
        keys[key].flatMap { source in
          resolver.question("\(word).\(source.text.filter { $0 != " " })", source.place(0))
        }
      }
      return TemplateBlock.SignatureBlock(
        group: group, party: part("party"), signatory: part("signatory"), title: part("title"),
        secondSignatory: part("second-signatory"), secondTitle: part("second-title"))
    }
    if found.isEmpty {
      resolver.report.add(
        .missingKey, place, "Signatures need their `parties`.",
        "Write `parties: controller processor` on the next line.")
    }
    return found
  }
}

/// Joins lists that follow one another, and rows of tables to the head before them.
private func merged(_ blocks: [TemplateBlock]) -> [TemplateBlock] {
  var found: [TemplateBlock] = []
  for block in blocks {
    switch (found.last, block) {
    case (.list(let ordered, let items)?, .list(let next, let more)) where ordered == next:
      found[found.count - 1] = .list(ordered: ordered, items: items + more)
    case (.table(let header, let rows)?, .table(let next, let more)) where next.isEmpty:
      found[found.count - 1] = .table(header: header, rows: rows + more)
    default: found.append(block)
    }
  }
  return found
}
