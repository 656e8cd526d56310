import Documents
import Findings
import Interview
import PackModel

/// Turns one document of the pack into a `Document`.
struct Drafter {
  let evaluation: Evaluation
  let findings: FindingsResult
  let settings: DraftSettings
  let reader: Reader
  let document: Int
  var pack: Pack { evaluation.pack }
  var numbering: Numbering?
  private(set) var facts: ReportFacts?
  var pictures: [TemplateBlock.Subject: Picture] = [:]
  /// Whether the document is the report, which is read and not signed.
  private(set) var isReport: Bool
  /// Whether the document is signed, not only read.
  var isSigned: Bool { pack.documents[document].isSigned }
  /// Whether the words are spoken on the screen or in a report, and are no text of the document.
  var isSpoken = false
  /// Whether what is drafted goes into another's paper, where our numbers mean nothing.
  var isInsertion = false
  /// By clause, the provision of the amendment that holds it.
  var provisions: [Int: Provision] = [:]
  /// What is drafted for another's paper is drafted from; nil: the evaluation itself.
  var insertable: Evaluation?

  init(
    _ document: Int, _ evaluation: Evaluation, _ findings: FindingsResult,
    _ settings: DraftSettings, reports: [ReportTable: [ReportRow]] = [:],
    facts: ReportFacts? = nil
  ) {
    self.document = document
    self.evaluation = evaluation
    self.findings = findings
    self.settings = settings
    self.facts = facts
    isReport = evaluation.pack.documents[document].role == .report
    reader = evaluation.reader(Context(asOf: findings.asOf, reports: reports))
  }

  mutating func number() {
    numbering = Numbering(document, self)
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
    if isFinal { cover = [] }
    let finished = finish(blocks)
    let title = text(template.title, Whereabouts())
    var seen: Set<Blank> = []
    var blanks: [Blank] = []
    for blank in title.compactMap(\.blank) + finished.flatMap(\.blanks)
    where seen.insert(blank).inserted {
      blanks.append(blank)
    }
    return Document(
      id: template.id, title: title, language: settings.language.tag, paper: settings.paper,
      standing: isSigned ? settings.standing : .report,
      cover: cover,
      blocks: finished, blanks: blanks)
  }

  // MARK: Sections and clauses

  private func section(_ index: Int, _ section: Section) -> [Block] {
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
          runs: text(section.title, Whereabouts())))
    ]
    guard evaluation.sections[document][index] == .yes else {
      let waits = section.when.map { reader.waits(for: $0) } ?? []
      blocks.append(
        .paragraph(
          Paragraph(
            number: nil, anchor: nil, style: .body,
            runs: [blank(waits, open: true, Whereabouts())])))
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
            runs: [blank(waits, open: true, whereabouts)]))
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

  /// Where a piece of text stands.
  struct Whereabouts {
    var clause: String?
    var scope = Scope()
    /// In a table's cell what does not apply is left empty; in a sentence it would leave a hole.
    var inCell = false

    func inside(_ scope: Scope) -> Whereabouts {
      var inner = self
      inner.scope = scope
      return inner
    }

    var provenance: Provenance { Provenance(clause: clause) }
  }
}

extension Run {
  /// The blank that it prints, where it prints one.
  package var blank: Blank? {
    if case .blank(let blank) = kind { return blank }
    return nil
  }
}
