import Interview
import PackModel

/// Yes or no.
struct AskedYesOrNo: AskedKind {
  func field(_ maker: FieldMaker) -> Field {
    maker.choice([Choice(meaning: .yes, label: "Yes"), Choice(meaning: .no, label: "No")])
  }

  func line(_ question: Question, _ field: Field) -> String { "Type yes or no." }

  func form(_ asking: SheetAsking) -> [String] { ["Write yes or no."] }
}
