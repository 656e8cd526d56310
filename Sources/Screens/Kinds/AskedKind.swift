import Interview
import PackModel

/// How a kind of question is asked: by its field on the screen, by a line in `--plain`, and on a sheet
/// for a colleague. Each kind has a file of its own.
protocol AskedKind: Sendable {
  /// What it is answered with.
  func field(_ maker: FieldMaker) -> Field
  /// A value of this kind as it stands in its field.
  func typed(_ value: Value, of question: Question, _ language: Language) -> String
  /// What is typed in `--plain`, as a sentence.
  func line(_ question: Question, _ field: Field) -> String
  /// How a colleague writes it below the question.
  func form(_ asking: SheetAsking) -> [String]
  /// The columns that its line needs at most.
  var widest: Int { get }
  /// What the value in the field is understood as, where that may be in doubt; nil where it cannot.
  func readBack(_ value: Value, at slot: Slot, _ file: OpenMatter) -> String?
  /// Whether there is room kept for that.
  var isReadBack: Bool { get }
}

extension AskedKind {
  func typed(_ value: Value, of question: Question, _ language: Language) -> String {
    Evaluation.written(value)
  }

  func form(_ asking: SheetAsking) -> [String] { [] }
  var widest: Int { .max }
  var isReadBack: Bool { false }
  func readBack(_ value: Value, at slot: Slot, _ file: OpenMatter) -> String? { nil }
}

extension QuestionKind {
  /// How it is asked: the list of kinds.
  var asked: any AskedKind {
    switch self {
    case .group, .display, .table: AskedParts()
    case .boolean: AskedYesOrNo()
    case .choice: AskedChoice()
    case .checks: AskedChecks()
    case .string: AskedString()
    case .text: AskedText()
    case .date: AskedDate()
    case .quantity: AskedQuantity()
    case .money: AskedMoney()
    }
  }
}
