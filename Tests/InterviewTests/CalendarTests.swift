import PackModel
import Testing

struct CalendarTests {
  @Test func aDayIsReadAsItIsWritten() {
    for ordinal in stride(from: 306, to: 3_000_000, by: 997) {
      guard let day = CalendarDate(ordinal: ordinal) else { continue }
      #expect(CalendarDate(iso: day.iso) == day)
    }
  }

  @Test(arguments: [
    "", "2026-3-01", "20260-301", "2026-13-01", "2026-02-30", "2026-03-01 ", "2026/03/01",
    "-2026-03-01", "2026-03-011", "2026-03-", "2026--3-01", "２０２６-03-01", "2026-03-0١",
  ]) func nothingElseIsADay(_ text: String) {
    #expect(CalendarDate(iso: text) == nil)
  }
}
