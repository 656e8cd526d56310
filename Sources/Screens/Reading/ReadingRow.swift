import Interview
import PackModel
import PlainText

/// A row that is graded with the paper in hand.
struct ReadingRow: Hashable, Sendable {
  /// The table's linkId and the row's code.
  let key: AnswerKey
  /// The table's number, and the row's in it.
  let table: Int
  let number: Int
  /// The columns that play a part, by number.
  let columns: [Review.Part: Int]

  /// The rows that apply, in the order in which a pack has its papers read.
  static func rows(_ file: OpenMatter) -> [ReadingRow] {
    (file.pack.review?.reading ?? []).flatMap { columns -> [ReadingRow] in
      let linkId = file.pack.questions[columns.table].linkId
      guard file.item(of: columns.table) != nil,
        let state = file.evaluation.effective.table(columns.table)
      else { return [] }
      let asked = columns.columns.compactMapValues { member -> Int? in
        if case .question(let number) = member { number } else { nil }
      }
      return state.rows.indices.compactMap { number in
        guard state.live[number] == .yes, let grade = asked[.grade] else { return nil }
        let row = ReadingRow(
          key: AnswerKey(linkId, row: state.rows[number]), table: columns.table, number: number,
          columns: asked)
        let isAsked = file.evaluation.state(grade, row: number).isReached
        return isAsked ? row : nil
      }
    }
  }

  /// A column's cell in this row; nil where no column plays the part.
  func slot(_ part: Review.Part) -> Slot? { columns[part].map { Slot($0, row: key.row) } }

  /// The key of a column's answer.
  func key(_ part: Review.Part, _ pack: Pack) -> AnswerKey? {
    columns[part].map { AnswerKey(pack.questions[$0].linkId, row: key.row) }
  }

  /// Whether a column is asked of this row, as answers stand.
  func isAsked(_ part: Review.Part, _ evaluation: Evaluation) -> Bool {
    columns[part].map { evaluation.state($0, row: number).isReached } ?? false
  }

  func answer(_ part: Review.Part, _ file: OpenMatter) -> Answer? {
    key(part, file.pack).flatMap { file.sheet[$0] }
  }

  /// The row as the pack has it.
  func ofPack(_ pack: Pack) -> PackRow? {
    guard case .pack(let rows) = pack.questions[table].rows else { return nil }
    return rows.first { $0.code == key.row }
  }

  /// What it is called.
  func label(_ pack: Pack) -> String {
    let name = name(pack)
    guard let row = ofPack(pack), row.text != name else { return name }
    return "\(name) \(row.text)"
  }

  /// The same in short: a code in capitals is how reports name a duty.
  func name(_ pack: Pack) -> String {
    guard let row = ofPack(pack) else { return key.row ?? "" }
    let isNamed = row.code.first?.isUppercase == true && row.code.contains(where: \.isNumber)
    return isNamed ? row.code : row.text
  }

  /// The options of its grade, in order, with the words of the screen. Where a no may be a yes of
  /// another paper, that is said apart.
  func grades(_ file: OpenMatter) -> [ReadingGrade] {
    guard let number = columns[.grade] else { return [] }
    let question = file.pack.questions[number]
    guard question.kind != .boolean else {
      let plain = [
        ReadingGrade(.boolean(true), "Yes"), ReadingGrade(.boolean(false), "No"),
      ]
      let no = file.sheet.setting(
        AnswerKey(question.linkId, row: key.row), to: .value(.boolean(false)))
      guard isAsked(.otherPaper, file.evaluation.after(no)) else { return plain }
      return plain + [
        ReadingGrade(.boolean(false), "No here; another paper does", isElsewhere: true)
      ]
    }
    return question.options.map { ReadingGrade(.choice(.code($0.code)), $0.display) }
  }

  /// Numbers of a passage that the row asks for, each with the grade that a number calls for.
  ///
  /// - Parameter figures: as an answer is written: “10 day”.
  func figures(_ figures: [String], _ file: OpenMatter, today: CalendarDate) -> [ReadingGrade] {
    guard let number = columns[.value], !figures.isEmpty,
      let grade = grades(file).first(where: { grade in
        guard let key = key(.grade, file.pack) else { return false }
        let graded = file.sheet.setting(key, to: .value(grade.value))
        return isAsked(.value, file.evaluation.after(graded))
      })
    else { return [] }
    var seen: Set<Value> = []
    return figures.compactMap { figure -> ReadingGrade? in
      guard
        let value = try? file.evaluation.read(figure, for: number, row: self.number, today: today),
        file.evaluation.refusal(of: value, for: number, row: self.number) == nil,
        seen.insert(value).inserted
      else { return nil }
      return ReadingGrade(grade.value, file.shown(value, number), figure: value)
    }
  }

  /// A grade by its first words: “Present: the duty in full” is “Present”.
  static func short(_ words: String) -> String {
    String(words.prefix { $0 != ":" }.prefix(30))
  }

  /// What was kept of it, in a line.
  func kept(_ file: OpenMatter) -> String {
    let quotation = said(.quotation, file).map { DisplayText($0).clipped(to: 40).text }
    let parts = [said(.flaw, file), said(.value, file), said(.place, file), quotation]
    let words = ([ReadingRow.short(grade(file))] + parts.compactMap(\.self)).joined(separator: ", ")
    return "Kept for \(name(file.pack)): \(words)"
  }

  /// The grade that was given, in words; empty while there is none.
  func grade(_ file: OpenMatter) -> String {
    guard let number = columns[.grade], let answer = answer(.grade, file) else { return "" }
    if case .value(let value) = answer { return file.shown(value, number) }
    return StateSign.said(answer) ?? ""
  }

  /// What a column says, in words; nil where it says nothing.
  func said(_ part: Review.Part, _ file: OpenMatter) -> String? {
    guard let number = columns[part], case .value(let value)? = answer(part, file) else {
      return nil
    }
    let words = file.shown(value, number)
    return part == .quotation ? "“\(words)”" : words
  }

  /// Whether nobody has graded it.
  func isOpen(_ file: OpenMatter) -> Bool { answer(.grade, file) == nil }

  /// What is left to say of a row that is graded: the first of these columns that is asked and open.
  func pending(_ file: OpenMatter) -> Review.Part? {
    [.flaw, .value, .otherPaper].first { part in
      isAsked(part, file.evaluation) && answer(part, file) == nil
    }
  }
}

/// What can be said of a row with one key.
struct ReadingGrade: Hashable, Sendable {
  let value: Value
  /// In the words of the screen.
  let words: String
  /// The number that is taken with it.
  var figure: Value?
  /// Whether a no is one of this paper only, so that the other is asked for.
  var isElsewhere = false

  init(_ value: Value, _ words: String, figure: Value? = nil, isElsewhere: Bool = false) {
    self.value = value
    self.words = words
    self.figure = figure
    self.isElsewhere = isElsewhere
  }
}

extension AnswerState {
  /// Whether its question is asked.
  var isReached: Bool {
    switch self {
    case .notAsked, .notYet: false
    default: true
    }
  }
}
