import PackModel
import Papers
import Testing

@Suite("Numbers in a passage")
struct FigureTests {
  private static let read: [(String, ReadFigure.Value, String)] = [
    ("within ten (10) days of it", .quantity(Quantity(10, .day)), "ten (10) days"),
    ("10 (ten) days", .quantity(Quantity(10, .day)), "10 (ten) days"),
    ("no later than 72 hours after", .quantity(Quantity(72, .hour)), "72 hours"),
    ("within 30 calendar days", .quantity(Quantity(30, .day)), "30 calendar days"),
    ("two (2) business days", .quantity(Quantity(2, .businessDay)), "two (2) business days"),
    ("five Working Days", .quantity(Quantity(5, .businessDay)), "five Working Days"),
    ("a 30-day period", .quantity(Quantity(30, .day)), "30-day"),
    ("twenty-four (24) hours", .quantity(Quantity(24, .hour)), "twenty-four (24) hours"),
    (
      "one hundred and twenty-four days", .quantity(Quantity(124, .day)),
      "one hundred and twenty-four days"
    ),
    ("for 12 months after", .quantity(Quantity(12, .month)), "12 months"),
    ("once in one year", .quantity(Quantity(1, .year)), "one year"),
    ("100 % of the fees", .quantity(Quantity(100, .percent)), "100 %"),
    ("1.5 per cent", .quantity(Quantity(thousandths: 1500, unit: .percent)), "1.5 per cent"),
    ("up to EUR 1 million", .money(Money(minor: 100_000_000, currency: "EUR")), "EUR 1 million"),
    ("of $1,250.50 at most", .money(Money(minor: 125_050, currency: "USD")), "$1,250.50"),
    ("5,000 euros", .money(Money(minor: 500_000, currency: "EUR")), "5,000 euros"),
  ]

  @Test("are read with what they count and where they stand", arguments: read)
  func reads(_ text: String, _ value: ReadFigure.Value, _ words: String) throws {
    let figures = FigureReading.figures(in: text)
    let figure = try #require(figures.first)
    #expect(figures.count == 1)
    #expect(figure.value == value)
    let found = text.utf8.dropFirst(figure.range.lowerBound).prefix(figure.range.count)
    #expect(String(decoding: found, as: UTF8.self) == words)
  }

  @Test(
    "a number that counts nothing is none",
    arguments: [
      "Article 28(3)", "section 4.1", "on 27 April 2016", "the one party", "", "ISO 27001",
    ])
  func none(_ text: String) { #expect(FigureReading.figures(in: text).isEmpty) }

  @Test("only the kinds that are asked for are proposed")
  func kinds() {
    let text = "within 48 hours, and in any case two business days, for EUR 10"
    #expect(FigureReading.figures(in: text).count == 3)
    #expect(FigureReading.figures(in: text, [.day]).map(\.kind) == [.day])
    #expect(FigureReading.figures(in: text, [.hour, .day]).count == 2)
  }
}
