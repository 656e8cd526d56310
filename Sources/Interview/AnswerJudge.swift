import PackModel

/// Says of one answer after the other whether it is accepted with those before it, and keeps what is.
/// It looks at what an answer is judged by and at nothing else; what follows from all of them is made
/// when they are there.
struct AnswerJudge {
  let pack: Pack
  private var readings: ReadingsOnDemand
  /// What options are called, of the questions that were read.
  private var optionNames: [Int: OptionNames] = [:]

  init(_ evaluation: Evaluation) {
    pack = evaluation.pack
    readings = ReadingsOnDemand(evaluation)
  }

  /// What was said, with all that was kept here.
  var sheet: AnswerSheet { readings.sheet }

  /// A table with the rows that it has now.
  func table(_ question: Int) -> TableState? { readings.table(question) }

  /// Keeps changes that nobody can refuse.
  mutating func keep(_ changes: [Change]) { readings.apply(changes) }

  /// Reads words as a value; see `Evaluation.read`.
  mutating func read(
    _ text: String, for question: Int, row: Int?, today: CalendarDate?
  ) throws(AnswerError) -> Value {
    let unit = pack.usualUnit(of: question, row: key(question, row).row)
    let context = AnswerReading.Context(unit: unit, form: sheet.numberForm, today: today)
    let model = pack.questions[question]
    let names = model.options.isEmpty ? nil : names(of: question)
    return try AnswerReading.value(text, of: model, names, context) {
      (words) throws(AnswerError) in try target(words, of: question)
    }
  }

  /// What the options of a question are called; kept, for a file has many rows.
  mutating func names(of question: Int) -> OptionNames {
    if let names = optionNames[question] { return names }
    let names = pack.names(of: question)
    optionNames[question] = names
    return names
  }

  /// The row or group that words name. An id is one without a look at every name.
  private mutating func target(_ words: String, of pointer: Int) throws(AnswerError) -> String {
    for owner in pack.questions[pointer].rowsOf {
      let isNamed =
        pack.questions[owner].kind == .table
        ? table(owner)?.number(of: words) != nil : pack.questions[owner].linkId == words
      if isNamed { return words }
    }
    for owner in pack.questions[pointer].rowsOf {
      let table = pack.questions[owner].kind == .table ? owner : nil
      if let column = pack.nameColumn(of: owner) { readings.bring(column, of: table) }
    }
    return try RowNames(pack, readings.answers).id(words, for: pointer)
  }

  /// Keeps a value, where it is accepted.
  ///
  /// - Parameter note: why the value is chosen; kept as the answer's note.
  /// - Returns: the changes that it makes.
  mutating func accept(
    _ value: Value, for question: Int, row: Int?, note: String?
  ) throws(AnswerError) -> [Change] {
    let scope = pack.scope(of: question, row: row)
    try lookAtOptions(value, pack.questions[question], scope)
    let key = key(question, row)
    var changes = sheet.setting(key, to: .value(value))
    if let note { changes += sheet.remarking(key, note) }
    let before = readings.put(.value(value), at: key)
    do throws(AnswerError) {
      try lookAtConstraints(value, question, row, scope)
      try lookForRing(value, question, row)
      if (note ?? sheet.remark(key)) == nil { try lookForDeviation(question, scope) }
    } catch {
      _ = readings.put(before, at: key)
      throw error
    }
    readings.keep(changes)
    return changes
  }

  private func key(_ question: Int, _ row: Int?) -> AnswerKey {
    guard let table = pack.table(of: question), let row, let rows = self.table(table)?.rows,
      rows.indices.contains(row)
    else { return AnswerKey(pack.questions[question].linkId) }
    return AnswerKey(pack.questions[question].linkId, row: rows[row])
  }

  /// Options that stand alone, and options that are not offered with the other answers.
  private mutating func lookAtOptions(
    _ value: Value, _ model: Question, _ scope: Scope
  ) throws(AnswerError) {
    let options = value.chosen.compactMap { tick -> Option? in
      guard case .code(let code) = tick else { return nil }
      return model.option(code)
    }
    if case .checks(let ticks) = value, ticks.count > 1,
      let alone = options.first(where: \.exclusive)
    {
      throw .standsAlone(alone.display)
    }
    for option in options {
      if let condition = option.enableWhen, readings.truth(condition, scope) == .no {
        throw .notOffered(option.display)
      }
    }
  }

  private mutating func lookAtConstraints(
    _ value: Value, _ question: Int, _ row: Int?, _ scope: Scope
  ) throws(AnswerError) {
    guard readings.state(question, row: row) == .conflict else { return }
    // The conflict hides the value; it is put back to find the rule that it breaks.
    for rule in pack.questions[question].constraints
    where readings.truth(rule.require, scope, with: value, at: question, row: row) == .no {
      throw .constraint(rule)
    }
    throw .conflict
  }

  /// A company cannot stand above itself.
  private mutating func lookForRing(
    _ value: Value, _ question: Int, _ row: Int?
  ) throws(AnswerError) {
    guard case .row(let target) = value, let table = pack.table(of: question),
      pack.questions[question].rowsOf.contains(table), let row
    else { return }
    var next: String? = target
    var seen: Set<String> = []
    while let id = next, let at = self.table(table)?.number(of: id) {
      if at == row || !seen.insert(id).inserted { throw .ring }
      if case .value(.row(let above)) = readings.reading(question, row: at) {
        next = above
      } else {
        next = nil
      }
    }
  }

  /// What goes below the law is accepted with a reason only.
  private mutating func lookForDeviation(
    _ question: Int, _ scope: Scope
  ) throws(AnswerError) {
    for deviation in pack.questions[question].deviations
    where readings.truth(deviation.when, scope) == .yes {
      throw .reasonWanted(for: deviation, pack)
    }
  }
}

extension Pack {
  /// Where a question's conditions are read: in its own row, where it has one.
  func scope(of question: Int, row: Int?) -> Scope {
    guard let table = table(of: question), let row else { return Scope() }
    return Scope(table: table, row: row)
  }
}
