import Findings
import Interview
import PackModel
import TestSupport
import Testing

/// What holds of a rule whatever is named: compared with the plainest reading of it.
struct PromisePropertyTests {
  private static let countries = ["de": "Germany", "ie": "Ireland", "us": "the United States"]

  /// A place is at odds with a list exactly where one of its countries is not on it.
  @Test func aListShutsOutWhatIsNotOnIt() {
    let codes = PromisePropertyTests.countries.keys.sorted()
    for code in codes {
      for bits in 1..<8 {
        let named = codes.enumerated().filter { bits & (1 << $0.offset) != 0 }.map(\.element)
        let text = named.compactMap { PromisePropertyTests.countries[$0] }
          .joined(separator: " and ")
        let isOdd = named.contains { $0 != code }
        #expect(found("only: store, place: home", "may: store, place: region", code, text) == isOdd)
        // Turned round, the list is the text's.
        let isListed = named.contains(code)
        #expect(
          found("only: store, place: region", "may: store, place: home", code, text) != isListed)
        #expect(
          found("may-not: store, place: region", "may: store, place: home", code, text) == isListed)
      }
    }
  }

  private func found(_ closed: String, _ open: String, _ home: String, _ region: String) -> Bool {
    let promises = """
      - clause: one
        promises: [{id: closed, \(closed), says: it is closed}]
      - clause: three
        promises: [{id: open, \(open), says: it is open}]

      """
    let found = PromisePack.found(promises, ["home": home, "region": region])
    #expect(found.unsure.isEmpty)
    return found.failed == ["promises.place.closed+open"]
  }

  /// Between units that do not convert, only what holds in every calendar is said.
  @Test func aTimeIsShorterOnlyWhereItAlwaysIs() {
    let promises = """
      - clause: one
        promises: [{id: gone, must: delete, within: gone, from: record, says: it is deleted}]
      - clause: three
        promises: [{id: kept, must: keep, lasting: kept, from: record, says: it is kept}]

      """
    func days(_ span: (Int, String)) -> ClosedRange<Int> {
      span.1 == "day" ? span.0...span.0 : span.0 * 28...span.0 * 31
    }
    let spans = [1, 27, 28, 30, 31, 32, 62, 63].map { ($0, "day") } + [1, 2].map { ($0, "month") }
    for gone in spans {
      for kept in spans {
        let found = PromisePack.found(
          promises, ["gone": "\(gone.0) \(gone.1)", "kept": "\(kept.0) \(kept.1)"])
        let (mine, theirs) = (days(gone), days(kept))
        let isConverted = gone.1 == kept.1
        let isShorter = isConverted ? gone.0 < kept.0 : mine.upperBound < theirs.lowerBound
        let isKept = isConverted ? gone.0 >= kept.0 : mine.lowerBound >= theirs.upperBound
        #expect(found.failed.isEmpty == !isShorter, "\(gone), \(kept)")
        #expect(found.unsure.isEmpty == (isShorter || isKept), "\(gone), \(kept)")
      }
    }
  }
}
