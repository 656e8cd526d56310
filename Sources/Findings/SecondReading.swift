/// What two people who graded the same rows, each without seeing the other's grades, agree and differ on.
package struct SecondReading: Hashable, Sendable {
  /// A row as one of them graded it. A row that somebody left ungraded is none.
  package struct Graded: Hashable, Sendable {
    /// The row's id.
    package let row: String
    package let grade: String
    /// The words that the grade rests on, where some were quoted.
    package let quotation: String?

    package init(row: String, grade: String, quotation: String? = nil) {
      self.row = row
      self.grade = grade
      self.quotation = quotation
    }
  }

  /// A row that both graded.
  package struct Pair: Hashable, Sendable {
    package let first: Graded
    package let second: Graded

    package var row: String { first.row }
  }

  /// In the order of the first reader's rows.
  package let agreements: [Pair]
  package let differences: [Pair]
  /// Rows that only one of them graded: they count neither way.
  package let onlyFirst: [Graded]
  package let onlySecond: [Graded]
  /// Over the rows that both graded.
  package let kappa: Kappa

  /// Where a row stands twice in a list, the later grade counts.
  package init(first: [Graded], second: [Graded]) {
    let (first, second) = (SecondReading.last(first), SecondReading.last(second))
    let firsts = Set(first.map(\.row))
    let seconds = Dictionary(uniqueKeysWithValues: second.map { ($0.row, $0) })
    let pairs = first.compactMap { graded in
      seconds[graded.row].map { Pair(first: graded, second: $0) }
    }
    agreements = pairs.filter { $0.first.grade == $0.second.grade }
    differences = pairs.filter { $0.first.grade != $0.second.grade }
    onlyFirst = first.filter { seconds[$0.row] == nil }
    onlySecond = second.filter { !firsts.contains($0.row) }
    kappa = Kappa(pairs.map { ($0.first.grade, $0.second.grade) })
  }

  /// Each row once, as it was graded last.
  private static func last(_ graded: [Graded]) -> [Graded] {
    var seen: Set<String> = []
    return graded.reversed().filter { seen.insert($0.row).inserted }.reversed()
  }
}
