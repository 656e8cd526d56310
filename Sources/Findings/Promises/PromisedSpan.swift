import PackModel

/// How long something may take or must last, as exactly as its units allow.
enum PromisedSpan {
  /// No time is set: the question is not asked, or does not apply.
  case none
  case unknown
  /// In hours, from the shortest to the longest that the words can mean; `exact` where it is one
  /// amount.
  case hours(ClosedRange<Int>, exact: Quantity?)

  init(_ reading: Reading) {
    switch reading {
    case .absent: self = .none
    case .value(.quantity(let quantity)):
      guard let range = quantity.hours else {
        self = .unknown
        return
      }
      self = .hours(range, exact: quantity)
    case .value, .unknown: self = .unknown
    }
  }

  /// One that begins when another is over.
  func after(_ other: PromisedSpan) -> PromisedSpan {
    guard case .hours(let mine, _) = self, case .hours(let theirs, _) = other else {
      if case .none = other { return self }
      if case .none = self { return .none }
      return .unknown
    }
    return .hours(
      mine.lowerBound + theirs.lowerBound...mine.upperBound + theirs.upperBound, exact: nil)
  }

  /// nil where no time is set.
  func isShorter(than other: PromisedSpan) -> Truth? {
    switch (self, other) {
    case (.none, _), (_, .none): return nil
    case (.unknown, _), (_, .unknown): return .unknown
    case (.hours(let mine, let own), .hours(let theirs, let its)):
      if let order = own.flatMap({ own in its.flatMap { own.compared(to: $0) } }) {
        return Truth(order == .less)
      }
      if mine.upperBound < theirs.lowerBound { return .yes }
      return mine.lowerBound >= theirs.upperBound ? .no : .unknown
    }
  }
}

extension Quantity {
  /// The hours that it can come to; nil for what is no time, or is too large.
  fileprivate var hours: ClosedRange<Int>? {
    let unit: ClosedRange<Int>
    switch self.unit {
    case .hour: unit = 1...1
    case .day: unit = 24...24
    // With a weekend and holidays between.
    case .businessDay: unit = 24...96
    case .week: unit = 168...168
    case .month: unit = 28 * 24...31 * 24
    case .year: unit = 365 * 24...366 * 24
    case .percent, .person, .record, .times: return nil
    }
    guard thousandths >= 0, thousandths < 1_000_000_000 else { return nil }
    let (least, most) = (thousandths * unit.lowerBound, thousandths * unit.upperBound)
    return least / 1000...(most + 999) / 1000
  }
}
