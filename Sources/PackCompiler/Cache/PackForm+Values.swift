import PackModel

extension Unit: PackedCase { static let cases = allCases }
extension FigureKind: PackedCase { static let cases = allCases }
extension PassageQuery.Group.Role: PackedCase { static let cases = allCases }
extension QuestionKind: PackedCase { static let cases = allCases }
extension NormKind: PackedCase { static let cases = allCases }
extension Severity: PackedCase { static let cases = allCases }
extension ArticleRow: PackedCase { static let cases = allCases }
extension Authority.Confidence: PackedCase { static let cases = allCases }
extension CheckExample.Outcome: PackedCase { static let cases = allCases }
extension Expression.Comparison: PackedCase { static let cases = allCases }
extension Placeholder.Format: PackedCase { static let cases = allCases }
extension ReportTable: PackedCase { static let cases = allCases }
extension ReportFact: PackedCase { static let cases = allCases }
extension DocumentRole: PackedCase { static let cases = allCases }
extension Section.Style: PackedCase { static let cases = allCases }
extension TemplateBlock.Subject: PackedCase { static let cases = allCases }

extension CalendarDate: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    let ordinal = try c.number(it().ordinal, below: last.ordinal + 1)
    guard let date = CalendarDate(ordinal: ordinal) else { throw Damage() }
    return date
  }
}

extension Quantity: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Quantity(thousandths: c.integer(it().thousandths), unit: c(it().unit))
  }
}

extension Money: Packed {
  static func coded(_ it: @autoclosure () -> Self, by c: inout some Codec) throws -> Self {
    try Money(minor: c.integer(it().minor), currency: c(it().currency))
  }
}

extension Tick: Variant {
  enum Tag: UInt8, CaseIterable { case code, other }
  static let blanks: [Tick] = [.code(""), .other("")]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .code(let a): try .code(c.tagged(Tag.code, a))
    case .other(let a): try .other(c.tagged(Tag.other, a))
    }
  }
}

extension Value: Variant {
  enum Tag: UInt8, CaseIterable {
    case boolean, choice, checks, text, date, quantity, money, row, number
  }
  static let blanks: [Value] = [
    .boolean(false), .choice(.code("")), .checks([]), .text(""), .date(.first),
    .quantity(Quantity(0, .hour)), .money(Money(minor: 0, currency: "")), .row(""), .number(0),
  ]

  static func made(like it: Self, by c: inout some Codec) throws -> Self {
    switch it {
    case .boolean(let a): try .boolean(c.tagged(Tag.boolean, a))
    case .choice(let a): try .choice(c.tagged(Tag.choice, a))
    case .checks(let a): try .checks(c.tagged(Tag.checks, a))
    case .text(let a): try .text(c.tagged(Tag.text, a))
    case .date(let a): try .date(c.tagged(Tag.date, a))
    case .quantity(let a): try .quantity(c.tagged(Tag.quantity, a))
    case .money(let a): try .money(c.tagged(Tag.money, a))
    case .row(let a): try .row(c.tagged(Tag.row, a))
    case .number(let a): try .number(c.tagged(Tag.number, a, of: nil))
    }
  }
}

extension ReportColumn: PackedCase {
  static let cases = ReportTable.allCases.flatMap(\.columns)
  static let blank = cases[0]
}
