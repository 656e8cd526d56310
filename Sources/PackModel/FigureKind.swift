/// A kind of number that can stand in a paper. Raw values are the words of the pack.
package enum FigureKind: String, Hashable, Sendable, CaseIterable {
  case hour
  /// Days, business days, weeks, months and years: no fixed number of each other.
  case day
  case percent, money

  /// What kind a unit is of; nil for a unit that is looked for nowhere.
  package init?(_ unit: Unit) {
    switch unit {
    case .hour: self = .hour
    case .day, .businessDay, .week, .month, .year: self = .day
    case .percent: self = .percent
    case .person, .record, .times: return nil
    }
  }
}
