import Interview
import PackModel

/// One of the options, or of the rows that it may point at.
struct AskedChoice: AskedKind {
  func field(_ maker: FieldMaker) -> Field {
    maker.choice(maker.question.rowsOf.isEmpty ? maker.options : targets(maker))
  }

  private func targets(_ maker: FieldMaker) -> [Choice] {
    maker.file.evaluation.targets(of: maker.slot.question)
      .filter { $0.id != maker.slot.row }
      .map { Choice(meaning: .row($0.id), label: $0.name) }
  }

  func line(_ question: Question, _ field: Field) -> String { "Type a number." }

  func form(_ asking: SheetAsking) -> [String] {
    asking.options.isEmpty ? [] : ["Write one of these:"] + asking.options
  }
}
