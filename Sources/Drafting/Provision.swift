/// A provision of the amendment: "3", or its second clause, "3(2)".
struct Provision {
  let number: Int
  var part: Int?

  var words: String { "Provision \(number)\(part.map { "(\($0))" } ?? "")" }
}
