import PackModel

/// A block of a document's file before its names are resolved.
indirect enum RawBlock {
  case paragraph(TextSource)
  case heading(TextSource, id: String)
  case list(ordered: Bool, [[RawBlock]])
  case table(header: [TextSource]?, [[TextSource]])
  /// `isLed`: a sentence that ends in a colon stands right before it.
  case each(TextSource, [RawBlock], isLed: Bool)
  case when(TextSource, [RawBlock])
  case landscape([RawBlock])
  case picture(TemplateBlock.Subject)
  case generated(String, [String: TextSource], Place)

  /// Whether it is a sentence that goes on in what follows.
  var leads: Bool {
    if case .paragraph(let source) = self { return source.text.hasSuffix(":") }
    return false
  }

  func build(
    _ compilation: Compilation, _ names: Names, _ whereabouts: Compilation.Whereabouts
  ) -> [TemplateBlock] {
    switch self {
    case .paragraph(let source):
      return [.paragraph(compilation.inlines(source, names, whereabouts))]
    case .heading(let source, let id):
      return [.heading(compilation.inlines(source, names, whereabouts), id: id)]
    case .list(let ordered, let items):
      return [
        .list(
          ordered: ordered,
          items: items.map { item in
            TemplateBlock.ListItem(
              loop: nil, blocks: item.flatMap { $0.build(compilation, names, whereabouts) })
          })
      ]
    case .table(let header, let rows):
      return [
        .table(
          header: header?.map { compilation.inlines($0, names, whereabouts) } ?? [],
          rows: rows.map { cells in
            TemplateBlock.TableRow(
              loop: nil, cells: cells.map { compilation.inlines($0, names, whereabouts) })
          })
      ]
    case .picture(let subject): return [.picture(subject)]
    case .landscape(let inner):
      return [.landscape(merged(inner.flatMap { $0.build(compilation, names, whereabouts) }))]
    case .when(let source, let inner):
      guard let condition = compilation.condition(source.text, source.place(0), names) else {
        return []
      }
      var whereabouts = whereabouts
      whereabouts.conditions.append(condition)
      return whenBlocks(
        condition, merged(inner.flatMap { $0.build(compilation, names, whereabouts) }))
    case .each(let source, let inner, let isLed):
      let (loop, runsIn) = loop(source)
      let blocks = each(loop, inner, compilation, names, whereabouts)
      guard runsIn else { return blocks }
      return runIn(blocks, isLed, source, compilation)
    case .generated(let name, let keys, let place):
      return generated(name, keys, place, compilation)
    }
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
    _ blocks: [TemplateBlock], _ isLed: Bool, _ source: TextSource, _ compilation: Compilation
  ) -> [TemplateBlock] {
    guard isLed, blocks.count == 1, case .list(let ordered, var items) = blocks[0],
      items.count == 1, items[0].blocks.count == 1
    else {
      if !blocks.isEmpty {
        compilation.report.add(
          .brokenText, source.place(0), "Only one item that a sentence leads to can run in.",
          "Put a sentence that ends in a colon before it, and one list item into it.")
      }
      return blocks
    }
    items[0].loop?.runsIn = true
    return [.list(ordered: ordered, items: items)]
  }

  private func each(
    _ source: TextSource, _ inner: [RawBlock], _ compilation: Compilation, _ names: Names,
    _ whereabouts: Compilation.Whereabouts
  ) -> [TemplateBlock] {
    let text = source.text
    let name = String(text.prefix { $0 != " " })
    var condition: TextSource?
    let rest = text.dropFirst(name.count).drop { $0 == " " }
    if rest.hasPrefix("where ") {
      let start = text.unicodeScalars.count - rest.unicodeScalars.count + 6
      condition = source.part(start..<source.scalars.count)
    } else if !rest.isEmpty {
      compilation.report.add(
        .brokenText, source.place(name.count + 1), "Here should stand `where` and a condition.",
        "Write `::: each TABLE` or `::: each TABLE where CONDITION`.")
    }
    var inside = names
    let range: Expression.Range
    if names.isReport, let table = ReportTable(rawValue: name) {
      range = .report(table)
      inside.report = table
    } else {
      switch compilation.lookup(name.split(separator: ".").map(String.init), names)?.kind {
      case .table(let table):
        range = .rows(table)
        inside.tables.append(table)
      case .ticks(_, let question, _):
        range = .ticks(question)
        inside.ticks.append(question)
      default:
        compilation.report.add(
          .unknownName, source.place(0), "“\(name)” is no table and no checks.",
          "Name a table, or a question of type checks.")
        return []
      }
    }
    let loop = TemplateBlock.Loop(
      range: range,
      condition: condition.flatMap { compilation.condition($0.text, $0.place(0), inside) })
    let blocks = merged(inner.flatMap { $0.build(compilation, inside, whereabouts) })
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

  private func generated(
    _ name: String, _ keys: [String: TextSource], _ place: Place, _ compilation: Compilation
  ) -> [TemplateBlock] {
    switch name {
    case "contents": return [.contents]
    case "definitions": return [.definitions]
    case "sources": return [.sources]
    case "credits": return [.credits]
    default:
      let parties = (keys["parties"]?.text ?? "").split {
        $0 == " " || $0 == "," || $0 == "[" || $0 == "]"
      }
      let groups = parties.compactMap { word -> TemplateBlock.SignatureBlock? in
        guard let number = compilation.questionNumbers[String(word)] else {
          compilation.unknownName(String(word), place)
          return nil
        }
        func part(_ key: String) -> Int? {
          guard let source = keys[key] else { return nil }
          let name = "\(word).\(source.text.filter { $0 != " " })"
          if let number = compilation.questionNumbers[name] { return number }
          compilation.unknownName(name, source.place(0))
          return nil
        }
        return TemplateBlock.SignatureBlock(
          group: number, party: part("party"), signatory: part("signatory"), title: part("title"))
      }
      if groups.isEmpty {
        compilation.report.add(
          .missingKey, place, "Signatures need their `parties`.",
          "Write `parties: controller processor` on the next line.")
      }
      return [.signatures(groups)]
    }
  }
}

/// Joins lists that follow one another, and rows of tables to the head before them.
func merged(_ blocks: [TemplateBlock]) -> [TemplateBlock] {
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
