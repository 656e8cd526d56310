import PackModel

/// How much of the contract says in data what it promises.
struct PromiseCount {
  private let pack: Pack

  init(_ pack: Pack) { self.pack = pack }

  var lines: [String] {
    guard let contract = pack.document(.contract), !pack.promises.promises.isEmpty else {
      return []
    }
    let all = pack.clauses.indices.filter { pack.clauses[$0].document == contract }
    let promising = Set(pack.promises.promises.map(\.clause))
    let pairs = pack.checks.compactMap { $0.promises?.pair }.count
    return [
      "", "promises",
      "  \(promising.count) of \(all.count) clauses of the contract say what they promise: "
        + "\(pack.promises.promises.count) promises, \(pairs) pairs that answers can set at odds",
    ]
  }
}
