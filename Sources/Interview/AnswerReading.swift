import PackModel
import PlainText

extension Evaluation {
  /// Reads what a person typed, or a file says, as a value of a question.
  ///
  /// - Parameters:
  ///   - text: as typed. For checks: codes, displays or aliases, separated by commas or lines. For a
  ///     choice: a code, a display, an alias or, where the question is open, own words. A number with
  ///     no unit has the row's own, or the only one that there is.
  ///   - today: for "today" and "in 30 days"; nil where no clock may be read.
  /// - Throws: `AnswerError` for what is no value of the question's kind. Constraints are checked
  ///   by `refusal(of:for:row:)`.
  package func read(
    _ text: String, for question: Int, row: Int? = nil, today: CalendarDate? = nil
  ) throws(AnswerError) -> Value {
    let unit = pack.usualUnit(of: question, row: key(question, row: row).row)
    let context = AnswerReading.Context(unit: unit, form: sheet.numberForm, today: today)
    return try AnswerReading.value(text, of: pack.questions[question], nil, context) {
      (words) throws(AnswerError) in try RowNames(pack, effective).id(words, for: question)
    }
  }

  /// The unit of a number that names none: the only one of the question, or the row's own; nil where
  /// there are several and the row has none.
  ///
  /// - Parameter row: the row's id.
  package func usualUnit(of question: Int, row: String?) -> Unit? {
    pack.usualUnit(of: question, row: row)
  }

  /// Why a value cannot be accepted here; nil where it can.
  package func refusal(
    of value: Value, for question: Int, row: Int? = nil, note: String? = nil
  ) -> AnswerError? {
    var judge = AnswerJudge(self)
    do throws(AnswerError) {
      _ = try judge.accept(value, for: question, row: row, note: note)
      return nil
    } catch {
      return error
    }
  }
}

extension AnswerReading {
  /// What words are read with.
  struct Context {
    /// The unit of a number that names none.
    let unit: Unit?
    /// How the documents of the matter write numbers.
    let form: Language.NumberForm
    /// For "today" and "in 30 days"; nil where no clock may be read.
    let today: CalendarDate?
  }

  /// Reads words as a value of a question.
  ///
  /// - Parameters:
  ///   - names: what the options are called, where somebody has that already.
  ///   - pointing: the row or group that words name, for a pointer.
  static func value(
    _ text: String, of model: Question, _ names: OptionNames?, _ context: Context,
    pointing: (String) throws(AnswerError) -> String
  ) throws(AnswerError) -> Value {
    let trimmed = String(text.trimmed)
    guard !trimmed.isEmpty else { throw .empty }
    // Where there are options, one of them may be called so.
    if model.kind != .choice, model.kind != .checks, Doubts.isPlaceholder(trimmed) {
      throw .placeholder(trimmed)
    }
    return try model.kind.answered.read(trimmed, model, names, context, pointing: pointing)
  }
}

extension Pack {
  /// The unit of a number that names none: the only one of the question, or the row's own; nil where
  /// there are several and the row has none.
  ///
  /// - Parameter row: the row's id.
  func usualUnit(of question: Int, row: String?) -> Unit? {
    let units = questions[question].units
    if units.count == 1 { return units[0] }
    guard let table = table(of: question), case .pack(let rows) = questions[table].rows,
      let unit = rows.first(where: { $0.code == row })?.unit, units.contains(unit)
    else { return nil }
    return unit
  }
}

extension AnswerSheet {
  /// How the documents of this matter write numbers.
  var numberForm: Language.NumberForm {
    setting(.form(.numbers)).flatMap { Language.NumberForm(rawValue: $0) } ?? .comma
  }
}
