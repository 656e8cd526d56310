import Canvas
import Interview
import PackModel
import TestSupport

@testable import Screens

/// Somebody who reviews a whole paper on the screen and means what an example says: each row is graded
/// with the passage that holds the example's words, by the fewest keys that the screen offers for it.
struct ReviewWalk {
  private(set) var sitting: Sitting
  /// Keys that were pressed; a word that is typed counts as one action.
  private(set) var actions = 0
  /// Characters that were typed into fields.
  private(set) var characters = 0
  /// Rows whose words were not found by what the screen offers.
  private(set) var lost: [String] = []
  private let target: AnswerSheet
  private let pack: Pack

  init(_ size: Size, paper: PaperAtHand, example: Example, pack: Pack) throws {
    self.pack = pack
    var assigning = Assigning(evaluate(pack, AnswerSheet()), renames: false)
    assigning.take(example.assignments)
    target = assigning.evaluation.sheet
    sitting = try Sitting(size, pack: pack)
    sitting.paper = paper
  }

  private mutating func press(_ script: String) {
    actions += keys(script).count
    sitting.press(script)
    sitting.press("<pause>")
  }

  private mutating func type(_ text: String) {
    actions += 1
    characters += text.count
    sitting.press(text.replacing("<", with: "<<"))
  }

  private var reading: ReadingModel { sitting.desk.reading }

  // MARK: The way

  /// From the list of journeys to the written report and changes.
  mutating func run() {
    press("1")
    type("review")
    press("<Enter>")
    sitting.open(journey: "self-test")
    answerQuestions()
    press("<Ctrl-T>a")
    type("~/paper.docx")
    press("<Enter>")
    gradeRows()
    press("w<Enter><Esc>")
    answerQuestions()
    press("<Alt-=>f<Enter>")
  }

  /// What is asked before the rows, or after them, as long as the example says something of it.
  private mutating func answerQuestions() {
    var left = 60
    while [.interview, .proposals].contains(sitting.desk.screen), left > 0 {
      left -= 1
      guard sitting.desk.screen == .interview else {
        // The example says all that is true of its case.
        press("<Esc>")
        continue
      }
      guard let slot = sitting.desk.interview.slot, let file = sitting.desk.shared.file else {
        press("<Tab>")
        continue
      }
      let owner = sitting.desk.interview.page.owner
      guard pack.questions[owner].kind != .table else { return }
      let before = sitting.desk.interview.cursor.place
      answer(target[AnswerKey(pack.questions[slot.question].linkId)], slot, file)
      if sitting.desk.interview.cursor.place == before, sitting.desk.screen == .interview {
        press("<Enter>")
      }
      if sitting.desk.interview.cursor.place == before, sitting.desk.screen == .interview {
        press("<Tab>")
      }
    }
  }

  private mutating func answer(_ answer: Answer?, _ slot: Slot, _ file: OpenMatter) {
    let question = pack.questions[slot.question]
    switch answer {
    case .unknown?, .notApplicable?: press("<Alt-K>")
    case .value(.choice(.code(let code)))?: choose([code], of: question)
    case .value(.checks(let ticks))?:
      choose(ticks.compactMap { if case .code(let code) = $0 { code } else { nil } }, of: question)
    case .value(.boolean(let yes))?: press(yes ? "y" : "n")
    case .value(let value)?: type(file.shown(value, slot.question))
    default: break
    }
  }

  private mutating func choose(_ codes: [String], of question: Question) {
    for code in codes {
      guard let number = question.options.firstIndex(where: { $0.code == code }) else {
        type(sitting.desk.shared.file?.shown(.choice(.code(code)), 0) ?? code)
        continue
      }
      if question.options.count <= 9 {
        press(String(number + 1))
      } else {
        type(String(question.options[number].display.prefix(8)))
        press("<Enter>")
      }
    }
  }

  // MARK: Rows

  private mutating func gradeRows() {
    var left = 80
    while left > 0, let file = sitting.desk.shared.file,
      let row = reading.row, row.isOpen(file)
    {
      left -= 1
      grade(row, file)
      if reading.row?.key == row.key { press("<Tab>") }
    }
  }

  private func said(_ part: Review.Part, _ row: ReadingRow) -> Answer? {
    row.key(part, pack).flatMap { target[$0] }
  }

  private mutating func grade(_ row: ReadingRow, _ file: OpenMatter) {
    guard case .value(let value)? = said(.grade, row) else { return press("0") }
    var words: String?
    if case .value(.text(let text))? = said(.quotation, row) { words = text }
    if let words { find(words, row) }
    var number = reading.offered.firstIndex { $0.value == value && $0.figure == nil }
    if case .value(let figure)? = said(.value, row) {
      number = reading.offered.firstIndex { $0.figure == figure } ?? number
    }
    guard let number else { return lost.append("\(row.key.path): grade") }
    press(String(number + 1))
    if case .ticking(let part, _) = reading.stage, let slot = row.slot(part),
      case .value(.checks(let ticks))? = said(.flaw, row)
    {
      let options = pack.questions[slot.question].options
      for case .code(let code) in ticks {
        if let at = options.firstIndex(where: { $0.code == code }) { press(String(at + 1)) }
      }
      press("<Enter>")
    }
    if case .filling(.value, _) = reading.stage, case .value(let figure)? = said(.value, row),
      let slot = row.slot(.value)
    {
      type(file.shown(figure, slot.question))
      press("<Enter>")
    }
  }

  /// Puts the passage in hand that holds these words, and marks what holds them.
  private mutating func find(_ words: String, _ row: ReadingRow) {
    let wanted = folded(words)
    func holds(_ place: ShelfPlace) -> Bool {
      reading.shelf[place].map { folded($0.text).contains(wanted) } ?? false
    }
    if let number = reading.list.firstIndex(where: { holds($0.place) }) {
      for _ in 0..<number { press("<Down>") }
    } else if let taken = reading.taken, holds(taken) {
      press("=")
    } else {
      // It is looked for by three of its words.
      press("/")
      type(words.split(separator: " ").prefix(3).joined(separator: " "))
      press("<Enter>")
      guard let number = reading.list.firstIndex(where: { holds($0.place) }) else {
        return lost.append("\(row.key.path): words")
      }
      for _ in 0..<number { press("<Down>") }
    }
    mark(wanted, row)
  }

  private mutating func mark(_ wanted: String, _ row: ReadingRow) {
    func isMarked() -> Bool {
      guard let place = reading.inHand?.place, let text = reading.shelf[place]?.text,
        let marks = reading.marks
      else { return false }
      return folded(marks.quotation(of: text)).contains(wanted)
    }
    var tries = 0
    while !isMarked(), tries < 8 {
      press("m")
      tries += 1
    }
    if !isMarked() { press("*") }
    if !isMarked() { lost.append("\(row.key.path): mark") }
  }

  private func folded(_ text: String) -> String {
    text.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
