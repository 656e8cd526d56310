import Canvas
import Documents
import Interview
import PackModel

/// The draft beside the question: the section that the question writes, its words marked.
struct Preview {
  private(set) var strips: [StyledLine] = []
  /// The first row that the question writes; nil where it writes none.
  private(set) var target: Int?
  private let width: Int
  private let linkId: String
  private let row: String?
  private let clauses: Set<String>

  init(_ file: OpenMatter, slot: Slot, width: Int) {
    self.width = width
    let question = file.pack.questions[slot.question]
    linkId = question.linkId
    row = slot.row
    clauses = file.pack.clausesDecided(by: slot.question)
    guard let document = file.document else {
      strips = StyledLine.wrapped("The draft cannot be shown yet.", width: width, style: .dim)
      return
    }
    var exact: Int?
    var near: Int?
    let sections = document.blocks.sections
    // A table that sums up other places shows where nothing else does.
    let order =
      sections.indices.filter { !sections[$0].sumsUp }
      + sections.indices.filter { sections[$0].sumsUp }
    let wanted =
      order.first { sections[$0].contains { hit($0) == .exact } }
      ?? order.first { sections[$0].contains { hit($0) == .near } } ?? 0
    strips = StyledLine.wrapped(BlankCount(document, file).words, width: width, style: .dim)
    guard sections.indices.contains(wanted) else { return }
    if !sections.contains(where: { $0.contains { hit($0) != nil } }) {
      strips += StyledLine.wrapped(
        "This question writes no words of its own.", width: width, style: .dim)
    }
    strips.append(StyledLine())
    for block in sections[wanted] {
      let start = strips.count
      add(block, indent: 0)
      switch hit(block) {
      case .exact?: exact = exact ?? start
      case .near?: near = near ?? start
      case nil: break
      }
    }
    target = exact ?? near
  }

  private enum Hit { case exact, near }

  private func hit(_ block: Block) -> Hit? {
    var best: Hit?
    for run in block.runs {
      if isOwn(run) { return .exact }
      if let clause = run.provenance.clause, clauses.contains(clause) { best = .near }
    }
    return best
  }

  private func isOwn(_ run: Run) -> Bool {
    if case .blank(let blank) = run.kind {
      return blank.waitsFor.contains {
        $0.linkId == linkId && (row == nil || $0.row == nil || $0.row == row)
      }
    }
    return run.provenance.question == linkId
      && (row == nil || run.provenance.row == nil || run.provenance.row == row)
  }

  private mutating func add(_ block: Block, indent: Int) {
    switch block {
    case .heading(let heading):
      let number = heading.number.map { $0 + " " } ?? ""
      put(number, heading.runs, style: .heading, indent: indent)
    case .paragraph(let paragraph):
      put(paragraph.number.map { $0 + " " } ?? "", paragraph.runs, style: .normal, indent: indent)
    case .list(let list):
      for item in list.items {
        for (number, inner) in item.blocks.enumerated() {
          if number == 0, case .paragraph(let paragraph) = inner {
            put(item.marker + " ", paragraph.runs, style: .normal, indent: indent + 2)
          } else {
            add(inner, indent: indent + 4)
          }
        }
      }
      return
    case .table(let table):
      for cells in [table.header] + table.rows {
        let joined = cells.enumerated().flatMap {
          $0.offset == 0 ? $0.element : [Run(" | ")] + $0.element
        }
        put("", joined, style: .normal, indent: indent)
      }
    case .signatures(let signatures):
      for signature in signatures { put("", signature.party, style: .normal, indent: indent) }
    case .contents: return
    case .picture(let picture): put("", [Run(picture.title)], style: .normal, indent: indent)
    case .landscape(let blocks):
      for inner in blocks { add(inner, indent: indent) }
      return
    }
    strips.append(StyledLine())
  }

  /// Wraps runs as one text and gives each piece the look of its run.
  private mutating func put(_ head: String, _ runs: [Run], style: Canvas.Style, indent: Int) {
    var pieces = head.isEmpty ? [] : [StyledLine.Piece(text: head, style: style)]
    for run in runs {
      var own = style
      if case .blank = run.kind { own = .blank }
      if isOwn(run) { own = Style(own.role == .blank ? .blank : .emphasis, .underline) }
      pieces.append(StyledLine.Piece(text: run.text, style: own))
    }
    let front = StyledLine.Piece(text: String(repeating: " ", count: indent), style: .normal)
    for strip in StyledLine.wrapped(
      pieces, width: width - indent, hangingIndent: head.isEmpty ? 0 : 2)
    {
      strips.append(StyledLine(pieces: [front] + strip.pieces))
    }
  }
}

extension Pack {
  /// The clauses whose standing a question decides, by id.
  func clausesDecided(by question: Int) -> Set<String> {
    var found: Set<String> = []
    for clause in clauses {
      let isRead = clause.when?.members.contains(.question(question)) ?? false
      if isRead || clause.alternative?.subject == .question(question) { found.insert(clause.id) }
    }
    return found
  }
}
