/// A decision table, and what its rows come to.
struct DecisionSymbol {
  let fields: Fields
  let id: String
  let rows: [Row]

  struct Row {
    let fields: Fields
    let result: String
  }
}
