import Interview
import Matters
import PackModel

/// Always the same numbers for the same seed.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  /// SplitMix64.
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func pick<T>(_ list: [T], or other: T) -> T { list.randomElement(using: &self) ?? other }
}

/// Makes acts as a person at the screen would, and worse.
struct RandomActs {
  var chance: Chance
  private var journal: [Entry] = []

  init(seed: UInt64) { chance = Chance(seed) }

  mutating func entry(on sheet: AnswerSheet) -> Entry {
    let number = sheet.head + 1
    var reverses: Entry.Reverse?
    var changes: [Change] = []
    switch Int.random(in: 0..<12, using: &chance) {
    case 0: changes = sheet.addingRow(to: table(), id: sheet.freshRow)
    case 1:
      let table = table()
      changes = sheet.removingRow(chance.pick(sheet.rows(of: table), or: "r0"), from: table)
    case 2:
      let table = table()
      let rows = sheet.rows(of: table)
      let position = rows.isEmpty ? 0 : Int.random(in: 0..<rows.count, using: &chance)
      changes = sheet.movingRow(chance.pick(rows, or: "r0"), of: table, to: position)
    case 3: changes = sheet.remarking(key(sheet), Bool.random(using: &chance) ? text() : nil)
    case 4:
      let setting = setting()
      let isKept = setting.isEssential || Bool.random(using: &chance)
      changes = sheet.changing(setting, to: isKept ? text() : nil)
    case 5:
      if let target = sheet.undoable.last {
        (changes, reverses) = (sheet.inverse(of: journal[target - 1]), .undo(target))
      }
    case 6:
      if let target = sheet.redoable.last,
        let undone = journal.last(where: { $0.reverses == .undo(target) })
      {
        (changes, reverses) = (sheet.inverse(of: undone), .redo(target))
      }
    default:
      for _ in 0..<Int.random(in: 1...3, using: &chance) {
        let key = key(sheet)
        changes.append(.set(key, from: sheet[key], to: answer()))
      }
    }
    let entry = Entry(
      number: number, when: "2026-03-01T09:30:00Z", by: chance.pick(["Anna", "Bjørn Ó"], or: ""),
      why: Bool.random(using: &chance) ? text() : nil, changes: changes, reverses: reverses)
    journal.append(entry)
    return entry
  }

  mutating func answer() -> Answer? {
    switch Int.random(in: 0..<13, using: &chance) {
    case 0: nil
    case 1: .unknown
    case 2: .parked
    case 3: .notApplicable(text())
    case 4: Answer.none
    case 5: .value(.boolean(Bool.random(using: &chance)))
    case 6: .value(.choice(tick()))
    case 7: .value(.checks((0..<Int.random(in: 0...4, using: &chance)).map { _ in tick() }))
    case 8:
      CalendarDate(ordinal: Int.random(in: 306...3_000_000, using: &chance))
        .map { .value(.date($0)) }
    case 9:
      .value(
        .quantity(
          Quantity(
            thousandths: Int.random(in: .min ... .max, using: &chance),
            unit: chance.pick(Unit.allCases, or: .day))))
    case 10:
      .value(
        .money(Money(minor: Int.random(in: -9_999...9_999_999, using: &chance), currency: "EUR")))
    case 11:
      .value(
        Bool.random(using: &chance)
          ? .row("r1") : .number(Int.random(in: .min ... .max, using: &chance)))
    default: .value(.text(text()))
    }
  }

  mutating func text() -> String {
    let pieces = [
      "", "plain", "Müller & Söhne", "M\u{75}\u{308}ller", "“quoted” \"and\" \\back\\",
      "line\nbreak\r\ntab\t",
      "\u{0}NUL\u{0}", "\u{1B}[31mred", "\u{202E}bidi\u{202C}", "日本語 한국어", "👩‍👩‍👧‍👦",
      "</w:t>&amp;<script>",
      "=1+1", "\u{7F}\u{80}\u{85}\u{2028}", "{\"a\":[1]}", String(repeating: "long ", count: 300),
      "\u{FEFF}bom", "\u{FFFF}\u{10FFFF}",
    ]
    return (0..<Int.random(in: 1...3, using: &chance))
      .map { _ in chance.pick(pieces, or: "") }.joined()
  }

  private mutating func tick() -> Tick {
    Bool.random(using: &chance) ? .code(chance.pick(["a", "b-c"], or: "a")) : .other(text())
  }

  private mutating func table() -> String { chance.pick(["subprocessors", "models"], or: "") }

  private mutating func key(_ sheet: AnswerSheet) -> AnswerKey {
    let table = table()
    let free = AnswerKey("question.\(Int.random(in: 0..<30, using: &chance))")
    switch Int.random(in: 0..<4, using: &chance) {
    case 0: return AnswerKey(table)
    case 1:
      guard let row = sheet.rows(of: table).randomElement(using: &chance) else { return free }
      return AnswerKey(table + ".name", row: row)
    default: return free
    }
  }

  private mutating func setting() -> Setting {
    chance.pick(
      [
        .journey, .title, .asOf, .form(.paper), .form(.confidentiality),
        .followUp(finding: "check", field: "owner"),
        .followUp(finding: "check[r1]", field: "due"), .published("agreement.docx"),
        .published("r\u{E9}sum\u{E9}.pdf"), .published("re\u{301}sume\u{301}.pdf"),
        .paper("00ff", .name), .paper("00ff", .reading), .paper("11aa", .replaces),
        .quotation(AnswerKey("table.quote", row: "r1")), .quotation(AnswerKey("question.1")),
      ], or: .title)
  }
}
