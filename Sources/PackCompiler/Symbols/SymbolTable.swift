import Expressions
import PackModel

/// All that has a name in a pack: one walk over the trees declares it, and nothing changes it then.
///
/// It knows of each what others must know to read a name: the kind, the options, the columns. What
/// else is said of a question or a clause is for its own part to resolve.
final class SymbolTable {
  let steps: [StepSymbol]
  /// In the order of the steps' files, each before what it holds.
  let questions: [QuestionSymbol]
  let calculated: [CalculatedSymbol]
  let decisions: [DecisionSymbol]
  let documents: [DocumentSymbol]
  /// Of all documents, one after the other.
  let clauses: [ClauseSymbol]
  let lists: [String: [OptionSymbol]]
  let norms: [Norm]
  private let numbers: [SymbolKind: [String: Int]]
  private let questionNumbers: [String: Int]
  private let calculatedNumbers: [String: Int]
  /// What stands in rows, by its name without the table's.
  private let columns: [String: [Member]]

  init(_ declared: DeclaredSymbols) {
    steps = declared.steps
    questions = declared.questions
    calculated = declared.calculated
    decisions = declared.decisions
    documents = declared.documents
    clauses = declared.clauses
    lists = declared.lists
    norms = declared.norms
    questionNumbers = declared.questionNumbers
    calculatedNumbers = declared.calculatedNumbers
    var numbers = declared.numbers
    numbers[.list] = Dictionary(uniqueKeysWithValues: lists.keys.map { ($0, 0) })
    self.numbers = numbers
    var columns: [String: [Member]] = [:]
    func add(_ id: String, _ member: Member) {
      columns[String(id.split(separator: ".").last ?? ""), default: []].append(member)
    }
    for (number, question) in questions.enumerated() where question.table != nil {
      add(question.id, .question(number))
    }
    for (number, value) in calculated.enumerated() where value.table != nil {
      add(value.id, .calculated(number))
    }
    self.columns = columns
  }

  // MARK: Lookup

  func question(_ id: String) -> Int? { questionNumbers[id] }

  func value(_ id: String) -> Int? { calculatedNumbers[id] }

  /// The question, or else the value, of a whole id.
  func member(_ id: String) -> Member? {
    questionNumbers[id].map { .question($0) } ?? calculatedNumbers[id].map { .calculated($0) }
  }

  /// The only column of that name in all tables; nil where two tables have one.
  func onlyColumn(_ name: String) -> Member? {
    guard let found = columns[name], found.count == 1 else { return nil }
    return found[0]
  }

  /// The number of what has an id, in the list of its kind.
  func number(_ kind: SymbolKind, _ id: String) -> Int? { numbers[kind]?[id] }

  func has(_ kind: SymbolKind, _ id: String) -> Bool { numbers[kind]?[id] != nil }

  func norm(_ id: String) -> Norm? { number(.norm, id).map { norms[$0] } }

  /// Whether a reference can name it: a clause, or a section of any document.
  func isClauseOrSection(_ id: String) -> Bool {
    has(.clause, id) || documents.contains { $0.sections[id] != nil }
  }

  /// What is said of a name that nothing has, with the nearest name there is.
  func unknown(
    _ kind: SymbolKind, _ name: String, hint: SymbolKind.Hint? = nil, remedy: String? = nil
  ) -> Fault {
    let known: [String] =
      switch kind {
      case .member, .decision: Array(questionNumbers.keys) + Array(calculatedNumbers.keys)
      default: Array((numbers[kind] ?? [:]).keys)
      }
    return kind.unknown(name, among: known, hint: hint, remedy: remedy)
  }

  // MARK: Kinds

  /// The table in whose rows a member stands.
  func table(of member: Member) -> Int? {
    switch member {
    case .question(let number): questions[number].table
    case .calculated(let number): calculated[number].table
    }
  }

  func kind(of member: Member) -> StaticKind {
    switch member {
    case .question(let number): questions[number].type
    case .calculated(let number): calculated[number].type
    }
  }

  func id(of member: Member) -> String {
    switch member {
    case .question(let number): questions[number].id
    case .calculated(let number): calculated[number].id
    }
  }

  func place(of member: Member) -> SourcePosition {
    switch member {
    case .question(let number): questions[number].place
    case .calculated(let number): calculated[number].place
    }
  }

  /// The rows that the pack gives a table.
  func rows(of table: Int) -> [PackRow]? {
    guard case .pack(let rows)? = questions[table].rows else { return nil }
    return rows.map(\.row)
  }

  /// What a `case` may name, and together must name. In a paper that is signed a blank stands for
  /// what is unsettled.
  func caseCodes(_ subject: Member, isSigned: Bool) -> Set<String> {
    guard case .question(let number) = subject else { return kind(of: subject).codes ?? [] }
    return questions[number].caseCodes(isSigned: isSigned)
  }
}
