import Findings
import Interview
import PackModel

extension CaseFile {
  /// Failed checks to be shown at a slot.
  func warnings(at slot: Slot) -> [CheckResult] {
    findings.warnings(at: slot.question, row: rowNumber(slot), pack)
  }

  /// Failed checks to be shown on a page of the route.
  func warnings(on item: Int) -> [CheckResult] {
    let questions = leaves(of: item)
    return findings.failed(pack).filter { result in
      pack.checks[result.check].at.contains { questions.contains($0) }
    }
  }

  /// A question with everything within it.
  func leaves(of question: Int) -> Set<Int> {
    var found: Set<Int> = [question]
    for child in pack.questions[question].children { found.formUnion(leaves(of: child)) }
    return found
  }

  /// The page that a warning is about.
  func item(of result: CheckResult) -> Int? {
    pack.checks[result.check].at.lazy.compactMap { self.item(of: $0) }.first
  }

  /// What a failed check says, with its weight and kind.
  func words(_ result: CheckResult) -> String {
    let check = pack.checks[result.check]
    let scope = check.table.flatMap { table in result.row.map { Scope(table: table, row: $0) } }
    let text = InlineText(self, scope ?? Scope()).text(check.finding)
    return "\(check.severity.rawValue.capitalisedFirst), \(check.kind.rawValue): \(text)"
  }

  /// What to do about a failed check.
  func remedy(_ result: CheckResult) -> String {
    let check = pack.checks[result.check]
    let scope = check.table.flatMap { table in result.row.map { Scope(table: table, row: $0) } }
    return InlineText(self, scope ?? Scope()).text(check.remedy)
  }
}

/// A piece of the pack's text with the answers in it, for one line on the screen.
struct InlineText {
  let file: CaseFile
  let scope: Scope
  let reader: Reader

  init(_ file: CaseFile, _ scope: Scope = Scope()) {
    self.file = file
    self.scope = scope
    reader = file.evaluation.reader()
  }

  func text(_ inlines: [Inline]) -> String {
    inlines.map(text).joined()
  }

  private func text(_ inline: Inline) -> String {
    switch inline {
    case .text(let text): text
    case .strong(let inner), .emphasis(let inner): text(inner)
    case .placeholder(let placeholder): text(placeholder)
    case .reference: "the agreement"
    case .cite(let id): file.pack.authority(id)?.citation ?? id
    case .phrase(let id): phrase(id)
    }
  }

  private func text(_ placeholder: PackModel.Placeholder) -> String {
    switch placeholder.source {
    case .expression(let expression):
      if case .value(let value) = reader.reading(expression, scope) {
        return shown(value, expression)
      }
      guard case .member(.question(let number)) = expression else { return "[open]" }
      return "[\(file.pack.questions[number].shortText)]"
    case .row(let name):
      guard let (table, row) = scope.rows.last.map({ ($0.table, $0.row) }),
        case .pack(let rows) = file.pack.questions[table].rows, rows.indices.contains(row)
      else { return "" }
      return name == "code" ? rows[row].code : rows[row].text
    case .report, .fact: return ""
    }
  }

  private func shown(_ value: Value, _ expression: Expression) -> String {
    switch expression {
    case .member(.question(let number)), .cell(.question(let number), _):
      return file.evaluation.shown(value, of: number, in: file.language)
    default:
      return file.pack.questions.isEmpty
        ? "" : file.evaluation.shown(value, of: 0, in: file.language)
    }
  }

  private func phrase(_ id: String) -> String {
    guard let phrase = file.pack.phrase(id) else { return "" }
    switch phrase.rule {
    case .code(let expression, let say):
      guard case .value(let value) = reader.reading(expression, scope) else { return "[open]" }
      return say[Evaluation.written(value)].map { text($0) } ?? ""
    case .count(let range, let condition, let one, let other):
      guard case .value(.number(let number)) = reader.reading(.count(range, condition), scope)
      else {
        return "[open]"
      }
      return text(file.language.isOne(number) ? one : other)
        .split(separator: "{n}", omittingEmptySubsequences: false).joined(separator: String(number))
    }
  }
}
