import Documents
import Drafting
import Interview
import PackModel

/// Says where a sentence comes from: clause, question, answer, rule, authority.
struct Explainer {
  let evaluation: Evaluation
  let document: Document
  private var pack: Pack { evaluation.pack }

  /// nil where the words name nothing.
  func explain(_ place: String) -> [String]? {
    if let question = pack.question(place) { return explain(question: question) }
    let wanted = place.lowercased()
    var lines: [String] = []
    var isInside = false
    for block in document.blocks {
      switch block {
      case .heading(let heading):
        isInside = heading.number?.lowercased() == wanted
        if isInside { lines.append(text(heading.number, heading.runs)) }
      case .paragraph(let paragraph):
        if let number = paragraph.number { isInside = number.lowercased() == wanted }
        if isInside {
          lines.append(text(paragraph.number, paragraph.runs))
          lines += origins(paragraph.runs, clause: paragraph.anchor)
        }
      default:
        if isInside { lines += origins(block.runs, clause: nil) }
      }
    }
    return lines.isEmpty ? nil : lines
  }

  private func text(_ number: String?, _ runs: [Run]) -> String {
    Shown.line(
      [number ?? "", runs.map(\.text).joined()].filter { !$0.isEmpty }.joined(separator: "  "))
  }

  private func origins(_ runs: [Run], clause: String?) -> [String] {
    var lines: [String] = []
    if let clause, let number = pack.clause(clause) {
      let model = pack.clauses[number]
      lines.append("  clause \(model.id)")
      for obligation in model.satisfies {
        lines.append("  meets \(obligation): \(pack.obligation(obligation)?.says ?? "")")
      }
      for id in model.authority {
        guard let authority = pack.authority(id) else { continue }
        let verify = authority.mustBeVerified ? " (verify)" : ""
        lines.append("  rests on \(authority.citation)\(verify): \(authority.says)")
      }
      if let condition = model.when {
        lines.append("  is there because \(ExpressionWords(pack).words(condition))")
      }
      if let alternative = model.alternative {
        lines.append(
          "  is the text for \(subject(alternative.subject)) = \(alternative.codes.joined(separator: " or "))"
        )
      }
    }
    var seen: Set<String> = []
    for run in runs {
      guard let linkId = run.provenance.question else { continue }
      let rule = run.provenance.rule.map { " by \($0)" } ?? ""
      let entry = run.provenance.entry.map { ", entry \($0)" } ?? ""
      let line = "  “\(Shown.line(run.text))” from \(linkId)\(rule)\(entry)"
      if seen.insert(line).inserted { lines.append(line) }
    }
    return lines
  }

  private func subject(_ member: Member) -> String {
    switch member {
    case .question(let number): pack.questions[number].linkId
    case .calculated(let number): pack.calculated[number].id
    }
  }

  private func explain(question number: Int) -> [String] {
    let question = pack.questions[number]
    var lines = [question.linkId, "  \(question.text)"]
    if !question.help.isEmpty { lines.append("  \(question.help)") }
    if !question.why.isEmpty { lines.append("  Why: \(question.why)") }
    if let condition = question.enableWhen {
      lines.append("  Asked when \(ExpressionWords(pack).words(condition))")
    }
    for item in evaluation.allAnswers() where item.question == number {
      if case .value(let value)? = evaluation.sheet[item.key] {
        lines.append("  \(item.name): \(Shown.line(evaluation.shown(value, of: number)))")
      } else {
        lines.append("  \(item.name): \(item.state.rawValue)")
      }
    }
    for id in question.authority {
      if let authority = pack.authority(id) {
        lines.append("  \(authority.citation): \(authority.says)")
      }
    }
    let numbers = places(of: question.linkId)
    lines.append(
      numbers.isEmpty
        ? "  It prints nowhere in the present draft."
        : "  Prints in \(numbers.joined(separator: ", ")).")
    return lines
  }

  private func places(of linkId: String) -> [String] {
    var found: [String] = []
    var current = "the parties"
    for block in document.blocks {
      if case .heading(let heading) = block {
        current = heading.number ?? heading.runs.map(\.text).joined()
      }
      if case .paragraph(let paragraph) = block, let number = paragraph.number { current = number }
      let isHere = block.runs.contains {
        $0.provenance.question == linkId || $0.provenance.question?.hasPrefix(linkId + ".") == true
      }
      if isHere, found.last != current { found.append(current) }
    }
    return found
  }
}
