/// A step's file, and what it asks, in its order.
struct StepSymbol {
  let fields: Fields
  let id: String
  var items: [Item] = []

  enum Item {
    /// A question of the step's own.
    case question(Int)
    /// A question of another step by its id.
    case asked(String, SourcePosition)
  }
}
