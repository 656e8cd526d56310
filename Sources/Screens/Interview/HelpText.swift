import Canvas
import Drafting
import Findings
import Interview
import PackModel

/// The help beside a question: what it means, why it is asked, whose rule it is, what is usual.
struct HelpText {
  private let file: OpenMatter
  private let width: Int
  /// How much is folded: nothing; what the authorities say; also what the step is about.
  private var fold = 0
  private var found: [StyledLine] = []

  init(_ file: OpenMatter, width: Int) {
    self.file = file
    self.width = width
  }

  /// The help in a pane of a height. Where it is more than a pane, what can be opened in place is
  /// folded first.
  func strips(for model: InterviewModel, height: Int) -> [StyledLine] {
    var text = self
    for fold in 0...2 {
      text = self
      text.fold = fold
      text.write(model)
      if text.found.last?.pieces.isEmpty == true { text.found.removeLast() }
      if text.found.count <= height { break }
    }
    return text.found
  }

  private mutating func write(_ model: InterviewModel) {
    guard file.pack.questions.indices.contains(model.page.owner) else { return }
    let owner = file.pack.questions[model.page.owner]
    let question = model.slot.map { file.pack.questions[$0.question] } ?? owner
    if question.kind != .display {
      part("What it means", question.help.isEmpty ? owner.help : question.help)
    }
    rowHelp(model)
    part("Why it is asked", question.why.isEmpty ? owner.why : question.why)
    if let suggestion = file.evaluation.suggestion(for: model.slot?.question ?? model.page.owner) {
      var text = suggestion.because
      if let norm = suggestion.norm.flatMap(file.pack.norm) {
        text = text.isEmpty ? norm.says : text
        text += " (as of \(file.language.date(norm.asOf)))"
      }
      part("Suggested: \(suggestion.kind.rawValue)", text)
    }
    part("Usual in the market (MARKET)", question.market)
    playbook(model)
    part("Example", question.example)
    options(model)
    let terms = (question.terms + owner.terms.filter { !question.terms.contains($0) })
      .compactMap(file.pack.term).prefix(9)
    authorities(
      question.authority.isEmpty ? owner.authority : question.authority, after: terms.count,
      model.sidePane.openTerms)
    self.terms(Array(terms), model.sidePane.openTerms)
    if fold < 2 { step(model.page.item) }
  }

  /// Where the answer stands for the party of the matter. Habit, never law.
  private mutating func playbook(_ model: InterviewModel) {
    guard let term = Negotiation.of(model.slot?.question ?? model.page.owner, file.evaluation)
    else { return }
    let words = NegotiationWords(term, file.evaluation, asOf: file.findings.asOf)
    heading("Playbook (MARKET): \(words.position)")
    for (name, text) in [
      ("Preferred", words.preferred), ("Acceptable", words.acceptable),
      ("Walk away", words.walkAway), ("Fall back on", words.fallback), ("Why", words.because),
    ] { found += StyledLine.wrapped("\(name): \(text)", width: width, sign: "-") }
    found.append(StyledLine())
  }

  /// The text of a row of the pack, for a cell of its table.
  private mutating func rowHelp(_ model: InterviewModel) {
    guard let slot = model.slot, let row = slot.row,
      let table = file.pack.table(of: slot.question),
      case .pack(let rows) = file.pack.questions[table].rows,
      let model = rows.first(where: { $0.code == row })
    else { return }
    part(model.text, model.help ?? "")
  }

  private mutating func options(_ model: InterviewModel) {
    guard let slot = model.slot, case .choice(let choice) = model.field,
      let number = choice.current,
      case .code(let code) = choice.choices[number].meaning,
      let option = file.pack.questions[slot.question].option(code), let help = option.help
    else { return }
    part(option.display, help)
  }

  /// - Parameter terms: how many things to open are counted before them.
  private mutating func authorities(_ ids: [String], after terms: Int, _ open: Set<Int>) {
    let known = ids.compactMap(file.pack.authority)
    guard !known.isEmpty else { return }
    let first = terms + 1
    heading(
      fold == 0 || first > 9 ? "Where it comes from" : "Where it comes from (Alt-\(first) opens)")
    for (number, authority) in known.enumerated() {
      let verify = authority.mustBeVerified ? " (verify: \(authority.confidence.rawValue))" : ""
      let number = terms + number
      let isOpen = fold == 0 || number > 8 || open.contains(number)
      let says = isOpen ? ". \(authority.says)" : ""
      found += StyledLine.wrapped(
        "\(authority.citation)\(verify)\(says)", width: width,
        sign: fold == 0 || number > 8 ? "-" : "\(number + 1)",
        signStyle: fold == 0 || number > 8 ? nil : .key)
    }
    found.append(StyledLine())
  }

  private mutating func terms(_ known: [Term], _ open: Set<Int>) {
    guard !known.isEmpty else { return }
    heading("Terms (Alt-1 opens the first)")
    for (number, term) in known.enumerated() {
      let text = open.contains(number) ? "\(term.term): \(term.says)" : term.term
      found += StyledLine.wrapped(text, width: width, sign: "\(number + 1)", signStyle: .key)
    }
    found.append(StyledLine())
  }

  private mutating func step(_ item: Int) {
    guard let step = file.route.steps.first(where: { $0.items.contains { $0.question == item } })
    else { return }
    let model = file.pack.steps[step.step]
    var text = model.intro
    if step.skipped > 0 {
      text +=
        (text.isEmpty ? "" : " ")
        + "\(counted(step.skipped, "question")) of this step not asked, with your answers."
    }
    part("Step \(model.prefix): \(model.title)", text)
  }

  private mutating func part(_ title: String, _ text: String) {
    guard !text.isEmpty else { return }
    heading(title)
    found += StyledLine.wrapped(text, width: width)
    found.append(StyledLine())
  }

  private mutating func heading(_ text: String) {
    found += StyledLine.wrapped(text, width: width, style: .heading)
  }
}
