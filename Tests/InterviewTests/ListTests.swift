import Interview
import PackModel
import TestSupport
import Testing

/// Lists from elsewhere: which column is which, what becomes of the rows, and what is no answer.
struct ListTests {
  private static let pack = TinyPack.pack(
    [
      TinyPack.question(
        "firm", "group", "item:",
        "  - {linkId: name, type: string, text: Its name, shortText: name, help: H., why: W., authority: [law]}"
      ),
      TinyPack.question(
        "subs", "table", "repeats: true", "rowText: company", "item:",
        "  - {linkId: tier, type: choice, text: Which tier?, shortText: tier, answerOption: [{code: host, display: Hosting}, {code: mail, display: Mail}]}",
        "  - {linkId: name, type: string, required: true, text: What is its name?, shortText: name, alias: [Sub-processor, Entity name, Company]}",
        "  - {linkId: country, type: choice, text: Where?, shortText: location, alias: [Country, Place of processing], answerOption: [{code: de, display: Germany}, {code: ie, display: Ireland}, {code: us, display: the United States, alias: [USA, US]}]}",
        "  - {linkId: by, type: choice, rowsOf: [firm, subs], text: Who engages it?, shortText: engaged by}",
        "  - {linkId: service, type: string, text: What does it do?, shortText: service, alias: [Purpose]}",
        "  - {linkId: since, type: date, text: Since when?, shortText: since}",
        "  - {linkId: hours, type: quantity, unit: [hour, day], text: Hours?, shortText: hours, constraint: {require: hours >= 1 hour, human: An hour at least.}}"
      ),
      TinyPack.question(
        "rights", "table",
        "rows: [{code: access, text: Access}, {code: delete, text: Erasure}]", "item:",
        "  - {linkId: limit, type: quantity, unit: [day, month], text: Time?, shortText: time limit}"
      ),
    ])

  private let today = CalendarDate(year: 2026, month: 11, day: 21)
  private var table: Int { Self.pack.question("subs") ?? 0 }

  private func grid(_ rows: [String]...) -> Grid {
    Grid(rows: rows.enumerated().map { Grid.Row(number: $0.offset + 1, cells: $0.element) })
  }

  private func sheet(_ entries: [Change]...) -> AnswerSheet {
    AnswerSheet(
      entries: entries.enumerated().map {
        Entry(number: $0.offset + 1, when: "", by: "", why: nil, changes: $0.element)
      })
  }

  private func list(_ grid: Grid, _ way: RowImport.Way = .add) -> RowImport {
    RowImport(grid, into: table, Self.pack, way: way)
  }

  private func labels(_ list: RowImport) -> [String] {
    list.targets.map { $0.map { list.names.label($0) } ?? "-" }
  }

  private func evaluation(_ sheet: AnswerSheet = AnswerSheet()) -> Evaluation {
    evaluate(Self.pack, sheet)
  }

  /// A matter with three companies.
  private var three: AnswerSheet {
    sheet(threeChanges)
  }

  private func cell(_ sheet: AnswerSheet, _ column: String, _ row: String) -> Answer? {
    sheet[AnswerKey("subs.\(column)", row: row)]
  }

  // MARK: Headings

  @Test func headingsAreFoundBySynonyms() {
    let found = list(
      grid(
        ["COMPANY", "Place of Processing (country)", "Purpose*", "Since", "Notes"],
        ["A", "DE", "", "", "x"]))
    #expect(labels(found) == ["name", "location", "service", "since", "-"])
    #expect(found.notTaken.map(\.column) == [4])
    #expect(
      labels(list(grid(["What does it do?", "WHERE", "What is its name?"]))) == [
        "service", "location", "name",
      ])
  }

  @Test func ofTwoColumnsTheOneThatIsMeantMoreIsTaken() {
    let found = list(grid(["Company", "Sub-processor", "Purpose"], ["Alpha", "Beta", "Mail"]))
    #expect(labels(found) == ["-", "name", "service"])
    #expect(found.notTaken.map(\.says) == ["could be “name” as well as another column; say which"])
    #expect(
      labels(list(grid(["Name", "Name", "Purpose"], ["a", "b", "c"]))) == ["-", "-", "service"])
  }

  @Test func titlesAndTwoLinesOfHeadingsAreUnderstood() {
    let found = list(
      grid(
        ["Our sub-processors"], ["Company", "", "Processing", ""],
        ["Entity name", "Address", "Purpose", "Country"],
        ["Azure", "x", "Hosting", "IE"]))
    #expect(labels(found) == ["name", "-", "service", "location"])
    let two = list(
      grid(
        ["Entity", "Place of", ""], ["name", "processing", "Notes"], ["Azure", "Ireland", "n"]))
    #expect(labels(two) == ["name", "location", "-"])
    #expect(two.body == 2..<3)
  }

  @Test func aListWithoutKnownHeadingsIsNotTaken() {
    let unknown = list(grid(["Firma", "Sitz"], ["Azure", "Ireland"]))
    let plan = unknown.plan(evaluation(), today: today)
    #expect(
      plan.changes.isEmpty && plan.problem?.contains("No line of the list names a column") == true)
    let nameless = list(grid(["Location", "Purpose"], ["Ireland", "Mail"]))
    #expect(nameless.plan(evaluation(), today: today).problem?.contains("“name”") == true)
  }

  @Test func whatIsMappedByHandSaysWhetherTheFirstLineIsARow() {
    let evaluation = evaluation()
    func mapped(_ grid: Grid) -> RowImport {
      var found = list(grid)
      found.map(0, to: .column(Self.pack.question("subs.name") ?? 0))
      found.map(1, to: .column(Self.pack.question("subs.country") ?? 0))
      found.weigh(evaluation, today: today)
      return found
    }
    let rows = mapped(grid(["Azure", "Ireland"], ["Beta", "Germany"]))
    #expect(
      rows.headings == .absent && rows.plan(evaluation, today: today).added == ["Azure", "Beta"])
    let headed = mapped(grid(["Firma", "Sitz"], ["Azure", "Ireland"], ["Beta", "Germany"]))
    #expect(headed.headings == .rows(first: 0, count: 1))
    #expect(headed.plan(evaluation, today: today).added == ["Azure", "Beta"])
    // Nothing tells: nothing is taken before somebody says.
    var open = list(grid(["Firma"], ["Azure"]))
    open.map(0, to: .column(Self.pack.question("subs.name") ?? 0))
    open.weigh(evaluation, today: today)
    #expect(open.plan(evaluation, today: today).problem?.contains("Say whether") == true)
  }

  // MARK: Rows

  @Test func bandsRepeatedHeadingsAndFootnotesAreNoRows() {
    var lines = grid(
      ["Name", "Country", "Purpose"], ["Azure", "IE", "Hosting"], ["Support"],
      ["Beta", "DE", "Mail"],
      ["Name", "Country", "Purpose"], ["Gamma", "US", "Logs"], ["* Not for all."])
    lines.rows[2].isBand = true
    var found = list(lines)
    let plan = found.plan(evaluation(), today: today)
    #expect(plan.added == ["Azure", "Beta", "Gamma"])
    #expect(plan.left.map(\.number) == [3, 5, 7])
    #expect(plan.left.map(\.reason) == [.band, .headings, .lone])
    found.toggleLone(6)
    #expect(found.plan(evaluation(), today: today).added.last == "* Not for all.")
  }

  @Test func whatIsNotUnderstoodIsNamedAndNothingIsInvented() {
    let plan = list(
      grid(
        ["Name", "Country", "Purpose", "Since", "Hours", "Engaged by"],
        ["Azure", "Global", "n/a", "-", "0 hour", "Nobody"], ["", "DE", "x", "", "", ""],
        ["Beta", "DE, IE", "Mail", "31.02.2026", "4", "Azure"])
    ).plan(evaluation(), today: today)
    #expect(plan.added == ["Azure", "Beta"])
    let faults = plan.faults.map {
      "\($0.number) \(Self.pack.questions[$0.column].name) \($0.text)"
    }
    #expect(
      faults == [
        "2 country Global", "2 hours 0 hour", "2 by Nobody", "3 name ", "4 country DE, IE",
        "4 since 31.02.2026", "4 hours 4",
      ])
    #expect(plan.silent == 2)
    let after = sheet(plan.changes)
    #expect(cell(after, "service", "r1") == nil && cell(after, "country", "r1") == nil)
    #expect(cell(after, "by", "r2") == .value(.row("r1")))
  }

  @Test func aCorrectionTakesThePlaceOfACell() {
    var found = list(grid(["Name", "Country"], ["Azure", "Global"], ["", "DE"]))
    found.correct(RowImport.Place(row: 1, column: 1), to: "Ireland")
    found.correct(RowImport.Place(row: 2, column: 0), to: "Beta")
    let plan = found.plan(evaluation(), today: today)
    #expect(plan.faults.isEmpty && plan.added == ["Azure", "Beta"])
    #expect(cell(sheet(plan.changes), "country", "r1") == .value(.code("ie")))
  }

  // MARK: Add, replace, update

  @Test func anUpdateGoesByTheName() {
    let plan = list(
      grid(
        ["Name", "Country", "Since"], ["AZURE", "DE", "2026-03-01"], ["Delta", "IE", ""],
        ["Beta", "", ""]),
      .update
    ).plan(evaluation(three), today: today)
    #expect(plan.added == ["Delta"] && plan.removed.isEmpty && plan.staying == ["Gamma"])
    #expect(plan.same == 1)
    #expect(
      plan.changed.map { "\($0.name): \($0.cells.map { "\($0.label) \($0.from)>\($0.to)" })" } == [
        "AZURE: [\"name Azure>AZURE\", \"location Ireland>Germany\", \"since >1 March 2026\"]"
      ])
    let after = sheet(threeChanges, plan.changes)
    #expect(after.rows(of: "subs") == ["r1", "r2", "r3", "r4"])
    #expect(cell(after, "service", "r1") == .value(.text("Hosting")))
    #expect(cell(after, "by", "r2") == .value(.row("r1")))
  }

  private var threeChanges: [Change] {
    list(
      grid(
        ["Name", "Country", "Purpose", "Engaged by"], ["Azure", "IE", "Hosting", ""],
        ["Beta", "de", "Mail", "Azure"], ["Gamma", "USA", "Logs", ""])
    ).plan(evaluation(), today: today).changes
  }

  @Test func whatReplacesGivesTheTableItsRowsAndTheirOrder() {
    let plan = list(
      grid(["Name", "Country"], ["Delta", "IE"], ["Gamma", ""], ["Azure", "IE"]), .replace
    ).plan(evaluation(three), today: today)
    #expect(plan.removed == ["Beta"] && plan.added == ["Delta"])
    var after = sheet(threeChanges, plan.changes)
    #expect(after.rows(of: "subs") == ["r4", "r3", "r1"])
    // What the list has a column for is as it says, what it has none for stays.
    #expect(cell(after, "country", "r3") == nil)
    #expect(cell(after, "service", "r3") == .value(.text("Logs")))
    #expect(cell(after, "name", "r2") == nil)
    // One undo takes all of it back.
    let entry = Entry(number: 2, when: "", by: "", why: nil, changes: plan.changes)
    let back = after.inverse(of: entry)
    after.apply(Entry(number: 3, when: "", by: "", why: nil, changes: back, reverses: .undo(2)))
    #expect(after.answers == three.answers && after.rows == three.rows)
  }

  @Test func aListOfNothingTakesNothingAway() {
    let plan = list(grid(["Name", "Country"], ["", "DE"]), .replace).plan(
      evaluation(three), today: today)
    #expect(plan.problem == "The list has no row that can be taken.")
    #expect(
      list(grid(["Name", "Country"]), .replace).plan(evaluation(three), today: today).problem != nil
    )
  }

  @Test func whatIsAddedTwiceIsTold() {
    let plan = list(grid(["Name"], ["Beta"], ["Delta"]), .add).plan(evaluation(three), today: today)
    #expect(plan.doubled == ["Beta"] && plan.added == ["Beta", "Delta"])
  }

  @Test func aNameThatStandsTwiceIsMatchedInOrder() {
    let two = sheet(
      list(grid(["Name", "Country"], ["Azure", "IE"], ["Azure", "DE"])).plan(
        evaluation(), today: today
      ).changes)
    let plan = list(
      grid(["Name", "Country"], ["Azure", "IE"], ["Azure", "US"], ["Azure", "DE"]), .update
    )
    .plan(evaluation(two), today: today)
    #expect(plan.added == ["Azure"] && plan.same == 1 && plan.changed.count == 1)
  }

  @Test func rowsOfThePackAreUpdatedByTheirWords() throws {
    let rights = try #require(Self.pack.question("rights"))
    let found = RowImport(
      grid(
        ["Row", "Time limit"], ["Access", "1 month"], ["delete", "5 day"], ["Nothing", "1 day"]),
      into: rights, Self.pack, way: .update)
    let plan = found.plan(evaluation(), today: today)
    #expect(plan.faults.map(\.text) == ["Nothing"])
    let after = sheet(plan.changes)
    #expect(after[AnswerKey("rights.limit", row: "delete")] != nil)
    var adding = found
    adding.way = .add
    #expect(adding.plan(evaluation(), today: today).problem != nil)
  }

  @Test func tenThousandRowsGoIn() {
    let rows = (0..<10_000).map {
      Grid.Row(number: $0 + 2, cells: ["Company \($0)", "IE", "Azure"])
    }
    let all = Grid(rows: [Grid.Row(number: 1, cells: ["Name", "Country", "Engaged by"])] + rows)
    let plan = list(all).plan(evaluation(three), today: today)
    #expect(plan.added.count == 10_000 && plan.faults.isEmpty)
    let more = Grid(rows: all.rows + [Grid.Row(number: 10_003, cells: ["One more", "DE"])])
    #expect(list(more).plan(evaluation(), today: today).problem?.contains("10000") == true)
  }

  // MARK: Out and back

  @Test(arguments: 0..<24) func whatGoesOutComesBackAsItWas(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    let words = [
      "Azure", "Beta, Inc.", "'=1+1", "=SUM(A1)", "n/a", "Ü; \"x\"", "-", "us", "two\nlines",
    ]
    var changes: [Change] = []
    var sheet = AnswerSheet()
    func apply(_ new: [Change]) {
      changes += new
      sheet = self.sheet(changes)
    }
    for number in 0..<6 {
      let row = "r\(number + 1)"
      apply(sheet.addingRow(to: "subs", id: row))
      func set(_ column: String, _ answer: Answer?) {
        guard let answer, Int.random(in: 0..<3, using: &random) > 0 else { return }
        apply(sheet.setting(AnswerKey("subs.\(column)", row: row), to: answer))
      }
      apply(
        sheet.setting(
          AnswerKey("subs.name", row: row),
          to: .value(.text("Company \(Int.random(in: 0..<4, using: &random))"))))
      set("tier", .value(.code(Bool.random(using: &random) ? "host" : "mail")))
      set(
        "country",
        [.value(.code("us")), .unknown, .parked, .notApplicable("no: why")].randomElement(
          using: &random))
      set("by", number > 0 ? .value(.row("r\(Int.random(in: 1...number, using: &random))")) : nil)
      set("service", words.randomElement(using: &random).map { .value(.text($0)) })
      set("since", today.map { .value(.date($0)) })
    }
    let before = evaluation(sheet)
    let cells = before.list(of: table)
    // As a reader of files gives it: an apostrophe before a sign of computing is gone.
    let rows = cells.enumerated().map { number, row in
      Grid.Row(
        number: number + 1,
        cells: row.map { cell in
          guard cell.first == "'", let next = cell.drop(while: { $0 == "'" }).first,
            "=+-@|".contains(next)
          else { return cell }
          return String(cell.dropFirst())
        })
    }
    for way in [RowImport.Way.update, .replace] {
      let plan = list(Grid(rows: rows), way).plan(before, today: today)
      #expect(plan.changes.isEmpty, "\(way): \(plan.changes)")
      #expect(plan.faults.isEmpty, "\(plan.faults)")
    }
  }

  @Test func everyTableOfTheShippedPackGoesOutAndBack() {
    let pack = TestPacks.real
    for name in ["saas-processor", "swiss-bank"] {
      guard let known = WholeCase.all.first(where: { $0.name == name }) else { continue }
      let evaluation = known.evaluation(pack)
      for (table, question) in pack.questions.enumerated() where question.kind == .table {
        let rows = evaluation.list(of: table).enumerated().map {
          Grid.Row(number: $0.offset + 1, cells: $0.element)
        }
        // Of names alone nothing is taken.
        guard rows.dropFirst().contains(where: { $0.cells.count(where: { !$0.isEmpty }) > 1 })
        else { continue }
        let list = RowImport(Grid(rows: rows), into: table, pack, way: .update)
        let plan = list.plan(evaluation, today: today)
        #expect(plan.problem == nil, "\(name) \(question.linkId)")
        #expect(
          plan.changes.isEmpty && plan.faults.isEmpty,
          "\(question.linkId): \(plan.faults) \(plan.changes.prefix(4))")
      }
    }
  }

  @Test func anAnswerGoesIntoManyRowsAsFarAsTheyTakeIt() throws {
    let evaluation = evaluation(three)
    let keys = ["r1", "r2", "r3"].map { AnswerKey("subs.by", row: $0) }
    // Nobody stands above itself.
    let taking = evaluation.taking(.value(.row("r3")), at: keys)
    #expect(taking.keys.map(\.row) == ["r1", "r2"])
  }
}
