import Interview
import PackModel

/// One line of text.
struct AskedString: AskedKind {
  func field(_ maker: FieldMaker) -> Field { maker.line() }

  func line(_ question: Question, _ field: Field) -> String { "Type one line." }
}
