import Expressions
import PackModel

/// Declares all that has a name in a pack: the one walk over its trees. Ids that are none, and ids
/// that are given twice, are reported here.
func declareSymbols(_ tree: PackTree, _ report: Report) -> SymbolTable {
  var declared = DeclaredSymbols(report)
  declared.declareKnowledge(tree)
  declared.declareSteps(tree)
  declared.declareDocuments(tree)
  declared.declareRules(tree)
  let symbols = SymbolTable(declared)
  findHiddenNames(symbols, report)
  return symbols
}

/// What is declared so far.
struct DeclaredSymbols {
  private let report: Report
  private(set) var steps: [StepSymbol] = []
  private(set) var questions: [QuestionSymbol] = []
  private(set) var calculated: [CalculatedSymbol] = []
  private(set) var decisions: [DecisionSymbol] = []
  private(set) var documents: [DocumentSymbol] = []
  private(set) var clauses: [ClauseSymbol] = []
  private(set) var lists: [String: [OptionSymbol]] = [:]
  private(set) var norms: [Norm] = []
  private(set) var questionNumbers: [String: Int] = [:]
  private(set) var calculatedNumbers: [String: Int] = [:]
  private(set) var numbers: [SymbolKind: [String: Int]] = [:]

  init(_ report: Report) { self.report = report }

  /// Gives an id its number among those of its kind.
  private mutating func declare(
    _ kind: SymbolKind, _ id: String, _ place: SourcePosition, number: Int? = nil
  ) {
    let count = numbers[kind]?.count ?? 0
    if numbers[kind, default: [:]].updateValue(number ?? count, forKey: id) != nil {
      report.duplicate(id, place)
    }
  }

  // MARK: Knowledge

  mutating func declareKnowledge(_ tree: PackTree) {
    for fields in tree.authorities { declare(.authority, fields) }
    for fields in tree.norms {
      declare(.norm, fields, number: norms.count)
      norms.append(fields.norm(report))
    }
    for fields in tree.obligations { declare(.obligation, fields, upper: true) }
    for fields in tree.terms { declare(.term, fields) }
    let options = OptionDeclarations(report)
    for (name, nodes) in tree.lists { lists[name] = options.list(nodes) }
  }

  private mutating func declare(
    _ kind: SymbolKind, _ fields: Fields, number: Int? = nil, upper: Bool = false
  ) {
    let id = fields.required("id")
    report.checkID(id, fields.place, upper: upper)
    declare(kind, id, fields.place, number: number)
  }

  // MARK: What is asked and what follows

  mutating func declareSteps(_ tree: PackTree) {
    var walk = StepDeclarations(lists, report)
    walk.declare(tree.steps, decisions: tree.decisions)
    steps = walk.steps
    decisions = walk.decisions
    questionNumbers = walk.questionNumbers
    calculatedNumbers = walk.calculatedNumbers
    let names = decisions.enumerated().map { ($0.element.id, $0.offset) }
    numbers[.decision] = Dictionary(names) { _, last in last }
    numbers[.step] = Dictionary(steps.enumerated().map { ($0.element.id, $0.offset) }) { first, _ in
      first
    }
    (questions, calculated) = walk.typed()
  }

  // MARK: Documents

  mutating func declareDocuments(_ tree: PackTree) {
    for document in tree.documents {
      report.checkID(document.id, document.fields.place)
      var sections: [String: SourcePosition] = [:]
      for section in document.sections {
        if sections.updateValue(section.place, forKey: section.id) != nil {
          report.duplicate(section.id, section.place)
        }
      }
      numbers[.document, default: [:]][document.id] = documents.count
      let role = role(of: document)
      documents.append(
        DocumentSymbol(
          tree: document,
          template: DocumentTemplate(
            id: document.id, role: role, title: [], with: document.fields.words("with"),
            sections: []),
          sections: sections, firstClause: clauses.count))
      for clause in document.clauses {
        report.checkID(clause.id, clause.place)
        declare(.clause, clause.id, clause.place, number: clauses.count)
        clauses.append(ClauseSymbol(tree: clause, document: documents.count - 1))
      }
    }
    for (number, journey) in tree.journeys.enumerated() {
      numbers[.journey, default: [:]][journey.words("id") ?? ""] = number
    }
  }

  /// A role that there is not is read as the freest one: one fault is said, not one a line.
  private func role(of document: DocumentTree) -> DocumentRole {
    let fields = document.fields
    guard let node = fields["role"] else {
      return document.assumedRole(after: documents.map(\.template.role))
    }
    guard let words = fields.words("role") else { return .memo }
    guard let role = DocumentRole(rawValue: words) else {
      let hint = nearest(words, in: DocumentRole.allCases.map(\.rawValue))
        .map { "Did you mean \($0)? " }
      report.add(
        .unknownWord, node.place, "“\(words)” is no role of a document.",
        (hint ?? "") + DocumentRole.choice)
      return .memo
    }
    if role.isUnique, let first = documents.first(where: { $0.template.role == role }) {
      report.add(
        .duplicateID, node.place,
        "The pack has two documents of the role \(words): \(first.template.id), "
          + "\(document.id).",
        "Keep one, or make this a memo: `role: memo`.")
    }
    return role
  }

  // MARK: Phrases and checks

  mutating func declareRules(_ tree: PackTree) {
    for fields in tree.phrases { declare(.phrase, fields) }
    for fields in tree.checks.flatMap(\.checks) { declare(.check, fields) }
    var items: Set<String> = []
    for fields in tree.coverage {
      let id = fields.required("id")
      if !items.insert(id).inserted { report.duplicate(id, fields.place) }
    }
  }
}

extension Fields {
  /// The norm that stands here; that its authorities exist is for another phase.
  fileprivate func norm(_ report: Report) -> Norm {
    var value: Value?
    if let words = words("value") {
      value = constant(words)
      if value == nil {
        report.add(
          .brokenValue, self["value"]?.place ?? place, "“\(words)” is no value.",
          "Write a number with a unit or a currency, such as `30 day` or `2 %`.")
      }
    }
    return Norm(
      id: required("id"), value: value, kind: normKind("kind") ?? .market,
      authority: list("authority").map(\.words), says: required("says"), asOf: date("asOf"))
  }
}
