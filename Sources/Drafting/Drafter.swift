import Documents
import Interview
import PackModel

/// Turns one document of the pack into a `Document`.
struct Drafter {
  /// What fills the sentences.
  var runs: RunDrafter
  var pictures: [TemplateBlock.Subject: Picture] = [:]
  /// What is drafted for another's paper is drafted from; nil: the evaluation itself.
  var insertable: Evaluation?
  /// Against which ages count.
  let asOf: CalendarDate
  var evaluation: Evaluation { runs.evaluation }
  var settings: DraftSettings { runs.settings }
  var evaluator: ExpressionEvaluator { runs.evaluator }
  var document: Int { runs.document }
  var pack: Pack { runs.pack }
  var isSigned: Bool { runs.isSigned }
  var numbering: Numbering? { runs.numbering }
  var emptiness: Emptiness { Emptiness(evaluator, pictures: pictures) }

  init(
    _ document: Int, _ evaluation: Evaluation, _ asOf: CalendarDate, _ settings: DraftSettings,
    reports: [ReportTable: [ReportRow]] = [:], facts: ReportFacts? = nil
  ) {
    self.asOf = asOf
    runs = RunDrafter(document, evaluation, asOf, settings, reports: reports, facts: facts)
  }

  mutating func number() {
    runs.numbering = Numbering(
      document, evaluation, emptiness, isLong: settings.isLong)
  }

  func draft() -> Document {
    let template = pack.documents[document]
    var cover: [Block] = []
    var blocks: [Block] = []
    for (index, section) in template.sections.enumerated() {
      guard let numbering, numbering.sections[index].prints else { continue }
      let drafted = self.section(index, section)
      if section.style == .cover { cover += drafted } else { blocks += drafted }
    }
    // The cover sheet goes with a draft, not with what is signed.
    let isFinal = template.role == .contract && settings.standing == .final
    let finishing = Finishing(runs)
    cover = isFinal ? [] : finishing.finish(cover)
    let finished = finishing.finish(blocks)
    let title = runs.text(template.title, Whereabouts())
    var seen: Set<Blank> = []
    var blanks: [Blank] = []
    for blank in title.compactMap(\.blank) + finished.flatMap(\.runs).compactMap(\.blank)
    where seen.insert(blank).inserted {
      blanks.append(blank)
    }
    return Document(
      id: template.id, title: title, language: settings.language.tag, paper: settings.paper,
      standing: isSigned ? settings.standing : .report,
      cover: cover,
      blocks: finished, blanks: blanks)
  }

  /// The section in which a number stands, alone; nil where none has it, or it is made of the rest of
  /// the document.
  func draftSection(at place: String) -> Document? {
    guard let numbering else { return nil }
    let template = pack.documents[document]
    guard
      let index = template.sections.indices.first(where: { numbering.holds(place, section: $0) })
    else { return nil }
    let blocks = section(index, template.sections[index])
    guard !blocks.contains(where: \.isMadeOfTheRest) else { return nil }
    return Document(
      id: template.id, title: [], language: settings.language.tag, paper: settings.paper,
      standing: settings.standing, cover: [], blocks: blocks, blanks: [])
  }

  // MARK: Sections and clauses

  func section(_ index: Int, _ section: Section) -> [Block] {
    guard let numbering else { return [] }
    let number = numbering.sections[index].number
    let style: Heading.Numbering =
      switch section.style {
      case .numbered: .section
      case .annex: .annex
      case .plain, .cover: .none
      }
    var blocks: [Block] = [
      .heading(
        Heading(
          level: 1, numbering: style, number: number.isEmpty ? nil : number, anchor: section.id,
          runs: runs.text(section.title, Whereabouts())))
    ]
    guard evaluation.sections[document][index] == .yes else {
      let waits = section.when.map { evaluator.waits(for: $0) } ?? []
      blocks.append(
        .paragraph(
          Paragraph(
            number: nil, anchor: nil, style: .body,
            runs: [runs.blank(waits, open: true, Whereabouts())])))
      return blocks
    }
    for part in section.parts {
      switch part {
      case .blocks(let templates):
        blocks += self.blocks(templates, Whereabouts())
      case .clause(let number):
        if numbering.printed.contains(number) { blocks += clause(number) }
      }
    }
    return blocks.enumerated().filter { !isBare($0.element, before: $0.offset, in: blocks) }
      .map(\.element)
  }

  /// A heading within a section under which nothing is left.
  private func isBare(_ block: Block, before place: Int, in blocks: [Block]) -> Bool {
    guard case .heading(let heading) = block, heading.level > 1 else { return false }
    guard place + 1 < blocks.count else { return true }
    if case .heading = blocks[place + 1] { return true }
    return false
  }

  private func clause(_ number: Int) -> [Block] {
    let clause = pack.clauses[number]
    var whereabouts = Whereabouts()
    whereabouts.clause = clause.id
    let label = numbering?.clauses[number]
    if case .open(let waits) = evaluation.decisions[number] {
      return [
        .paragraph(
          Paragraph(
            number: label, anchor: clause.id, style: label == nil ? .body : .clause,
            runs: [runs.blank(waits, open: true, whereabouts)]))
      ]
    }
    var blocks = self.blocks(clause.blocks, whereabouts)
    guard let label else {
      if case .paragraph(var first)? = blocks.first {
        first.anchor = clause.id
        blocks[0] = .paragraph(first)
      }
      return blocks
    }
    if case .paragraph(var first)? = blocks.first {
      first.number = label
      first.anchor = clause.id
      first.style = .clause
      blocks[0] = .paragraph(first)
    } else {
      blocks.insert(
        .paragraph(Paragraph(number: label, anchor: clause.id, style: .clause, runs: [])), at: 0)
    }
    return blocks.enumerated().map { at, block in
      guard at > 0, case .paragraph(var paragraph) = block else { return block }
      paragraph.style = .continued
      return .paragraph(paragraph)
    }
  }
}
