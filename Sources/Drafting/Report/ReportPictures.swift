import Documents
import Findings
import Interview
import PackModel

/// The pictures of a report, with their alternative text.
struct ReportPictures {
  private let findings: FindingsResult
  private let review: ReviewResult
  private let words: ReviewWords
  /// Whether the pack asks where a company is established, beside where it works.
  private let hasSeats: Bool

  init(
    _ evaluation: Evaluation, _ findings: FindingsResult, _ review: ReviewResult,
    _ language: Language
  ) {
    self.findings = findings
    self.review = review
    words = ReviewWords(evaluation: evaluation, language: language)
    hasSeats = evaluation.pack.review?.chain?[.seat] != nil
  }

  /// Those that have something to show.
  var all: [TemplateBlock.Subject: Picture] {
    var found: [TemplateBlock.Subject: Picture] = [:]
    for subject in TemplateBlock.Subject.allCases { found[subject] = picture(subject) }
    return found
  }

  private func picture(_ subject: TemplateBlock.Subject) -> Picture? {
    switch subject {
    case .matrix: findings.matrix.rows.isEmpty ? nil : matrixPicture
    case .chain: review.chain.flatMap { $0.nodes.isEmpty ? nil : picture($0) }
    }
  }

  private var matrixPicture: Picture {
    let rows = findings.matrix.rows.map { row in
      Picture.Grid.Row(
        label: GradeWords.title(row),
        cells: [
          Picture.Grid.Cell(
            sign: GradeWords.sign(row.contract.level), words: GradeWords.count(row),
            tone: GradeWords.tone(row.contract.level)),
          Picture.Grid.Cell(
            sign: GradeWords.sign(row.mechanism.level),
            words: GradeWords.words(row.mechanism.level),
            tone: GradeWords.tone(row.mechanism.level)),
        ])
    }
    let sentences = rows.map { row in
      "\(row.label): text \(row.cells[0].words), mechanism \(row.cells[1].words)"
    }
    return Picture(
      title: "The ten rows of Art. 28(3)",
      description: "Ten rows, each with the grade of its text and of its mechanism. "
        + sentences.joined(separator: "; ") + ".",
      shape: .grid(
        Picture.Grid(corner: "Row", columns: ["In the text", "In operation"], rows: rows)))
  }

  private func picture(_ chain: Chain) -> Picture {
    var nodes: [Picture.Node] = []
    var sentences: [String] = []
    // Below each party stand those that it engages.
    var tops: [String] = []
    for node in chain.nodes where node.parent == nil {
      let top = words(node.engagedBy, or: "Nobody has said who engages")
      if !tops.contains(top) { tops.append(top) }
    }
    for top in tops {
      nodes.append(Picture.Node(depth: 0, title: top, lines: [], tone: .plain))
      var isInside = false
      for node in chain.nodes {
        if node.parent == nil {
          isInside = words(node.engagedBy, or: "Nobody has said who engages") == top
        }
        guard isInside else { continue }
        nodes.append(drawn(node))
        let above = node.parent.map { words(chain.nodes[$0].name, or: "not named") } ?? top
        sentences.append("\(words(node.name, or: "not named")) below \(above)")
      }
    }
    let count = chain.nodes.count
    return Picture(
      title: "The chain of sub-processors",
      description: "A tree of \(count) \(count == 1 ? "company" : "companies"), each below the one "
        + "that engages it: \(sentences.joined(separator: "; ")). The table of the chain says the "
        + "same in rows.",
      shape: .tree(nodes))
  }

  private func drawn(_ node: Chain.Node) -> Picture.Node {
    // What was answered, as the table has it: who does not know is no processor yet.
    let role = node.role.map { "role: \(words($0))" } ?? GradeWords.words(node.roleGrade)
    let facts = [words(node.tier), place(node), role].filter { !$0.isEmpty }
    var lines = [facts.joined(separator: " · ")]
    var tone = Picture.Tone.plain
    if node.counts {
      lines.append(
        "incident: \(words(node.hours, or: "no hours named")), at the controller: "
          + "\(words(node.latest)) · new company: \(words.earliest(node))")
      if node.latest.value == nil || node.earliest.value == nil { tone = .unknown }
      if node.leavesTimeToObject == .no { tone = .doubt }
    }
    return Picture.Node(
      depth: node.depth, title: words(node.name, or: "not named"), lines: lines, tone: tone)
  }

  /// Where a company works, and where it is established if that is another country.
  private func place(_ node: Chain.Node) -> String {
    let country = words(node.country, or: "country not known")
    guard hasSeats else { return country }
    let seat = words(node.seat, or: "seat not known")
    return seat == country ? country : "\(seat), at work in \(country)"
  }
}

extension GradeWords {
  package static func tone(_ level: Matrix.Grade.Level) -> Picture.Tone {
    switch level {
    case .present: .good
    case .vague, .carried, .elsewhere: .doubt
    case .missing: .bad
    case .notAssessed: .unknown
    case .notApplicable: .plain
    }
  }

  package static func tone(_ level: Matrix.Mechanism.Level) -> Picture.Tone {
    switch level {
    case .operation: .good
    case .part, .undated, .planned: .doubt
    case .none: .bad
    case .notAssessed: .unknown
    case .notApplicable: .plain
    }
  }
}
