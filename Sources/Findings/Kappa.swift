/// How far two people grade alike beyond what chance alone would give: Cohen's kappa, of classes without an
/// order (Cohen, A coefficient of agreement for nominal scales, 1960).
package enum Kappa: Hashable, Sendable {
  /// In lowest terms; the denominator is above 0. 1 is full agreement, 0 as much as chance gives.
  case value(numerator: Int, denominator: Int)
  /// Both gave one and the same grade to every row: they agree, but chance would give the same.
  case undefined
  /// No row was graded by both.
  case nothing

  /// - Parameter pairs: of each row the grade of the first and of the second.
  package init(_ pairs: [(String, String)]) {
    guard !pairs.isEmpty else {
      self = .nothing
      return
    }
    var first: [String: Int] = [:]
    var second: [String: Int] = [:]
    var agreed = 0
    for (one, other) in pairs {
      first[one, default: 0] += 1
      second[other, default: 0] += 1
      if one == other { agreed += 1 }
    }
    // With n rows: (po - pe) / (1 - pe), both times n squared.
    let all = pairs.count * pairs.count
    let chance = first.reduce(0) { $0 + $1.value * (second[$1.key] ?? 0) }
    guard all > chance else {
      self = .undefined
      return
    }
    let (numerator, denominator) = (pairs.count * agreed - chance, all - chance)
    let divisor = Kappa.divisor(abs(numerator), denominator)
    self = .value(numerator: numerator / divisor, denominator: denominator / divisor)
  }

  /// In hundredths, halves away from nought; nil where there is no value.
  package var hundredths: Int? {
    guard case .value(let numerator, let denominator) = self else { return nil }
    let (whole, rest) = (abs(numerator) * 100).quotientAndRemainder(dividingBy: denominator)
    let rounded = whole + (rest * 2 >= denominator ? 1 : 0)
    return numerator < 0 ? -rounded : rounded
  }

  private static func divisor(_ one: Int, _ other: Int) -> Int {
    var (one, other) = (one, other)
    while one != 0 { (one, other) = (other % one, one) }
    return other
  }
}
