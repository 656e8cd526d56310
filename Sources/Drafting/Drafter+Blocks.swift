import Documents
import Interview
import PackModel
import PlainText

extension Drafter {
  func blocks(_ templates: [TemplateBlock], _ whereabouts: Whereabouts) -> [Block] {
    var found: [Block] = []
    for (at, template) in templates.enumerated() {
      // A sentence that leads to what is not there goes with it: to all that follows it up to the
      // next sentence.
      if case .paragraph(let inlines) = template, inlines.leads, at + 1 < templates.count {
        let led = self.led(by: at, templates)
        if !led.isEmpty, led.allSatisfy({ emptiness.isEmpty([$0], whereabouts.scope) }) { continue }
      }
      let drafted = block(template, whereabouts)
      // Alternatives that wait for the same are one blank.
      if let blank = drafted.first?.soleBlank, drafted.count == 1, found.last?.soleBlank == blank {
        continue
      }
      // A list that continues a sentence ends its items as one.
      if at > 0, case .paragraph(let inlines) = templates[at - 1], inlines.leads {
        let ended = drafted.map { block in
          guard case .list(let list) = block else { return block }
          return Block.list(ListEndings.set(list))
        }
        if runsIn(template, whereabouts.scope), let sentence = found.popLast() {
          found += runIn(sentence, ended)
        } else {
          found += ended
        }
      } else {
        found += drafted
      }
    }
    return found
  }

  /// What the sentence at a place leads to: a list that may run into it, or all up to the next
  /// sentence.
  private func led(by at: Int, _ templates: [TemplateBlock]) -> ArraySlice<TemplateBlock> {
    if case .list(_, let items) = templates[at + 1],
      items.contains(where: { $0.loop?.runsIn == true })
    {
      return templates[(at + 1)...(at + 1)]
    }
    return templates[(at + 1)...].prefix { template in
      if case .paragraph = template { return false }
      return true
    }
  }

  /// Whether a list has one row, and that belongs into the sentence before it.
  private func runsIn(_ template: TemplateBlock, _ scope: Scope) -> Bool {
    guard case .list(_, let items) = template, items.count == 1, let loop = items[0].loop,
      loop.runsIn, let rows = evaluator.rows(of: loop, scope)
    else { return false }
    return rows.count == 1 && rows[0].truth == .yes
  }

  /// The sentence with the one item of the list in the place of its colon.
  private func runIn(_ sentence: Block, _ lists: [Block]) -> [Block] {
    guard case .paragraph(var paragraph) = sentence, lists.count == 1,
      case .list(let list) = lists[0], list.items.count == 1,
      case .paragraph(let item)? = list.items[0].blocks.first,
      let last = paragraph.runs.indices.last, paragraph.runs[last].text.hasSuffix(":")
    else { return [sentence] + lists }
    paragraph.runs[last].text.removeLast()
    paragraph.runs[last].text += " "
    paragraph.runs += item.runs
    return [.paragraph(paragraph)]
  }

  private func block(_ template: TemplateBlock, _ whereabouts: Whereabouts) -> [Block] {
    switch template {
    case .paragraph(let inlines): return paragraphs(inlines, whereabouts)
    case .heading(let inlines, let id):
      return [
        .heading(
          Heading(
            level: 2, numbering: .none, number: nil, anchor: id,
            runs: runs.text(inlines, whereabouts)))
      ]
    case .list(let ordered, let items): return list(ordered, items, whereabouts)
    case .table(let header, let rows): return table(header, rows, whereabouts)
    case .when(let condition, let inner):
      switch evaluator.truth(condition, whereabouts.scope) {
      case .yes: return blocks(inner, whereabouts)
      case .no: return []
      case .unknown:
        let waits = evaluator.waits(for: condition, whereabouts.scope)
        return [body([runs.blank(waits, open: true, whereabouts)])]
      }
    case .each(let loop, let inner):
      guard let rows = evaluator.rows(of: loop, whereabouts.scope) else {
        return [body([runs.blank(of: loop, whereabouts)])]
      }
      return rows.flatMap { row in
        marked(blocks(inner, whereabouts.inside(row.scope)), row.scope.report)
      }
    case .landscape(let inner):
      let drafted = blocks(inner, whereabouts)
      // What is signed is changed and compared, and its lists grow: there no page turns with a row.
      if !isSigned, UprightPage.holds(drafted) { return drafted }
      return drafted.isEmpty ? [] : [.landscape(drafted)]
    case .signatures(let parties): return [.signatures(parties.map { signature($0, whereabouts) })]
    case .contents: return [.contents([])]
    case .picture(let subject): return pictures[subject].map { [.picture($0)] } ?? []
    // Filled when the rest is known; see `finish`.
    case .definitions: return [.table(Table(awaiting: .definitions))]
    case .sources: return [.table(Table(awaiting: .sources))]
    case .credits: return credits().map { [$0] } ?? []
    }
  }

  /// The text of one finding, told where it begins.
  private func marked(_ blocks: [Block], _ row: ReportRow?) -> [Block] {
    guard let row, case .paragraph(var first)? = blocks.first,
      case .some(.value(.choice(.code(let grade)))) = row[FindingColumn.severity],
      case .some(.value(.text(let owner))) = row[FindingColumn.owner]
    else { return blocks }
    first.finding = FindingMark(grade: grade, owner: owner)
    return [.paragraph(first)] + blocks.dropFirst()
  }

  func body(_ runs: [Run]) -> Block {
    .paragraph(Paragraph(number: nil, anchor: nil, style: .body, runs: runs))
  }

  /// One paragraph; where a text of several lines stands alone in it, one for every line.
  private func paragraphs(_ inlines: [Inline], _ whereabouts: Whereabouts) -> [Block] {
    if inlines.count == 1, case .placeholder(let placeholder) = inlines[0],
      case .report(let column) = placeholder.source,
      case .clauses(let clauses)? = whereabouts.scope.report?[column]
    {
      let provisions = numberedProvisions
      return clauses.flatMap { insertion(of: $0, provisions: provisions) }
    }
    if inlines.count == 1, case .placeholder(let placeholder) = inlines[0],
      case .expression(let expression) = placeholder.source,
      case .value(.text(let text)) = evaluator.reading(expression, whereabouts.scope)
    {
      let lines = text.split(whereSeparator: \.isNewline).map { String($0.trimmed) }
        .filter { !$0.isEmpty }
      let provenance = runs.provenance(of: expression, whereabouts)
      if !lines.isEmpty, placeholder.format == .list {
        return [
          .list(
            List(
              ordered: false,
              items: lines.map {
                List.Item(marker: "•", blocks: [body([Run($0, provenance: provenance)])])
              }))
        ]
      }
      if lines.count > 1 { return lines.map { body([Run($0, provenance: provenance)]) } }
    }
    let words = runs.text(inlines, whereabouts)
    return words.isEmpty ? [] : [body(words)]
  }

  private func list(
    _ ordered: Bool, _ items: [TemplateBlock.ListItem], _ whereabouts: Whereabouts
  ) -> [Block] {
    var found: [[Block]] = []
    for item in items {
      guard let loop = item.loop else {
        switch item.condition.map({ evaluator.truth($0, whereabouts.scope) }) ?? .yes {
        case .no: continue
        case .yes: found.append(blocks(item.blocks, whereabouts))
        case .unknown:
          let waits = item.condition.map { evaluator.waits(for: $0, whereabouts.scope) } ?? []
          found.append([body([runs.blank(waits, open: true, whereabouts)])])
        }
        continue
      }
      guard let rows = evaluator.rows(of: loop, whereabouts.scope) else {
        found.append([body([runs.blank(of: loop, whereabouts)])])
        continue
      }
      for row in rows where (item.condition.map { evaluator.truth($0, row.scope) } ?? .yes) != .no {
        found.append(blocks(item.blocks, whereabouts.inside(row.scope)))
      }
    }
    found = found.filter { !$0.isEmpty }
    guard !found.isEmpty else { return [] }
    return [
      .list(
        List(
          ordered: ordered,
          items: found.enumerated().map {
            List.Item(marker: ordered ? Numbering.marker($0.offset) : "•", blocks: $0.element)
          }))
    ]
  }

  /// By clause, the number of the provision that holds it, as the report counts them.
  private var numberedProvisions: [Int: Provision] {
    var found: [Int: Provision] = [:]
    for row in evaluator.context.reports[.insertions] ?? [] {
      guard case .value(.number(let number))? = row[InsertionColumn.number],
        case .clauses(let clauses)? = row[InsertionColumn.text]
      else { continue }
      let held = clauses.compactMap(pack.clause)
      for (at, clause) in held.enumerated() {
        found[clause] = Provision(number: number, part: held.count == 1 ? nil : at + 1)
      }
    }
    return found
  }

  private func table(
    _ header: [[Inline]], _ rows: [TemplateBlock.TableRow], _ whereabouts: Whereabouts
  ) -> [Block] {
    let outside = whereabouts
    var whereabouts = whereabouts
    whereabouts.inCell = true
    var found: [[[Run]]] = []
    func add(_ row: TemplateBlock.TableRow, _ inner: Whereabouts) {
      // A cell that has nothing to say says so.
      found.append(
        row.cells.map { cell in
          var place = inner
          place.inCell = !cell.contains(where: \.isWords)
          let words = runs.text(cell, place)
          return words.isEmpty && !cell.isEmpty ? [Run("–")] : words
        })
    }
    var blanks: [Run] = []
    func addBlank(_ row: TemplateBlock.TableRow, _ run: Run) {
      found.append(row.cells.indices.map { $0 == 0 ? [run] : [Run("–")] })
      blanks.append(run)
    }
    for row in rows {
      guard let loop = row.loop else {
        switch row.condition.map({ evaluator.truth($0, whereabouts.scope) }) ?? .yes {
        case .no: continue
        case .yes: add(row, whereabouts)
        case .unknown:
          let waits = row.condition.map { evaluator.waits(for: $0, whereabouts.scope) } ?? []
          addBlank(row, runs.blank(waits, open: true, outside))
        }
        continue
      }
      guard let entries = evaluator.rows(of: loop, whereabouts.scope) else {
        addBlank(row, runs.blank(of: loop, outside))
        continue
      }
      for entry in entries
      where (row.condition.map { evaluator.truth($0, entry.scope) } ?? .yes) != .no {
        add(row, whereabouts.inside(entry.scope))
      }
    }
    // Of a table that nobody has filled in nothing but its blanks is known.
    if blanks.count == found.count { return blanks.map { body([$0]) } }
    return [.table(Table(header: header.map { runs.text($0, whereabouts) }, rows: found))]
  }

  private func signature(
    _ block: TemplateBlock.SignatureBlock, _ whereabouts: Whereabouts
  ) -> Signature {
    func filled(_ question: Int?) -> [Run] {
      guard let question else { return [] }
      let expression = Expression.member(.question(question))
      guard case .value = evaluator.reading(expression) else {
        // A name that nobody gave yet is written by hand.
        return []
      }
      return runs.value(Placeholder(source: .expression(expression)), whereabouts)
    }
    let party = block.party.map {
      runs.value(Placeholder(source: .expression(.member(.question($0)))), whereabouts)
    }
    func place(_ signatory: Int?, _ title: Int?, isNext: Bool = false) -> [Signature.Line] {
      [
        Signature.Line(label: "Name", runs: filled(signatory), startsPerson: isNext),
        Signature.Line(label: "Title", runs: filled(title)),
        Signature.Line(label: "Signature", runs: []),
        Signature.Line(label: "Date", runs: []),
      ]
    }
    var lines = place(block.signatory, block.title)
    if let second = block.secondSignatory, isAsked(second) {
      lines += place(second, block.secondTitle, isNext: true)
    }
    return Signature(party: party ?? [Run(pack.questions[block.group].shortText)], lines: lines)
  }

  /// Whether a place is left for what the question asks, answered or not.
  private func isAsked(_ question: Int) -> Bool {
    switch evaluation.state(question) {
    case .answered, .open, .unknown, .parked, .conflict: true
    case .notApplicable, .notAsked, .notYet: false
    }
  }
}

extension Inline {
  /// Words of a sentence, not the comma between two values.
  fileprivate var isWords: Bool {
    switch self {
    case .text(let text): text.contains { $0.isLetter }
    case .strong(let inner), .emphasis(let inner): inner.contains(where: \.isWords)
    case .placeholder, .reference, .cite, .phrase: false
    }
  }
}
