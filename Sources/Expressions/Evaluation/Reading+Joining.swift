import PackModel

extension Reading {
  /// The sum of those that are there; absent where none is.
  package static func added(_ readings: [Reading]) -> Reading {
    var total: Value?
    for reading in readings {
      switch (reading, total) {
      case (.unknown, _): return .unknown
      case (.absent, _): continue
      case (.value(let value), nil): total = value
      case (.value(.quantity(let a)), .quantity(let b)?):
        guard let sum = b.adding(a) else { return .unknown }
        total = .quantity(sum)
      case (.value(.money(let a)), .money(let b)?):
        let (sum, overflow) = a.minor.addingReportingOverflow(b.minor)
        guard a.currency == b.currency, !overflow else { return .unknown }
        total = .money(Money(minor: sum, currency: a.currency))
      default: return .unknown
      }
    }
    return total.map { .value($0) } ?? .absent
  }

  /// The largest or smallest of those that are there.
  package static func extreme(_ readings: [Reading], _ wanted: Ordering) -> Reading {
    var best: Value?
    for reading in readings {
      switch reading {
      case .unknown: return .unknown
      case .absent: continue
      case .value(let value):
        guard let current = best else {
          best = value
          continue
        }
        guard let order = value.order(current) else { return .unknown }
        if order == wanted { best = value }
      }
    }
    return best.map { .value($0) } ?? .absent
  }

  /// One attribute's word, or several as ticks.
  static func words(_ words: [String]?) -> Reading {
    guard let words, let first = words.first else { return .absent }
    return words.count == 1 ? .value(.code(first)) : .value(.checks(words.map { .code($0) }))
  }
}
