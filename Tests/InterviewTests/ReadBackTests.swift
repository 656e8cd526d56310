import Interview
import PackModel
import TestSupport
import Testing

/// Whatever the program prints for an answer is read back as that answer, over the whole pack; and
/// what nothing is called is no answer.
struct ReadBackTests {
  private let pack = TestPacks.real
  private static let numbers: [Language.NumberForm] = [.comma, .space, .point]
  private static let languages = numbers.flatMap { numbers in
    Language.DateForm.allCases.map { Language(tag: "en-GB", dates: $0, numbers: numbers) }
  }

  /// A matter whose documents write numbers so.
  private func evaluation(_ numbers: Language.NumberForm) -> Evaluation {
    var sheet = AnswerSheet()
    sheet.apply(
      Entry(
        number: 1, when: "", by: "", why: nil,
        changes: [.setting(.form(.numbers), from: nil, to: numbers.rawValue)]))
    return evaluate(pack, sheet)
  }

  private func question(_ kind: QuestionKind) throws -> Int {
    try #require(pack.questions.firstIndex { $0.kind == kind })
  }

  @Test func everyOptionByAllItsNames() throws {
    let evaluation = evaluate(pack, AnswerSheet())
    for (number, question) in pack.questions.enumerated() where !question.options.isEmpty {
      for option in question.options {
        let value: Value =
          question.kind == .checks ? .checks([.code(option.code)]) : .code(option.code)
        var forms =
          option.names + [
            option.code.uppercased(), option.display.uppercased(), option.display.lowercased(),
            Evaluation.written(value), evaluation.shown(value, of: number),
            option.display.replacing(" ", with: "\u{202F}"),
          ]
        if question.kind == .checks { forms += ["  - \(option.display)", "\(option.display);"] }
        for form in forms {
          #expect(try evaluation.read(form, for: number) == value, "\(question.linkId): \(form)")
        }
      }
    }
  }

  @Test(arguments: 0..<4) func manyTicksInEveryForm(_ seed: UInt64) throws {
    let evaluation = evaluate(pack, AnswerSheet())
    var random = SeededRandom(seed: seed)
    for (number, question) in pack.questions.enumerated() where question.kind == .checks {
      guard question.options.count < 100 else { continue }
      let chosen = question.options.filter { _ in Bool.random(using: &random) }.prefix(12)
      // "None of these" may be an option of its own.
      guard !chosen.isEmpty || pack.names(of: number).option("none of these") == nil else {
        continue
      }
      let value = Value.checks(chosen.map { .code($0.code) })
      let labels = chosen.map(\.display)
      for form in [
        Evaluation.written(value), evaluation.shown(value, of: number),
        chosen.isEmpty ? "none" : labels.joined(separator: "\n"),
        chosen.isEmpty ? "-" : labels.shuffled(using: &random).joined(separator: ", "),
        chosen.isEmpty ? "None" : labels.joined(separator: "; "),
      ] {
        #expect(try evaluation.read(form, for: number) == value, "\(question.linkId): \(form)")
      }
    }
  }

  @Test(arguments: 0..<4) func quantitiesOfEveryUnit(_ seed: UInt64) throws {
    var random = SeededRandom(seed: seed)
    for numbers in Self.numbers {
      let evaluation = evaluation(numbers)
      let language = Language(tag: "en-GB", dates: .dayMonthYear, numbers: numbers)
      for (number, question) in pack.questions.enumerated() where question.kind == .quantity {
        for unit in question.units {
          let size = [9, 99, 5000, 2_000_000].randomElement(using: &random) ?? 9
          var whole = Int.random(in: 0...size, using: &random)
          // With points for thousands 5.125 reads two ways, and is asked back.
          if numbers == .point { whole -= whole % 10 }
          for quantity in [Quantity(whole, unit), Quantity(1, unit)] {
            for form in [
              Evaluation.written(.quantity(quantity)), language.quantity(quantity),
              language.quantity(quantity, words: true),
              evaluation.shown(.quantity(quantity), of: number, in: language),
            ] {
              same(form, .quantity(quantity), number, evaluation)
            }
          }
        }
      }
    }
  }

  @Test func fractionsOfAUnit() throws {
    let days = try #require(
      pack.questions.firstIndex { $0.kind == .quantity && $0.units.contains(.day) })
    for thousandths in [500, 1250, 1125, 12_375, 250, 1_000_500] {
      let quantity = Quantity(thousandths: thousandths, unit: .day)
      for form in [Evaluation.written(.quantity(quantity)), Language.british.quantity(quantity)] {
        same(form, .quantity(quantity), days, evaluation(.comma))
      }
    }
  }

  private static let currencies = """
    AED ALL BHD CHF CLF CLP DKK EUR GBP HUF IDR INR IQD ISK JOD JPY KMF KRW KWD LYD MAD NOK OMR PLN
    PYG RWF SEK SOS TND TOP TRY UGX USD UYW VND XAF XCG XOF XPF ZAR ZWG
    """.split { $0 == " " || $0 == "\n" }.map(String.init)

  @Test(arguments: currencies) func amountsOfEveryCurrency(_ currency: String) throws {
    let money = try question(.money)
    var random = SeededRandom(seed: 11)
    for numbers in Self.numbers {
      let language = Language(tag: "en-GB", dates: .iso, numbers: numbers)
      for _ in 0..<40 {
        let size = [9, 999, 99_999, 9_999_999_999].randomElement(using: &random) ?? 9
        // With points for thousands 12.345 dinars read two ways, and are asked back.
        let readsTwoWays = numbers == .point && Currency.decimals(of: currency) > 2
        let step = readsTwoWays ? 10 * Money.factor(of: currency) : 1
        var minor = Int.random(in: 0...size, using: &random) * step
        if Currency.decimals(of: currency) == 0 { minor *= Money.factor(of: currency) }
        let value = Money(minor: minor, currency: currency)
        for form in [
          Evaluation.written(.money(value)), language.money(value),
          language.money(value).replacing(",", with: numbers == .comma ? "’" : ","),
        ] {
          same(form, .money(value), money, evaluation(numbers))
        }
      }
    }
  }

  @Test func datesInEveryForm() throws {
    let date = try question(.date)
    let german = [
      "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
      "November", "Dezember",
    ]
    for month in 1...12 {
      for day in [1, 9, 13, 28] {
        let value = try #require(CalendarDate(year: 2027, month: month, day: day))
        let name = Language.months[month - 1]
        var forms = Self.languages.map { $0.date(value) }
        forms += [
          "\(day) \(name.prefix(3)) 2027", "\(day). \(german[month - 1]) 2027",
          "\(day).\(month).2027", "\(day)\u{A0}\(german[month - 1].uppercased())\u{A0}2027",
          Evaluation.written(.date(value)), "\(name) \(day), 2027",
        ]
        for form in forms { same(form, .date(value), date, evaluation(.comma)) }
      }
    }
  }

  @Test func yesAndNo() throws {
    let flag = try question(.boolean)
    let evaluation = evaluate(pack, AnswerSheet())
    for answer in [true, false] {
      let value = Value.boolean(answer)
      for form in [Evaluation.written(value), evaluation.shown(value, of: flag)] {
        same(form, value, flag, evaluation)
      }
    }
  }

  @Test func companiesByTheirNames() throws {
    let evaluation = Sheets.clean(pack)
    for (number, question) in pack.questions.enumerated() where !question.rowsOf.isEmpty {
      let targets = evaluation.targets(of: number)
      let names = Dictionary(grouping: targets, by: { FoldedName($0.name) })
      for target in targets where names[FoldedName(target.name)]?.count == 1 {
        for form in [target.id, target.name, target.name.uppercased()] {
          same(form, .row(target.id), number, evaluation)
        }
      }
    }
  }

  private func same(_ form: String, _ value: Value, _ question: Int, _ evaluation: Evaluation) {
    do {
      let read = try evaluation.read(form, for: question)
      #expect(read == value, "\(pack.questions[question].linkId): “\(form)”")
    } catch {
      Issue.record("\(pack.questions[question].linkId): “\(form)” for \(value): \(error)")
    }
  }

  /// Letters that are the name of nothing are refused wherever a choice is closed, whatever they
  /// begin like.
  @Test(arguments: 0..<4) func unknownWordsAreNoChoice(_ seed: UInt64) throws {
    let evaluation = evaluate(pack, AnswerSheet())
    var random = SeededRandom(seed: seed)
    for (number, question) in pack.questions.enumerated()
    where !question.open && !question.options.isEmpty {
      var names = Set(question.options.flatMap(\.names).map { FoldedName($0) })
      for option in question.options {
        if case .text(let says)? = option.says?.first { names.insert(FoldedName(says)) }
      }
      for word in words(question, &random) where !names.contains(FoldedName(word)) {
        if question.kind == .checks,
          ["none", "none of these", "keine"].contains(FoldedName(word).key)
        {
          continue
        }
        #expect(throws: AnswerError.self, "\(question.linkId): “\(word)”") {
          try evaluation.read(word, for: number)
        }
      }
    }
  }

  /// Letters at random, and beginnings and ends of what there is.
  private func words(_ question: Question, _ random: inout SeededRandom) -> [String] {
    let letters = Array("abcdefghijklmnopqrstuvwxyz")
    var found = (0..<20).map { _ in
      let count = Int.random(in: 1...6, using: &random)
      return String((0..<count).compactMap { _ in letters.randomElement(using: &random) })
    }
    for _ in 0..<20 {
      guard let name = question.options.randomElement(using: &random)?.display else { continue }
      found.append(String(name.prefix(Int.random(in: 1...max(1, name.count - 1), using: &random))))
      found.append(
        String(name.dropFirst(Int.random(in: 1...max(1, name.count - 1), using: &random))))
    }
    // Commas and "and" would make several answers of one word.
    return found.filter { !$0.contains(",") && !$0.contains(";") && $0.contains(where: \.isLetter) }
  }
}
