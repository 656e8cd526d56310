import Interview
import PackModel

/// Any of the options.
struct AskedChecks: AskedKind {
  func field(_ maker: FieldMaker) -> Field { maker.choice(maker.options, isMany: true) }

  func line(_ question: Question, _ field: Field) -> String {
    "Type numbers with commas between them, or none."
  }

  func form(_ asking: SheetAsking) -> [String] {
    ["Write all that apply, one a line:"] + asking.options
  }
}
