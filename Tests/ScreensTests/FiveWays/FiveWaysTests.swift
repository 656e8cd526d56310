import Canvas
import FoundationEssentials
import Interview
import PackCompiler
import PackModel
import PlainText
import TestSupport
import Testing

@testable import Screens

/// The screen, a command line, a file, a sheet and a pasted table read the same words alike: what is
/// kept is what was meant, and what is shown of it is read as the same again.
@Suite struct FiveWaysTests {
  /// How many texts are typed; all of the hundred thousand where ART28_VALUES says so.
  private static let count =
    ProcessInfo.processInfo.environment["ART28_VALUES"].flatMap { Int($0) } ?? 1200

  private static let columns = [
    "label", "country", "measures", "flag", "time", "price", "signed",
  ]

  private static let countries: [Option] = {
    let pack = TestPacks.real
    return pack.questions.first { $0.kind == .choice && $0.options.count > 200 }?.options ?? []
  }()

  private static let pack = TinyPack.pack(
    [
      TinyPack.question("the-label", "string"),
      TinyPack.question("the-country", "choice", "list: countries"),
      TinyPack.question("the-measures", "checks", "answerOption:\n" + measures),
      TinyPack.question("the-flag", "boolean"),
      TinyPack.question("the-time", "quantity", "unit: [hour, day]"),
      TinyPack.question("the-price", "money", "currency: EUR"),
      TinyPack.question("the-signed", "date"),
      TinyPack.question(
        "rows", "table", "repeats: true", "rowText: company", "item:",
        "  - {linkId: called, type: string, text: Called?, shortText: called}",
        "  - {linkId: label, type: string, text: Label?, shortText: label}",
        "  - {linkId: country, type: choice, list: countries, text: Country?, shortText: country}",
        "  - {linkId: measures, type: checks, text: Measures?, shortText: measures, answerOption: [{code: crypto, display: \"Encryption, AES-256 or better\"}, {code: logs, display: Logs}, {code: tests, display: Tests}]}",
        "  - {linkId: flag, type: boolean, text: Flag?, shortText: flag}",
        "  - {linkId: time, type: quantity, unit: [hour, day], text: Time?, shortText: time}",
        "  - {linkId: price, type: money, currency: EUR, text: Price?, shortText: price}",
        "  - {linkId: signed, type: date, text: Signed?, shortText: signed}"),
    ], files: ["lists/countries.yaml": list])

  private static let measures = """
      - {code: crypto, display: "Encryption, AES-256 or better"}
      - {code: logs, display: Logs}
      - {code: tests, display: Tests}
    """

  private static var list: String {
    countries.map { option in
      let names = option.names.dropFirst(2).map(quoted).joined(separator: ", ")
      return
        "- {code: \"\(option.code)\", display: \(quoted(option.display)), alias: [\(names)]}\n"
    }.joined()
  }

  /// As JSON writes it, which YAML reads.
  private static func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": out += "\\\(scalar)"
      case "\0"..."\u{1F}":
        out += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out + "\""
  }

  private static func matter() throws -> OpenMatter {
    let today = try #require(CalendarDate(year: 2026, month: 11, day: 21))
    let opening = Opening(
      path: "/m.art28", title: "m", pack: pack,
      entries: [
        Entry(
          number: 1, when: "", by: "", why: nil,
          changes: [.setting(.journey, from: nil, to: "whole")])
      ], desk: DeskNote(), saved: "")
    return OpenMatter(opening, today: today)
  }

  @Test func whatIsKeptIsWhatWasMeant() throws {
    let file = try Self.matter()
    var typing = Typing(random: SeededRandom(seed: 2026), countries: Self.countries)
    var (kept, refused, done) = (0, 0, 0)
    while done < Self.count {
      let batch = (0..<min(400, Self.count - done)).map { _ in typing.next() }
      done += batch.count
      let ways = try [
        onScreen(batch, file), onCommandLine(batch), inFile(batch), onSheet(batch),
        asPaste(batch, file),
      ]
      for (number, typed) in batch.enumerated() {
        let values = ways.map { $0[number] }
        for (way, value) in zip(["screen", "--set", "file", "sheet", "paste"], values) {
          judge(value, typed, way, file)
        }
        // A choice has no words on the screen, and a unit stands behind its field.
        let words = values.dropFirst()
        #expect(Set(words).count == 1, "\(typed.column): “\(typed.text)” is \(words)")
        if values.contains(where: { $0 != nil }) { kept += 1 } else { refused += 1 }
      }
    }
    print("five ways: \(done) texts, \(kept) kept as meant, \(refused) refused")
    #expect(kept > done / 3 && refused > done / 10)
  }

  /// That a value is what its text says, and is read again from all that is shown of it.
  private func judge(_ value: Value?, _ typed: TypedValue, _ way: String, _ file: OpenMatter) {
    let what = "\(way), \(typed.column): “\(typed.text)”"
    guard let value else {
      #expect(typed.meant == nil, "\(what) is refused")
      return
    }
    if let meant = typed.meant {
      #expect(value == meant, "\(what) is kept as \(value)")
    } else {
      #expect(
        Sense.agrees(value, with: typed.text, Self.countries), "\(what) is kept as \(value)")
    }
    guard let question = Self.pack.question("the-\(typed.column)") else { return }
    for form in [
      Evaluation.written(value), file.evaluation.shown(value, of: question),
      file.shown(value, question),
    ] {
      #expect(
        (try? file.evaluation.read(form, for: question)) == value,
        "\(what) is shown as “\(form)”, which is something else")
    }
  }

  // MARK: The ways

  private func onScreen(_ batch: [TypedValue], _ file: OpenMatter) throws -> [Value?] {
    try batch.map { typed in
      let slot = Slot(try #require(Self.pack.question("the-\(typed.column)")), row: nil)
      var field = Field(slot, file)
      switch field {
      case .line(var line):
        _ = line.update(.pasted(typed.text))
        field = .line(line)
      case .choice(var choice) where !choice.isMany && choice.filter != nil:
        // Typing narrows, and Enter takes what the marker shows: only whole names are a promise.
        guard let meant = typed.meant else { return nil }
        _ = choice.update(.pasted(typed.text))
        choice.toggle()
        field = .choice(choice)
        guard choice.current != nil else { return meant }
      case .choice(var choice):
        guard let meant = typed.meant else { return nil }
        choice.put(meant)
        if choice.value(Self.pack.questions[slot.question]) == nil { choice.chooseNone() }
        field = .choice(choice)
      case .area, .none: return nil
      }
      if case .value(let value) = field.reading(slot, file, today: file.evaluation.todayForTest) {
        return value
      }
      return nil
    }
  }

  private func onCommandLine(_ batch: [TypedValue]) -> [Value?] {
    batch.map { typed in
      var assigning = Assigning(evaluate(Self.pack, AnswerSheet()))
      assigning.take(Assignment(path: "the-\(typed.column)", said: .words(typed.text)))
      return assigning.evaluation.sheet[AnswerKey("the-\(typed.column)")].flatMap(value)
    }
  }

  private func inFile(_ batch: [TypedValue]) throws -> [Value?] {
    let rows = batch.map { "{\"\($0.column)\": \(Self.quoted($0.text))}" }
    let text = "{\"rows\": [\(rows.joined(separator: ",\n"))]}"
    guard case .success(let file) = AnswersFile.read(text, file: "a.json") else {
      Issue.record("the file is not read: \(text)")
      return batch.map { _ in nil }
    }
    return rowValues(file.assignments, batch)
  }

  private func onSheet(_ batch: [TypedValue]) -> [Value?] {
    let rows = batch.indices.map { Assignment(path: "rows[\($0)]", said: .open) }
    let text = batch.enumerated().map {
      "== rows[\($0.offset)].\($0.element.column) ==\nQuestion?\nAnswer: \($0.element.text)\n\n"
    }.joined()
    // "?" says on a sheet that somebody looked and does not know.
    return rowValues(rows + QuestionSheet.answers(in: text), batch)
  }

  private func rowValues(_ assignments: [Assignment], _ batch: [TypedValue]) -> [Value?] {
    var assigning = Assigning(evaluate(Self.pack, AnswerSheet()))
    assigning.take(assignments)
    let sheet = assigning.evaluation.sheet
    let rows = sheet.rows(of: "rows")
    return batch.enumerated().map { number, typed in
      sheet[AnswerKey("rows.\(typed.column)", row: rows[number])].flatMap(value)
    }
  }

  /// As cells of a list that is pasted, each below its heading, behind the name of its row.
  private func asPaste(_ batch: [TypedValue], _ file: OpenMatter) throws -> [Value?] {
    let table = try #require(Self.pack.question("rows"))
    let head = Grid.Row(number: 1, cells: ["called"] + Self.columns)
    let rows = batch.enumerated().map { number, typed in
      Grid.Row(
        number: number + 2,
        cells: ["row \(number)"]
          + Self.columns.map { $0 == typed.column ? String(typed.text.trimmed) : "" })
    }
    let plan = RowImport(Grid(rows: [head] + rows), into: table, Self.pack, way: .add)
      .plan(file.evaluation, today: file.evaluation.todayForTest)
    var found: [AnswerKey: Value] = [:]
    for case .set(let key, _, .value(let value)?) in plan.changes { found[key] = value }
    var ids: [String: String] = [:]
    for (key, value) in found where key.linkId == "rows.called" {
      if case .text(let name) = value { ids[name] = key.row }
    }
    return batch.enumerated().map { number, typed in
      ids["row \(number)"].flatMap { found[AnswerKey("rows.\(typed.column)", row: $0)] }
    }
  }

  private func value(_ answer: Answer) -> Value? {
    if case .value(let value) = answer { value } else { nil }
  }
}

extension Evaluation {
  /// The day on which these matters are worked on.
  fileprivate var todayForTest: CalendarDate {
    CalendarDate(year: 2026, month: 11, day: 21) ?? .first
  }
}
