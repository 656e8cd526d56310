import Interview
import PackModel
import PlainText

/// What a field is offered: names that the question knows, both readings of a date that reads two
/// ways, what the person keeps in their profile, and what was typed elsewhere in this matter.
struct Offers {
  private let file: OpenMatter
  private let slot: Slot
  private let question: Question

  init(_ file: OpenMatter, _ slot: Slot) {
    self.file = file
    self.slot = slot
    question = file.pack.questions[slot.question]
  }

  /// What goes with what is typed, five at most.
  func fitting(_ field: Field, _ profile: Profile) -> [Offer] {
    guard case .line(let line) = field else { return [] }
    let typed = String(line.text.trimmed).lowercased()
    var found: [Offer] = []
    if question.kind == .date {
      found = readings(ofDate: line.text).map { Offer(text: $0, from: "") }
    }
    if question.kind == .string {
      found += names.map { Offer(text: $0, from: "") }
      found += profile.values(for: question.linkId).map { Offer(text: $0, from: "your profile") }
      if typed.count > 1, question.offer == nil {
        found += textsElsewhere.map { Offer(text: $0, from: "used here") }
      }
      let word = Array(typed.utf8)
      found = found.filter { Array($0.text.lowercased().utf8).holds(word) }
    }
    var seen: Set<String> = []
    found = found.filter { seen.insert($0.text).inserted && $0.text.lowercased() != typed }
    return Array(found.prefix(5))
  }

  /// Names that go with what another question of the row says.
  private var names: [String] {
    guard let offer = question.offer else { return [] }
    var options = offer.options
    if let by = offer.by, let attribute = offer.attribute {
      var codes: [String] = []
      switch file.answer(Slot(by, row: slot.row)) {
      case .value(.choice(.code(let code)))?: codes = [code]
      case .value(.checks(let ticks))?:
        codes = ticks.compactMap { if case .code(let code) = $0 { code } else { nil } }
      default: return options.map(\.display)
      }
      options = options.filter { option in
        codes.contains { (option.attributes[attribute] ?? []).contains($0) }
      }
    }
    return options.map(\.display)
  }

  /// Short texts that other questions of this matter have been answered with.
  private var textsElsewhere: [String] {
    file.evaluation.allAnswers().compactMap { item in
      guard item.key != file.key(slot), file.pack.questions[item.question].kind == .string,
        case .value(.text(let text))? = file.sheet[item.key]
      else { return nil }
      return text
    }
  }

  /// Both days that a date such as 3/4/2026 may mean; none where it reads one way only.
  private func readings(ofDate text: String) -> [String] {
    do throws(AnswerError) {
      _ = try DateReading.date(String(text.trimmed), today: nil)
      return []
    } catch {
      guard error.kind == .ambiguousDate else { return [] }
    }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count == 3 else { return [] }
    return [(numbers[1], numbers[0]), (numbers[0], numbers[1])].compactMap { month, day in
      CalendarDate(year: numbers[2], month: month, day: day).map { file.language.date($0) }
    }
  }
}
