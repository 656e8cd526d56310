import Interview
import PackModel

/// Text of several lines.
struct AskedText: AskedKind {
  func field(_ maker: FieldMaker) -> Field { .area(AreaField(maker.text)) }

  func line(_ question: Question, _ field: Field) -> String {
    "Type the text; edit opens your editor."
  }
}
