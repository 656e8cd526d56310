import Interview
import PackModel

/// A group, a table or words alone: asked by their parts, and with no field.
struct AskedParts: AskedKind {
  func field(_ maker: FieldMaker) -> Field { .none }

  func line(_ question: Question, _ field: Field) -> String { "Type open to see its rows." }
}
