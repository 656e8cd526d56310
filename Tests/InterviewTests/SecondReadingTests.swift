import Findings
import PackModel
import Testing

/// Two people's grades of the same rows.
@Suite struct SecondReadingTests {
  /// A table of how often the first gave a row's grade and the second a column's.
  private func pairs(_ table: [[Int]]) -> [(String, String)] {
    table.enumerated().flatMap { i, row in
      row.enumerated().flatMap { j, count in
        Array(repeating: ("grade \(i)", "grade \(j)"), count: count)
      }
    }
  }

  @Test(
    "kappa is what worked examples say",
    arguments: [
      // Fifty applications for a grant, as many introductions count them: 0.40.
      ([[20, 5], [10, 15]], 2, 5, 40),
      // The same agreement, 60 of 100, with other margins: 0.1304 and 0.2593.
      ([[45, 15], [25, 15]], 3, 23, 13),
      ([[25, 35], [5, 35]], 7, 27, 26),
      // Three classes, worked by hand: 0.70 agreed, 0.475 by chance.
      ([[106, 10, 4], [22, 28, 10], [2, 12, 6]], 3, 7, 43),
      // Nothing but disagreement, and nothing but agreement.
      ([[0, 5], [5, 0]], -1, 1, -100),
      ([[3, 0], [0, 4]], 1, 1, 100),
      // One of them gave every row the same grade: as good as chance.
      ([[6, 4], [0, 0]], 0, 1, 0),
    ])
  func published(_ table: [[Int]], _ numerator: Int, _ denominator: Int, _ hundredths: Int) {
    let kappa = Kappa(pairs(table))
    #expect(kappa == .value(numerator: numerator, denominator: denominator))
    #expect(kappa.hundredths == hundredths)
  }

  @Test("where both gave one grade to every row there is no kappa, and without rows nothing")
  func undefined() {
    #expect(Kappa(pairs([[7]])) == .undefined)
    #expect(Kappa(pairs([[7]])).hundredths == nil)
    #expect(Kappa([]) == .nothing)
  }

  @Test("halves are rounded away from nought, and said with both decimals")
  func said() {
    #expect(Kappa.value(numerator: 1, denominator: 8).hundredths == 13)
    #expect(Kappa.value(numerator: -1, denominator: 8).hundredths == -13)
    #expect(Language.british.decimal(hundredths: 40) == "0.40")
    #expect(Language.british.decimal(hundredths: -5) == "-0.05")
    #expect(Language.british.decimal(hundredths: 100) == "1.00")
    let german = Language(tag: "de-DE", dates: .iso, numbers: .point)
    #expect(german.decimal(hundredths: 43) == "0,43")
  }

  @Test(
    "differences show both grades with what each quoted; a row graded by one counts neither way")
  func differences() {
    func graded(_ row: String, _ grade: String, _ words: String? = nil) -> SecondReading.Graded {
      SecondReading.Graded(row: row, grade: grade, quotation: words)
    }
    let reading = SecondReading(
      first: [
        graded("a", "missing"), graded("b", "vague", "by mail"), graded("c", "present"),
        graded("d", "present"), graded("a", "present", "with notice"),
      ],
      second: [
        graded("c", "present"), graded("b", "missing"), graded("e", "vague"),
        graded("a", "present", "notice"),
      ])
    #expect(reading.agreements.map(\.row) == ["c", "a"])
    #expect(reading.agreements.last?.first.quotation == "with notice")
    #expect(reading.differences.map(\.row) == ["b"])
    #expect(reading.differences.first?.first == graded("b", "vague", "by mail"))
    #expect(reading.differences.first?.second.grade == "missing")
    #expect(reading.onlyFirst.map(\.row) == ["d"])
    #expect(reading.onlySecond.map(\.row) == ["e"])
    // Of three rows two agree: (3·2 − 4) / (9 − 4).
    #expect(reading.kappa == .value(numerator: 2, denominator: 5))
  }
}
