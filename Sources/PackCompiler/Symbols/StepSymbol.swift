/// A step's file, and what it asks, in its order.
struct StepSymbol {
  let fields: Fields
  let id: String
  var items: [Item] = []

  /// Adds what is asked next; a page once, where its first question stands.
  mutating func add(_ item: Item) {
    if case .question(let number) = item, items.contains(where: { $0.question == number }) {
      return
    }
    items.append(item)
  }

  enum Item {
    /// A question of the step's own.
    case question(Int)
    /// A question of another step by its id.
    case asked(String, SourcePosition)

    var question: Int? { if case .question(let number) = self { number } else { nil } }
  }
}
